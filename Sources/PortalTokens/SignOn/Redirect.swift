import PortalModel

/// Where a browser is sent back to, and with what beside the answer.
struct Redirect {
  /// The address.
  var uri: String
  /// The `redirect_uri` parameter; empty where there was none.
  var sent: String
  /// `state`, sent back as it came.
  var state: String?
  /// `iss` of the answer (RFC 9207 §2).
  var issuer: String
  /// Whether the answer goes into the fragment.
  var isFragment = false

  /// The address with an error.
  func address(error reply: Reply) -> String {
    address([("error", reply.error), ("error_description", reply.errorDescription)])
  }

  /// The address with a code.
  func address(code: String, session: String) -> String {
    address([("session_state", session), ("code", code)])
  }

  private func address(_ answer: [(String, String?)]) -> String {
    let all = [("state", state)] + answer + [("iss", issuer)]
    let text = all.compactMap { name, value in value.map { "\(name)=\(Self.encoded($0))" } }
      .joined(separator: "&")
    if isFragment { return uri + "#" + text }
    let mark = !uri.contains("?") ? "?" : uri.hasSuffix("?") || uri.hasSuffix("&") ? "" : "&"
    return uri + mark + text
  }

  /// Percent-encodes all but the unreserved characters (RFC 3986 §2.3).
  static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return encoded
  }
}
