import PortalModel

/// The exchange that somebody wants to see.
public struct ExchangeQuery: Hashable, Encodable, Sendable {
  /// Who signs in.
  public var user: IdentityIdentifier
  /// How they sign in.
  public var signIn: SignIn
  /// To which application, which then exchanges.
  public var source: ApplicationIdentifier
  /// Toward which application.
  public var target: ApplicationIdentifier
  /// Which tokens are asked for.
  public var want: Want

  /// The requested token types.
  public enum Want: String, CaseIterable, Encodable, Sendable {
    /// Refresh and access token.
    case refresh = "refresh_token"
    /// Access token alone.
    case access = "access_token"
    /// ID token.
    case id = "id_token"

    /// What the field shows.
    public var label: String {
      switch self {
      case .refresh: "refresh + access"
      case .access: "access"
      case .id: "ID token"
      }
    }
  }

  /// Makes a query.
  public init(
    user: IdentityIdentifier, signIn: SignIn, source: ApplicationIdentifier,
    target: ApplicationIdentifier, want: Want
  ) {
    self.user = user
    self.signIn = signIn
    self.source = source
    self.target = target
    self.want = want
  }
}

/// What came of an exchange: everything that the screen draws.
public struct ExchangeOutcome: Hashable, Encodable, Sendable {
  /// What was asked.
  public var query: ExchangeQuery
  /// The verdict on the sign-in.
  public var signIn: Verdict
  /// The tokens that the sign-in gave; none where it was refused.
  public var before: [TokenView]
  /// The verdict on the exchange; `nil` where the sign-in was refused.
  public var verdict: Verdict?
  /// The service's reply to the exchange.
  public var reply: Reply?
  /// The tokens that the exchange gave.
  public var after: [TokenView]
  /// The source's roles and whether the user has them.
  public var sourceRoles: [RoleFinding]
  /// The target's roles and whether the user has them.
  public var targetRoles: [RoleFinding]
  /// Where the same request would fail under the newer standard exchange; empty for a refusal.
  public var standard: [Check]
  /// What is worth knowing although it was granted.
  public var notes: [TokenNote]
  /// What became of each scope; empty where nothing was granted.
  public var scopes: [ScopeFate]
  /// What would become of the token; `nil` where nothing was granted.
  public var aftermath: Aftermath?
  /// The `curl` command that makes the same request of a running endpoint.
  public var curl: String
  /// When it happened.
  public var at: Instant

  /// Makes an outcome.
  public init(
    query: ExchangeQuery, signIn: Verdict, before: [TokenView], verdict: Verdict?,
    reply: Reply?, after: [TokenView], sourceRoles: [RoleFinding], targetRoles: [RoleFinding],
    standard: [Check] = [], notes: [TokenNote] = [], scopes: [ScopeFate] = [],
    aftermath: Aftermath? = nil, curl: String, at: Instant
  ) {
    self.query = query
    self.signIn = signIn
    self.before = before
    self.verdict = verdict
    self.reply = reply
    self.after = after
    self.sourceRoles = sourceRoles
    self.targetRoles = targetRoles
    self.standard = standard
    self.notes = notes
    self.scopes = scopes
    self.aftermath = aftermath
    self.curl = curl
    self.at = at
  }

  /// The check that refused, of the sign-in or of the exchange.
  public var failure: Check? { signIn.failure ?? verdict?.failure }

  /// What would turn the refusal.
  public var repairs: [Repair] { signIn.failure == nil ? verdict?.repairs ?? [] : signIn.repairs }
}
