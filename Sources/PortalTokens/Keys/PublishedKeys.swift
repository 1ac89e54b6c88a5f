import CryptoExtras
import PortalModel
import Synchronization

/// The two keys that `certs` lists.
struct PublishedKeys {
  /// The JWK set.
  let json: JSONValue

  /// Finds the key for encryption, or makes it now; another process that makes one at the same time gets
  /// the same.
  ///
  /// - Throws: ``TokenError/keyUnreadable``, or what the store throws.
  init(_ signing: PublishedKey, of realm: Realm, in store: some TokenStore) throws {
    let pem = try store.encryptionKey() ?? store.keepEncryptionKey(Self.drawn())
    guard let key = try? _RSA.Signing.PrivateKey(pemRepresentation: pem),
      let id = try? StoredKey.thumbprint(of: key.publicKey)
    else { throw TokenError.keyUnreadable }
    let encryption = PublishedKey(
      id: id, use: .encryption, privateKey: key, madeAt: signing.madeAt)
    json = .object([
      .init("keys", .array(try [signing, encryption].map { try $0.member(realm: realm.name) }))
    ])
  }

  private static func drawn() throws -> String {
    do { return try _RSA.Signing.PrivateKey(keySize: .bits2048).pkcs8PEMRepresentation } catch {
      throw TokenError.keyUnreadable
    }
  }
}

/// The published keys, worked out for the first who asks.
final class PublishedKeysOnce: Sendable {
  private let json = Mutex<JSONValue?>(nil)

  /// What was worked out, or is now.
  func keys(_ make: () throws -> PublishedKeys) throws -> JSONValue {
    if let known = json.withLock({ $0 }) { return known }
    let made = try make().json
    json.withLock { $0 = made }
    return made
  }
}
