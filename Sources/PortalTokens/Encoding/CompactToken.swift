import PortalModel

/// A token as it travels, cut and decoded once: JWS compact serialisation (RFC 7515 §7.1).
struct CompactToken {
  /// The longest token that is looked at, in bytes.
  static let maximumLength = 65_536

  /// The header's members.
  var header: JSONValue
  /// The claims.
  var claims: JSONValue
  /// What the signature is over: the first two parts and the dot between them.
  var signed: [UInt8]
  /// The signature's bytes.
  var signature: [UInt8]

  /// Cuts and decodes; `nil` where it is not three base64url parts, the first two of them JSON
  /// objects (X4a).
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumLength else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.object(parts[0]),
      let claims = Self.object(parts[1]), let signature = Base64URL.decode(parts[2])
    else { return nil }
    self.header = header
    self.claims = claims
    self.signature = signature
    signed = Array(bytes[..<parts[1].endIndex])
  }

  private static func object(_ part: ArraySlice<UInt8>) -> JSONValue? {
    guard let bytes = Base64URL.decode(part), let value = JSONParser.parse(bytes),
      case .object = value
    else { return nil }
    return value
  }
}
