import Crypto
import FoundationEssentials

/// Hashes that claims carry.
enum Digests {
  /// The left half of a token's SHA-256, as `at_hash` has it (OpenID Connect Core §3.1.3.6).
  static func halfHash(of token: String) -> String {
    Base64URL.encode(Array(SHA256.hash(data: Data(token.utf8)).prefix(16)))
  }
}
