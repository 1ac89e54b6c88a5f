import PortalModel

/// An authorization code that was sent to a browser (RFC 6749 §4.1.2). Only its digest is kept.
public struct AuthorizationCode: Hashable, Sendable {
  /// The code's SHA-256, base64url.
  public var digest: String
  /// The client that it was issued to.
  public var client: ApplicationIdentifier
  /// The login that it stands for.
  public var session: String
  /// The redirect URI of the request; empty where the request had none.
  public var redirectURI: String
  /// The scopes asked for.
  public var scope: [String]
  /// `nonce` of the request, for the ID token.
  public var nonce: String?
  /// What the client is to prove, where it used PKCE.
  public var proofKey: ProofKey?
  /// When it expires: a minute after its issue.
  public var expiresAt: Instant
  /// When it was used; `nil` while it was not.
  public var usedAt: Instant?

  /// Makes a code.
  public init(
    digest: String, client: ApplicationIdentifier, session: String, redirectURI: String,
    scope: [String], nonce: String? = nil, proofKey: ProofKey? = nil, expiresAt: Instant,
    usedAt: Instant? = nil
  ) {
    self.digest = digest
    self.client = client
    self.session = session
    self.redirectURI = redirectURI
    self.scope = scope
    self.nonce = nonce
    self.proofKey = proofKey
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }
}

/// A device that waits to be signed in (RFC 8628 §3.2). Only digests of its codes are kept.
public struct Device: Hashable, Sendable {
  /// The device code's SHA-256, base64url.
  public var digest: String
  /// The user code's SHA-256, base64url.
  public var userDigest: String
  /// The client that started it.
  public var client: ApplicationIdentifier
  /// The scopes asked for.
  public var scope: [String]
  /// `nonce` of the request, for the ID token.
  public var nonce: String?
  /// What the client is to prove, where it used PKCE.
  public var proofKey: ProofKey?
  /// How far it has come.
  public var state: State
  /// The login that the user said yes with; `nil` before.
  public var session: String?
  /// When both codes expire.
  public var expiresAt: Instant
  /// When the device last asked; `nil` before the first time.
  public var polledAt: Instant?
  /// Seconds that must lie between two questions.
  public var interval: Int

  /// How far a device has come.
  public enum State: String, Codable, Sendable {
    /// The user has not answered.
    case pending
    /// The user said yes.
    case approved
    /// The user said no.
    case denied
    /// The device has its tokens.
    case used
  }

  /// Makes a device.
  public init(
    digest: String, userDigest: String, client: ApplicationIdentifier, scope: [String],
    nonce: String? = nil, proofKey: ProofKey? = nil, state: State = .pending,
    session: String? = nil, expiresAt: Instant,
    polledAt: Instant? = nil, interval: Int = 5
  ) {
    self.digest = digest
    self.userDigest = userDigest
    self.client = client
    self.scope = scope
    self.nonce = nonce
    self.proofKey = proofKey
    self.state = state
    self.session = session
    self.expiresAt = expiresAt
    self.polledAt = polledAt
    self.interval = interval
  }
}

/// That one client may go on without its user (`offline_access`), whatever becomes of the login.
public struct OfflineSession: Hashable, Sendable {
  /// The user session that it began in.
  public var session: String
  /// The client.
  public var client: ApplicationIdentifier
  /// When it began.
  public var startedAt: Instant
  /// When it was last used to get a token.
  public var lastUsedAt: Instant

  /// Makes an offline session.
  public init(
    session: String, client: ApplicationIdentifier, startedAt: Instant, lastUsedAt: Instant
  ) {
    self.session = session
    self.client = client
    self.startedAt = startedAt
    self.lastUsedAt = lastUsedAt
  }
}
