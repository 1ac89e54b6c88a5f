import FoundationEssentials

/// Who a request says it comes from, by Basic header or form fields (§3).
///
/// Where both are there each form field wins over its half of the header, as with Keycloak.
struct ClientCredentials {
  /// The client's identifier, if any was given.
  var id: String?
  /// The secret, if any was given.
  var secret: String?
  /// Whether there was an `Authorization` header of the Basic kind.
  var usedBasic = false
  /// Whether that header could not be decoded (C9).
  var badHeader = false

  init(_ request: TokenRequest) {
    if let encoded = Self.basic(request.authorization) {
      usedBasic = true
      if let pair = Self.pair(encoded) {
        (id, secret) = pair
      } else {
        badHeader = true
      }
    }
    id = request["client_id"] ?? id
    secret = request["client_secret"] ?? secret
  }

  private static func basic(_ header: String?) -> Substring? {
    guard let header, let blank = header.firstIndex(of: " "),
      header[..<blank].lowercased() == "basic"
    else { return nil }
    return header[blank...].drop { $0 == " " }
  }

  /// Identifier and secret are form-encoded before they are joined (RFC 6749 §2.3.1).
  private static func pair(_ encoded: Substring) -> (String, String)? {
    guard let data = Data(base64Encoded: String(encoded)),
      let text = String(validating: data, as: UTF8.self), let colon = text.firstIndex(of: ":")
    else { return nil }
    return (formDecoded(text[..<colon]), formDecoded(text[text.index(after: colon)...]))
  }

  /// A text without its percent signs and pluses; as it is, where they make no sense.
  private static func formDecoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = String(decoding: bytes[(index + 1)...].prefix(2), as: UTF8.self)
        guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit),
          let byte = UInt8(digits, radix: 16)
        else { return String(text) }
        decoded.append(byte)
        index += 2
      default: decoded.append(bytes[index])
      }
      index += 1
    }
    return String(validating: decoded, as: UTF8.self) ?? String(text)
  }
}

/// Whether two texts are the same, in a time that depends on the length of what was sent only.
func equalInConstantTime(_ sent: String, _ kept: String) -> Bool {
  let sent = Array(sent.utf8)
  let kept = Array(kept.utf8)
  var difference = sent.count ^ kept.count
  for (index, byte) in sent.enumerated() {
    difference |= Int(byte ^ (kept.isEmpty ? 0 : kept[index % kept.count]))
  }
  return difference == 0
}
