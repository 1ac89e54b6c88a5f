import PortalModel
import Synchronization

/// What is taken to have happened, without its having happened.
struct Supposition: Sendable {
  /// What the token service would have written, oldest first.
  var records: [TokenRecord] = []
  var disabledIdentity: IdentityIdentifier?
  var disabledClient: ApplicationIdentifier?
  var revokedPermission: ExchangeDirection?

  /// The newest thing that was written of something.
  func newest<Value>(_ pick: (TokenRecord) -> Value?) -> Value? {
    for record in records.reversed() {
      if let value = pick(record) { return value }
    }
    return nil
  }
}

/// A store that takes what is written for granted, and writes nothing.
final class SupposedStore: TokenStore {
  private let base: any TokenStore
  private let supposition: Mutex<Supposition>

  init(_ base: any TokenStore, _ supposition: Supposition) {
    self.base = base
    self.supposition = Mutex(supposition)
  }

  func read<Value>(_ body: (any TokenFacts) throws -> Value) throws -> Value {
    let supposition = self.supposition.withLock { $0 }
    return try base.read { try body(SupposedFacts(base: $0, supposition: supposition)) }
  }

  func transact<Value>(
    _ body: (any TokenFacts) throws -> (Value, [TokenRecord])
  ) throws -> Value {
    let (value, records) = try read(body)
    try record(records)
    return value
  }

  func record(_ records: [TokenRecord]) throws {
    supposition.withLock { $0.records += records }
  }

  func signingKey() throws -> StoredKey? { try base.signingKey() }
  func keep(_ key: StoredKey) throws -> StoredKey { key }
  func encryptionKey() throws -> String? { try base.encryptionKey() }
  func keepEncryptionKey(_ pem: String) throws -> String { pem }
}
