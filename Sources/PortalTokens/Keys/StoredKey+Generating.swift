import Crypto
import CryptoExtras
import FoundationEssentials
import PortalModel

extension StoredKey {
  /// Makes new keys: RSA of 2,048 bits and 64 bytes for HS512, from the system's randomness.
  ///
  /// Takes a tenth of a second and more, so it belongs beside the first screen, not before it.
  ///
  /// - Throws: ``TokenError/keyUnreadable``.
  public static func generate(at instant: Instant) throws(TokenError) -> StoredKey {
    do {
      let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
      let secret = SymmetricKey(size: SymmetricKeySize(bitCount: 512))
      return StoredKey(
        id: try thumbprint(of: key.publicKey), privateKeyPEM: key.pkcs8PEMRepresentation,
        refreshSecret: secret.withUnsafeBytes(Array.init), createdAt: instant)
    } catch {
      throw .keyUnreadable
    }
  }

  /// The thumbprint of a public key (RFC 7638), so that the same key has the same `kid` everywhere.
  static func thumbprint(of key: _RSA.Signing.PublicKey) throws -> String {
    let numbers = try key.getKeyPrimitives()
    let members =
      #"{"e":"\#(Base64URL.encode(numbers.publicExponent))","kty":"RSA","#
      + #""n":"\#(Base64URL.encode(numbers.modulus))"}"#
    return Base64URL.encode(Array(SHA256.hash(data: Data(members.utf8))))
  }
}
