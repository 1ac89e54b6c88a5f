/// What a check of the single sign-on found outside of the V1 exchange.
public enum SignOnFinding: Hashable, Codable, Sendable {
  /// The redirect URI that was sent, if one was, and those of the client.
  case redirectURI(String?, registered: [RedirectURI])
  /// A response type that nobody knows.
  case responseType(String)
  /// An implicit or hybrid response type, which the client may not use.
  case implicitFlow(String)
  /// Scopes that the client does not have, and those that it has.
  case scopes([String], offered: [String])
  /// What is wrong with PKCE's challenge.
  case challenge(ChallengeProblem)
  /// Nobody is signed on, or the request wants them to sign in anew.
  case loginRequired
  /// Who is signed on already.
  case signedOn(IdentityIdentifier)

  /// What is wrong with an authorization code.
  case code(CodeProblem)
  /// The redirect URI that the code was sent to, and the one that was sent now.
  case codeRedirectURI(expected: String, sent: String?)
  /// The client that the code was issued to, and the one that sent it.
  case codeClient(ApplicationIdentifier, sentBy: ApplicationIdentifier)
  /// What is wrong with PKCE's verifier.
  case verifier(VerifierProblem)

  /// Whom the refresh token or token was issued to, and who sent it.
  case tokenOf(String?, sentBy: ApplicationIdentifier)
  /// How often the refresh token was used, and how often again it may be.
  case refreshUsed(times: Int, allowed: Int)
  /// A newer refresh token has been used since.
  case refreshReplaced(at: Instant)
  /// The client may not have tokens of its own.
  case noServiceAccount(ApplicationIdentifier, isPublic: Bool)
  /// The device code, and what is wrong with it.
  case device(DeviceProblem)
  /// The client's switch for the device grant is off.
  case deviceGrantOff(ApplicationIdentifier)
  /// The registration does not allow the password grant.
  case passwordGrantOff(ApplicationIdentifier)
  /// No such login, or another password.
  case passwordWrong(String)
  /// The caller is a public client.
  case publicCaller(ApplicationIdentifier)
  /// A token type that cannot be hinted at or revoked.
  case tokenKind(String)
  /// The token's scopes, `openid` not among them.
  case openidMissing([String])
  /// The token was sent more than once, or in two ways.
  case tokenSentTwice
  /// No token was sent, or in a header that is not a bearer's.
  case tokenNotSent
  /// There is no application of that identifier.
  case applicationUnknown(String)
  /// The roles in the token, and those of the application; none in common.
  case noRole([String], of: ApplicationIdentifier)
  /// The roles in the token that the application has.
  case roles([RoleIdentifier])
  /// The requester's switch for the standard exchange is off.
  case standardExchangeOff(ApplicationIdentifier)
  /// The session is a service account's or an offline one.
  case sessionCannotRefresh
  /// The audiences that the built token does not have.
  case audienceUnavailable([ApplicationIdentifier], of: ApplicationIdentifier)

  /// What can be wrong with PKCE's challenge.
  public enum ChallengeProblem: String, Codable, Sendable {
    /// A method without a challenge.
    case missing
    /// A challenge that is not 43 to 128 characters of the alphabet.
    case malformed
    /// A method other than `S256` and `plain`.
    case method
  }

  /// What can be wrong with an authorization code.
  public enum CodeProblem: Hashable, Codable, Sendable {
    /// Nobody issued it.
    case unknown
    /// It was used before; what it gave is taken back.
    case used(at: Instant)
    /// It is too old.
    case expired(at: Instant, now: Instant)
  }

  /// What can be wrong with PKCE's verifier.
  public enum VerifierProblem: String, Codable, Sendable {
    /// None was sent, although there was a challenge.
    case missing
    /// It is not 43 to 128 characters of the alphabet.
    case malformed
    /// It does not fit the challenge.
    case mismatch
    /// One was sent, although there was no challenge.
    case unexpected
  }

  /// What can be wrong with a device code or user code.
  public enum DeviceProblem: Hashable, Codable, Sendable {
    /// Nobody issued it.
    case unknown
    /// It was used before.
    case used
    /// It was issued to this other client.
    case otherClient(ApplicationIdentifier)
    /// It is too old.
    case expired(at: Instant, now: Instant)
    /// The device asked again too soon; it has to wait this many seconds between.
    case tooFast(interval: Int)
    /// The user said no.
    case denied
    /// The user has not answered yet.
    case pending
  }
}
