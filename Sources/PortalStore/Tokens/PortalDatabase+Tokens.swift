import Foundation
import GRDB
import PortalModel
import PortalTokens

extension PortalDatabase: TokenStore {
  /// Reads within one consistent state, on a connection that no screen uses.
  public func read<Value>(_ body: (any TokenFacts) throws -> Value) throws -> Value {
    do {
      return try connections.lendTokens { connection in
        try Self.snapshot(of: connection.queue) { try body(DatabaseFacts(database: $0)) }
      }
    } catch {
      throw StoreError.translated(error)
    }
  }

  /// Writes what the token service records; durable when it returns. Screens are not woken.
  public func record(_ records: [TokenRecord]) throws {
    guard !records.isEmpty else { return }
    try writing { database in
      for record in records { try Self.write(record, to: database) }
    }
  }

  /// Reads and writes in one transaction that has the only right to write; durable when it returns.
  public func transact<Value>(
    _ body: (any TokenFacts) throws -> (Value, [TokenRecord])
  ) throws -> Value {
    try writing { database in
      let (value, records) = try body(DatabaseFacts(database: database))
      for record in records { try Self.write(record, to: database) }
      return value
    }
  }

  /// The realm's key, or `nil` while none has been made.
  public func signingKey() throws -> StoredKey? {
    try reading(Self.signingKey)
  }

  /// Keeps a key unless there is one already, and returns the one that counts.
  public func keep(_ key: StoredKey) throws -> StoredKey {
    try writing { database in
      if let kept = try Self.signingKey(in: database) { return kept }
      try database.run(
        """
        INSERT INTO signing_keys (id, private_key, refresh_secret, created_at)
        VALUES (?, ?, ?, ?)
        """, [key.id, key.privateKeyPEM, Data(key.refreshSecret), key.createdAt.milliseconds])
      return key
    }
  }

  /// The realm's key for encryption, or `nil` while none has been made.
  public func encryptionKey() throws -> String? { try reading(Self.encryptionKey) }

  /// Keeps a key for encryption unless there is one already, and returns the one that counts.
  public func keepEncryptionKey(_ pem: String) throws -> String {
    try writing { database in
      if let kept = try Self.encryptionKey(in: database) { return kept }
      try database.run(
        "INSERT INTO settings (key, value) VALUES ('encryption_key', ?)", [pem])
      return pem
    }
  }

  private static func encryptionKey(in database: Database) throws -> String? {
    try database.first("SELECT value FROM settings WHERE key = 'encryption_key'") { $0[0] }
  }

  private static func signingKey(in database: Database) throws -> StoredKey? {
    try database.first(
      """
      SELECT id, private_key, refresh_secret, created_at FROM signing_keys
      ORDER BY position LIMIT 1
      """
    ) { row in
      StoredKey(
        id: row[0], privateKeyPEM: row[1], refreshSecret: Array(row[2] as Data),
        createdAt: Instant(milliseconds: row[3]))
    }
  }

  private static func write(_ record: TokenRecord, to database: Database) throws {
    switch record {
    case .userSession(let session): try write(session, to: database)
    case .clientSession(let session):
      // Two exchanges may find the same client session missing at once: the first one counts.
      try database.run(
        """
        INSERT INTO client_sessions (session, client, started_at) VALUES (?, ?, ?)
        ON CONFLICT DO NOTHING
        """, [session.session, session.client.text, session.startedAt.milliseconds])
    case .clientSessionEnded(let session, let client):
      try SignOnWriter(database: database).end(clientSession: session, of: client)
    case .offlineSession(let session): try SignOnWriter(database: database).write(session)
    case .offlineSessionEnded(let session, let client):
      try SignOnWriter(database: database).end(offlineSession: session, of: client)
    case .refreshUsed(let use): try SignOnWriter(database: database).write(use)
    case .code(let code): try SignOnWriter(database: database).write(code)
    case .codeUsed(let digest, let instant):
      try SignOnWriter(database: database).use(code: digest, at: instant)
    case .device(let device): try SignOnWriter(database: database).write(device)
    case .sessionUsed(let id, let instant):
      try database.run(
        "UPDATE sessions SET last_used_at = max(last_used_at, ?) WHERE id = ?",
        [instant.milliseconds, id])
    case .sessionEnded(let id, let instant):
      try database.run(
        "UPDATE sessions SET ended_at = coalesce(ended_at, ?) WHERE id = ?",
        [instant.milliseconds, id])
    case .revoked(let jti, let expires):
      try database.run(
        "INSERT INTO revocations (jti, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [jti, expires.milliseconds])
    case .notBefore(let subject, let instant):
      let key = NotBeforeRow(subject)
      try database.run(
        """
        INSERT INTO not_before (kind, subject, at) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET at = max(at, excluded.at)
        """, [key.kind, key.subject, instant.milliseconds])
    }
  }

  private static func write(_ session: UserSession, to database: Database) throws {
    try database.run(
      """
      INSERT INTO sessions (id, identity, level, multifactor, started_at, last_used_at, ended_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        session.id, session.identity.text, session.signIn.level.word,
        session.signIn.multifactor, session.startedAt.milliseconds,
        session.lastUsedAt.milliseconds, session.endedAt?.milliseconds,
      ])
  }
}
