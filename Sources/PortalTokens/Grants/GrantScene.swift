import PortalModel

/// What the rules of a grant work with, all of one snapshot.
struct GrantScene {
  var request: TokenRequest
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  /// The client that asks; it has proved itself.
  var requester: Client
}

/// A granted request beside the exchange: all that is to be signed and told.
struct SessionGrant {
  var contents: TokenContents
  var hasRefreshToken: Bool
  /// `nonce` of the ID token.
  var nonce: String?
  /// The scopes that the refresh token keeps, where the access token has fewer (RFC 6749 §6).
  var refreshScope: GrantedScope?
  /// The audiences that a refreshed token keeps (V2, §11.1).
  var requestedAudience: [ApplicationIdentifier] = []
  var notBefore: Instant?
  /// `issued_token_type`, which exchanges alone have.
  var issuedType: ExchangeWant?
  var notes: [TokenNote] = []

  /// Whether the refresh token outlives the login.
  var isOffline: Bool {
    hasRefreshToken && (refreshScope ?? contents.scope).contains("offline_access")
  }
}

/// The rules of one grant.
protocol GrantRules {
  /// The rows in their order.
  static var order: [CheckIdentifier] { get }
  /// Makes all checks of the row.
  ///
  /// - Parameter records: What is to be recorded even where a check fails.
  func pass(_ trail: inout Trail, _ records: inout [TokenRecord]) throws -> SessionGrant
}

extension GrantScene {
  /// Everything that a token of this client for itself says.
  func contents(
    of identity: Identity, in session: UserSession?, scope: GrantedScope
  ) throws -> TokenContents {
    TokenContents(
      realm: realm, now: now, identity: identity, session: session, requester: requester.id,
      target: requester, scope: scope,
      roles: try TokenRoles(
        of: identity.id, signedIn: session?.signIn ?? identity.defaultSignIn, target: requester,
        facts: facts))
  }

  /// The latest not-before mark that concerns a user and this client.
  func notBefore(of identity: IdentityIdentifier) throws -> Instant? {
    try facts.notBefore(of: [.realm, .client(requester.id), .identity(identity)])
  }

  /// The `scope` parameter, cut at blanks.
  var requestedScope: [String] {
    (request["scope"] ?? "").split(separator: " ").map(String.init)
  }

  /// E10.
  func scopesKnown() -> Ruling<GrantedScope> {
    ScopeRules.judge(requestedScope, of: requester.settings)
  }

  /// What a user session comes to for this client: live, or live because it is an offline one.
  func live(_ session: UserSession) throws -> Result<UserSession, Over> {
    guard let end = session.endedAt == nil ? realm.end(of: session, at: now) : .loggedOut else {
      return .success(session)
    }
    let offline = try realm.offline(session, for: requester.id, at: now, facts: facts)
    return offline.map { .success($0) } ?? .failure(Over(end: end))
  }

  /// That a session is over.
  struct Over: Error {
    var end: Finding.SessionEnd
  }

  /// What to record where a session is used.
  func used(_ session: UserSession) -> [TokenRecord] {
    if session.isOffline {
      return [
        .offlineSession(
          OfflineSession(
            session: session.id, client: requester.id, startedAt: now, lastUsedAt: now))
      ]
    }
    return session.used(at: now)
  }
}

extension UserSession {
  /// What to record where the login is used: not more than once a minute.
  func used(at now: Instant) -> [TokenRecord] {
    now < lastUsedAt.advanced(seconds: 60) ? [] : [.sessionUsed(id, at: now)]
  }
}

/// Which scopes a client may ask for.
enum ScopeRules {
  /// E10: `openid`, and the client's default and optional scopes.
  static func judge(_ requested: [String], of settings: ClientSettings) -> Ruling<GrantedScope> {
    let offered = ["openid"] + settings.defaultScopes + settings.optionalScopes
    let unknown = requested.filter { !offered.contains($0) }
    guard unknown.isEmpty else {
      let known = requested.filter(offered.contains)
      let repair: Repair =
        known.isEmpty
        ? .request(.remove(["scope"])) : .set("scope", known.joined(separator: " "))
      return .refused(
        .signOn(.scopes(unknown, offered: offered)),
        .invalidScope("Invalid scopes: \(requested.joined(separator: " "))"), [repair])
    }
    return .passed(GrantedScope(signIn: requested, target: settings), .fine)
  }
}
