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
  /// How the answer travels.
  var mode = Mode.query

  /// How an answer travels (`response_mode`).
  enum Mode: String {
    /// In the address's query: what counts for `code` where nothing is said.
    case query
    /// In the address's fragment.
    case fragment
    /// In a form that the browser posts (OAuth 2.0 Form Post Response Mode §2).
    case formPost = "form_post"
  }

  /// The way back with an error.
  func back(error reply: Reply) -> AuthorizationAnswer.Outcome {
    back([("error", reply.error), ("error_description", reply.errorDescription)])
  }

  /// The way back with a code.
  func back(code: String, session: String) -> AuthorizationAnswer.Outcome {
    back([("session_state", session), ("code", code)])
  }

  private func back(_ answer: [(String, String?)]) -> AuthorizationAnswer.Outcome {
    let all = ([("state", state)] + answer + [("iss", issuer)]).compactMap { name, value in
      value.map { Repair.Parameter(name: name, value: $0) }
    }
    let text = all.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
    switch mode {
    case .query:
      let mark = !uri.contains("?") ? "?" : uri.hasSuffix("?") || uri.hasSuffix("&") ? "" : "&"
      return .redirect(uri + mark + text)
    case .fragment: return .redirect(uri + "#" + text)
    case .formPost: return .post(uri, all)
    }
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
