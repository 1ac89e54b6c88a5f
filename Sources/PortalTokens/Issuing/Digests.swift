import Crypto
import FoundationEssentials

/// Hashes that claims carry.
enum Digests {
  /// The left half of a token's SHA-256, as `at_hash` has it (OpenID Connect Core §3.1.3.6).
  static func halfHash(of token: String) -> String {
    Base64URL.encode(Array(SHA256.hash(data: Data(token.utf8)).prefix(16)))
  }

  /// A text's SHA-256, base64url: how codes are kept, and PKCE's `S256` (RFC 7636 §4.2).
  static func digest(of text: String) -> String {
    Base64URL.encode(Array(SHA256.hash(data: Data(text.utf8))))
  }

  /// A user code drawn from an identifier: eight letters that spell no words (RFC 8628 §6.1).
  static func userCode(from identifier: String) -> String {
    let letters = Array("BCDFGHJKLMNPQRSTVWXZ")
    let bytes = Array(SHA256.hash(data: Data(identifier.utf8)))
    let code = stride(from: 0, to: 16, by: 2).map { index in
      letters[(Int(bytes[index]) << 8 | Int(bytes[index + 1])) % letters.count]
    }
    return String(code[..<4]) + "-" + String(code[4...])
  }

  /// The digest of a user code as somebody typed it: case and signs do not matter.
  static func userDigest(of text: String) -> String {
    digest(of: text.uppercased().filter { $0.isASCII && $0.isLetter })
  }
}
