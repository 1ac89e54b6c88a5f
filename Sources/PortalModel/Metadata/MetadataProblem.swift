/// Why a service provider's SAML metadata could not be taken.
public struct MetadataProblem: Error, Hashable, Encodable, Sendable {
  /// The line it is about, from 1; `nil` where it is about the whole text.
  public var line: Int?
  /// What is wrong.
  public var reason: Reason

  /// Makes a problem.
  public init(line: Int?, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  /// What may be wrong with metadata.
  public enum Reason: Hashable, Encodable, Sendable {
    /// Nothing, or blanks only.
    case empty
    /// More bytes than are read (invented).
    case tooLarge(maximum: Int)
    /// It is not XML.
    case malformed(Malformation)
    /// A document type, in which entities could be declared. Metadata needs none.
    case documentType
    /// Tags within tags beyond what is read (invented).
    case tooDeep(maximum: Int)
    /// Another root than `EntityDescriptor` in SAML's namespace; with the name found.
    case root(String)
    /// `EntitiesDescriptor`: the metadata of several providers in one.
    case federation
    /// `EntityDescriptor` without `entityID`.
    case entityIDMissing
    /// An `entityID` that is too long (SAML 2.0 metadata §2.2.1: 1,024 characters).
    case entityIDTooLong(maximum: Int)
    /// An `entityID` with a blank in it.
    case entityIDBlank
    /// The metadata of an identity provider: `IDPSSODescriptor` and no `SPSSODescriptor`.
    case identityProvider
    /// No `SPSSODescriptor`.
    case serviceProviderMissing
    /// No `AssertionConsumerService` with the binding HTTP-POST; with the bindings that there are.
    case consumerMissing(found: [String])
    /// The `Location` of the `AssertionConsumerService` is not an address.
    case consumerURL(AddressProblem)
    /// `X509Certificate` does not hold base64 of DER, or too much of it.
    case certificate
  }

  /// How a text fails to be XML (XML 1.0, Namespaces in XML 1.0).
  public enum Malformation: Hashable, Encodable, Sendable {
    /// A character or byte that cannot stand there.
    case character
    /// A closing tag that closes another than the last one opened.
    case mismatchedTag
    /// The text ends before its root is closed.
    case cutShort
    /// Something follows the root.
    case trailing
    /// An attribute twice in a tag.
    case attributeTwice
    /// A prefix that no `xmlns` binds.
    case prefix
    /// An entity other than XML's own five.
    case entity
    /// An unknown encoding, or another than the one declared.
    case encoding
    /// Anything else.
    case other
  }
}
