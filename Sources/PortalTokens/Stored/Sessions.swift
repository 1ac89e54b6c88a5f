import PortalModel

/// A login of one identity: what all of its tokens hang on (their `sid`).
public struct UserSession: Hashable, Sendable {
  /// The session's identifier, in every token as `sid`.
  public var id: String
  /// Who signed in.
  public var identity: IdentityIdentifier
  /// How they signed in. Roles of every token of the session depend on it.
  public var signIn: SignIn
  /// When they signed in (`auth_time`).
  public var startedAt: Instant
  /// When the session was last used to get a token for its user.
  public var lastUsedAt: Instant
  /// When it was logged out; `nil` while it was not.
  public var endedAt: Instant?
  /// Whether it counts only because a client may go on without its user: it then has no maximum
  /// age. Found out anew at each use, never stored.
  var isOffline = false

  /// Makes a session.
  public init(
    id: String, identity: IdentityIdentifier, signIn: SignIn, startedAt: Instant,
    lastUsedAt: Instant, endedAt: Instant? = nil
  ) {
    self.id = id
    self.identity = identity
    self.signIn = signIn
    self.startedAt = startedAt
    self.lastUsedAt = lastUsedAt
    self.endedAt = endedAt
  }
}

/// That one client takes part in a user session.
public struct ClientSession: Hashable, Sendable {
  /// The user session's identifier.
  public var session: String
  /// The client.
  public var client: ApplicationIdentifier
  /// When the client joined.
  public var startedAt: Instant

  /// Makes a client session.
  public init(session: String, client: ApplicationIdentifier, startedAt: Instant) {
    self.session = session
    self.client = client
    self.startedAt = startedAt
  }
}

/// How often the refresh token that a client used last in a login was used.
public struct RefreshUse: Hashable, Sendable {
  /// The user session's identifier.
  public var session: String
  /// The client.
  public var client: ApplicationIdentifier
  /// The refresh token, by its `jti`.
  public var token: String
  /// How often it was used.
  public var count: Int
  /// When it was used last.
  public var lastUsedAt: Instant

  /// Makes a count.
  public init(
    session: String, client: ApplicationIdentifier, token: String, count: Int, lastUsedAt: Instant
  ) {
    self.session = session
    self.client = client
    self.token = token
    self.count = count
    self.lastUsedAt = lastUsedAt
  }
}

/// The realm's keys as they are stored: the RSA key that signs access and ID tokens, and the secret
/// that signs refresh tokens, which nobody but the service reads.
public struct StoredKey: Hashable, Sendable {
  /// The key's identifier, in token headers as `kid`.
  public var id: String
  /// The RSA private key of 2,048 bits, PKCS #8 in PEM.
  public var privateKeyPEM: String
  /// 64 random bytes for HS512.
  public var refreshSecret: [UInt8]
  /// When the key was made.
  public var createdAt: Instant

  /// Makes a stored key.
  public init(id: String, privateKeyPEM: String, refreshSecret: [UInt8], createdAt: Instant) {
    self.id = id
    self.privateKeyPEM = privateKeyPEM
    self.refreshSecret = refreshSecret
    self.createdAt = createdAt
  }
}

/// Whose older tokens a not-before mark puts out of use (X4g).
public enum NotBeforeSubject: Hashable, Sendable {
  /// Everybody's.
  case realm
  /// One client's.
  case client(ApplicationIdentifier)
  /// One user's.
  case identity(IdentityIdentifier)
}

/// What the token service writes, outside of the journal.
public enum TokenRecord: Hashable, Sendable {
  /// A new login.
  case userSession(UserSession)
  /// A client joins a login.
  case clientSession(ClientSession)
  /// A login is used.
  case sessionUsed(String, at: Instant)
  /// A client leaves a login: its refresh token was revoked, or its code used twice.
  case clientSessionEnded(String, client: ApplicationIdentifier)
  /// A client may go on without its user.
  case offlineSession(OfflineSession)
  /// A client may do so no longer.
  case offlineSessionEnded(String, client: ApplicationIdentifier)
  /// A refresh token is used, where the realm counts that.
  case refreshUsed(RefreshUse)
  /// A code is sent to a browser.
  case code(AuthorizationCode)
  /// A code is used, by its digest.
  case codeUsed(String, at: Instant)
  /// A device begins, or comes further.
  case device(Device)
  /// A login ends.
  case sessionEnded(String, at: Instant)
  /// An access token is revoked; remembered until it expires anyhow.
  case revoked(jti: String, expires: Instant)
  /// Older tokens go out of use.
  case notBefore(NotBeforeSubject, Instant)
}
