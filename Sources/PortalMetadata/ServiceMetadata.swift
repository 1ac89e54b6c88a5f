import PortalModel

/// SAML metadata of a service provider, as it is pasted under "New CERN SSO Registration".
///
/// What is read: `entityID`, the address of the `AssertionConsumerService` with the binding HTTP-POST,
/// the first signing certificate (SAML 2.0 metadata §2.3.2, §2.4.4, §2.4.1.1). CERN's page "SAML" asks
/// for the first to equal the issuer; which of the rest the real portal keeps is not public (invented).
public enum ServiceMetadata {
  /// The most bytes that are read (invented).
  public static let maximumBytes = 256 * 1024
  /// The most tags within each other (invented; metadata needs about eight).
  public static let maximumDepth = 32

  /// Reads the form out of a text.
  ///
  /// - Throws: ``MetadataProblem``, the first thing that is wrong.
  public static func read(_ text: String) throws(MetadataProblem) -> SAMLForm {
    try read(bytes: Array(text.utf8))
  }

  /// Reads the form out of the bytes of a file, in UTF-8 or in what its XML declaration names.
  ///
  /// - Throws: ``MetadataProblem``, the first thing that is wrong.
  public static func read(bytes: [UInt8]) throws(MetadataProblem) -> SAMLForm {
    guard bytes.count <= maximumBytes else {
      throw MetadataProblem(line: nil, reason: .tooLarge(maximum: maximumBytes))
    }
    // A declaration has to stand first: blank lines before it come with many a paste.
    let blankLines = bytes.prefix { isBlank($0) }
    guard blankLines.count < bytes.count else {
      throw MetadataProblem(line: nil, reason: .empty)
    }
    let skipped = blankLines.count { $0 == UInt8(ascii: "\n") }
    let descriptor = DescriptorReader(maximumDepth: maximumDepth, firstLine: 1 + skipped)
    try XMLReading.read(bytes.dropFirst(blankLines.count), firstLine: 1 + skipped, into: descriptor)
    return try descriptor.form()
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")].contains(byte)
  }
}
