import PortalModel

/// What the token service may ask, all within one consistent state of the portal and its sessions.
public protocol TokenFacts: Facts {
  /// The present secret of a client; `nil` for a public one.
  func secret(of application: ApplicationIdentifier) throws -> String?
  /// The login of this identifier.
  func userSession(_ id: String) throws -> UserSession?
  /// Whether a client takes part in a login.
  func clientSession(
    of client: ApplicationIdentifier, in session: String
  ) throws -> ClientSession?
  /// Whether a client may go on in a login without its user.
  func offlineSession(
    of client: ApplicationIdentifier, in session: String
  ) throws -> OfflineSession?
  /// The refresh token that a client used last in a login, where the realm counts that.
  func refreshUse(of client: ApplicationIdentifier, in session: String) throws -> RefreshUse?
  /// The authorization code of this digest.
  func authorizationCode(digest: String) throws -> AuthorizationCode?
  /// The device whose device code has this digest.
  func device(digest: String) throws -> Device?
  /// The device whose user code has this digest.
  func device(userDigest: String) throws -> Device?
  /// Whether an access token was revoked.
  func isRevoked(jti: String) throws -> Bool
  /// The latest not-before mark among those of the subjects; `nil` where there is none.
  func notBefore(of subjects: [NotBeforeSubject]) throws -> Instant?
  /// Whether a target has ever granted, and whether it grants now, an exchange to anybody.
  func exchangeGrants(toward target: ApplicationIdentifier) throws -> (ever: Bool, now: Bool)
  /// The identifiers of applications nearest to a text, nearest first; for "did you mean".
  func applications(nearestTo text: String, limit: Int) throws -> [ApplicationIdentifier]
  /// The applications that have a role which applies to all, or which one of the groups is linked
  /// to: by identifier, the first `limit` of them. Asked for "full scope allowed" only (§8.3).
  func applications(
    withRolesFor groups: [GroupIdentifier], limit: Int
  ) throws -> [ApplicationIdentifier]
}

/// Where the token service reads and writes. The database is one; tests have another in memory.
public protocol TokenStore: Sendable {
  /// Reads within one consistent state.
  func read<Value>(_ body: (any TokenFacts) throws -> Value) throws -> Value
  /// Reads, and writes what the reading leads to, in one transaction that has the only right to
  /// write; durable when it returns. For what must not happen twice.
  func transact<Value>(
    _ body: (any TokenFacts) throws -> (Value, [TokenRecord])
  ) throws -> Value
  /// Writes; durable when it returns.
  func record(_ records: [TokenRecord]) throws
  /// The realm's key, or `nil` while none has been made.
  func signingKey() throws -> StoredKey?
  /// Keeps a key unless there is one already, and returns the one that counts.
  func keep(_ key: StoredKey) throws -> StoredKey
  /// The realm's key for encryption (PKCS #8 in PEM), or `nil` while none has been made.
  func encryptionKey() throws -> String?
  /// Keeps a key for encryption unless there is one already, and returns the one that counts.
  func keepEncryptionKey(_ pem: String) throws -> String
}
