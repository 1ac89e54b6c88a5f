import PortalModel

extension MetadataProblem {
  /// The problem in words: what was found in which line, which rule says so, what to do.
  public var explanation: Explanation {
    Explanation(what: line.map { "Line \($0): \(found)." } ?? "\(found).", why: rule, next: remedy)
  }

  private var found: String {
    switch reason {
    case .empty: "There is no metadata"
    case .tooLarge(let maximum): "The metadata is longer than \(maximum / 1024) KiB"
    case .malformed(let kind): "this is not XML: \(Self.words(kind))"
    case .documentType: "a document type stands here (<!DOCTYPE)"
    case .tooDeep(let maximum): "more than \(maximum) tags stand within each other"
    case .root(let name): "the outermost tag is \(quoted(name)) and not SAML's EntityDescriptor"
    case .federation: "the outermost tag is EntitiesDescriptor, which describes several providers"
    case .entityIDMissing: "EntityDescriptor has no entityID"
    case .entityIDTooLong(let maximum): "entityID has more than \(maximum) characters"
    case .entityIDBlank: "entityID has a blank in it"
    case .identityProvider: "this describes an identity provider (IDPSSODescriptor)"
    case .serviceProviderMissing: "there is no SPSSODescriptor"
    case .consumerMissing(let found):
      found.isEmpty
        ? "SPSSODescriptor has no AssertionConsumerService"
        : "no AssertionConsumerService takes HTTP-POST, only \(listed(found))"
    case .consumerURL(let problem):
      "the Location of AssertionConsumerService is not an address: \(problem.hint)"
    case .certificate: "X509Certificate does not hold a certificate in base64"
    }
  }

  private var rule: String {
    switch reason {
    case .empty, .malformed:
      "The form takes the service provider's metadata (CERN's page \"SAML\")."
    case .tooLarge, .tooDeep: "Metadata of one provider needs far less \(Source.invented)."
    case .documentType:
      "A document type can declare entities, which metadata does not need; none is ever expanded."
    case .root, .federation, .entityIDMissing, .entityIDTooLong, .entityIDBlank,
      .identityProvider, .serviceProviderMissing:
      "A registration is for one service provider, known by its entityID (SAML 2.0 metadata)."
    case .consumerMissing, .consumerURL:
      "The answer to a sign-in is posted to that address (SAML 2.0 metadata, HTTP-POST)."
    case .certificate: "A certificate stands in metadata as base64 of DER (XML Signature)."
    }
  }

  private var remedy: String {
    switch reason {
    case .empty: "Paste the whole text, or give the file that holds it."
    case .tooLarge, .tooDeep, .federation:
      "Paste only the EntityDescriptor of this application's provider."
    case .malformed: "Copy the text again from its first < to its last >."
    case .documentType: "Take the document type out."
    case .root: "Copy from <EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" on."
    case .entityIDMissing, .entityIDTooLong, .entityIDBlank: "Give the provider an entityID."
    case .identityProvider, .serviceProviderMissing:
      "Take the metadata of your application, not that of the single sign-on."
    case .consumerMissing, .consumerURL: "Give the provider an address that takes HTTP-POST."
    case .certificate: "Copy the certificate again, or leave KeyDescriptor out."
    }
  }

  private static func words(_ kind: Malformation) -> String {
    switch kind {
    case .character: "a character that cannot stand here"
    case .mismatchedTag: "the closing tag closes another than the last one opened"
    case .cutShort: "the text ends before the outermost tag is closed"
    case .trailing: "something follows the outermost tag"
    case .attributeTwice: "an attribute stands twice in one tag"
    case .prefix: "a prefix that no xmlns declares"
    case .entity: "an entity that XML does not know"
    case .encoding: "the encoding is unknown, or another than the one declared"
    case .other: "it cannot be read"
    }
  }
}
