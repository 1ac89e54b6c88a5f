import PortalModel

/// What the token service answers: the real service's words, and everything it would never tell.
public struct TokenAnswer: Hashable, Sendable {
  /// What the caller is sent.
  public var reply: Reply
  /// Why.
  public var verdict: Verdict
  /// The tokens that were issued, in the order of the body's members.
  public var tokens: [TokenView]
  /// The user's roles before and after, as far as the request got.
  public var roles: RoleComparison?
  /// What is worth knowing though nothing was refused for it.
  public var notes: [TokenNote]
  /// Where the same request would fail under the newer standard exchange (§11.1), each row by itself
  /// and in that exchange's order; empty where nothing was granted, or not by V1.
  public var standard: [Check]
  /// What became of each scope in an exchange; empty elsewhere.
  public var scopes: [ScopeFate]

  /// Makes an answer.
  public init(
    reply: Reply, verdict: Verdict, tokens: [TokenView] = [], roles: RoleComparison? = nil,
    notes: [TokenNote] = [], standard: [Check] = [], scopes: [ScopeFate] = []
  ) {
    self.reply = reply
    self.verdict = verdict
    self.tokens = tokens
    self.roles = roles
    self.notes = notes
    self.standard = standard
    self.scopes = scopes
  }
}

/// What signing in gives.
public struct SignInAnswer: Hashable, Sendable {
  /// The checks L1 to L3.
  public var verdict: Verdict
  /// The tokens: access, refresh where the client uses them, ID where `openid` was asked for.
  public var tokens: [TokenView]
  /// The session that was begun; `nil` where the sign-in was refused.
  public var session: UserSession?
  /// All roles of the application, given or not, each with its reason.
  public var roles: [RoleFinding]

  /// Makes an answer.
  public init(
    verdict: Verdict, tokens: [TokenView] = [], session: UserSession? = nil,
    roles: [RoleFinding] = []
  ) {
    self.verdict = verdict
    self.tokens = tokens
    self.session = session
    self.roles = roles
  }

  /// The access token's compact form; `nil` where the sign-in was refused.
  public var accessToken: String? { tokens.first { $0.kind == .access }?.compact }
}

/// The roles of a user before an exchange and after.
public struct RoleComparison: Hashable, Sendable {
  /// Those in the subject token.
  public var before: ApplicationRoles
  /// Those for the target; `nil` where the exchange was refused.
  public var after: ApplicationRoles?

  /// Makes a comparison.
  public init(before: ApplicationRoles, after: ApplicationRoles? = nil) {
    self.before = before
    self.after = after
  }
}

/// A user's roles in one application.
public struct ApplicationRoles: Hashable, Sendable {
  /// The application.
  public var application: ApplicationIdentifier
  /// The roles that stand in the token, in its order. Tokens are snapshots: an older one can differ
  /// from what ``findings`` says now.
  public var inToken: [String]
  /// Every role of the application as it is now, given or not, each with its reason.
  public var findings: [RoleFinding]

  /// Makes the roles.
  public init(application: ApplicationIdentifier, inToken: [String], findings: [RoleFinding]) {
    self.application = application
    self.inToken = inToken
    self.findings = findings
  }
}
