import PortalModel

/// Refreshing (RFC 6749 §6, §12): the new token is for the requester itself, whatever audience an
/// exchange had given the old one; only the standard exchange keeps it (§11.1).
struct RefreshGrant: GrantRules {
  var scene: GrantScene
  var sent: SentToken

  static let order: [CheckIdentifier] = [
    .refreshPresent, .scopes, .refreshGenuine, .refreshTime, .refreshIssuer, .refreshClient,
    .refreshUser, .refreshSession, .refreshClientSession, .refreshStale, .refreshScope,
    .refreshReuse,
  ]

  func pass(_ trail: inout Trail, _ records: inout [TokenRecord]) throws -> SessionGrant {
    try trail.check(.refreshPresent, present)
    _ = try trail.check(.scopes, scene.scopesKnown)
    let claims = try trail.check(.refreshGenuine) { RefreshRules.genuine(sent, [again]) }
    try trail.check(.refreshTime) { time(claims) }
    try trail.check(.refreshIssuer) { issuer(claims) }
    try trail.check(.refreshClient) { client(claims) }
    let identity = try trail.check(.refreshUser) { try user(claims) }
    let session = try trail.check(.refreshSession) { try live(claims, identity) }
    try trail.check(.refreshClientSession) { try partner(session, claims) }
    let mark = try trail.check(.refreshStale) { try stale(claims, identity) }
    let scope = try trail.check(.refreshScope) { self.scope(claims) }
    if let use = try trail.check(.refreshReuse, { try reuse(claims, session) }) {
      records.append(.refreshUsed(use))
    }
    records += scene.used(session)
    let kept = GrantedScope(signIn: claims.scope, target: scene.requester.settings)
    return SessionGrant(
      contents: try scene.contents(of: identity, in: session, scope: scope),
      hasRefreshToken: scene.requester.settings.useRefreshTokens,
      refreshScope: kept == scope ? nil : kept,
      requestedAudience: claims.requestedAudience.compactMap { try? ApplicationIdentifier($0) },
      notBefore: mark)
  }

  private var again: Repair { .request(.restartSignIn(scene.requester.id)) }

  private func present() -> Ruling<Void> {
    if case .absent = sent {
      return .refused(.parameterMissing("refresh_token"), .refreshTokenMissing, [again])
    }
    return .passed(.fine)
  }

  private func time(_ claims: SubjectClaims) -> Ruling<Void> {
    SubjectRules.timeProblem(of: claims, at: scene.now).map {
      .refused($0, .invalidGrant("Token is not active"), [again])
    } ?? .passed(.fine)
  }

  private func issuer(_ claims: SubjectClaims) -> Ruling<Void> {
    let expected = scene.realm.issuer
    return claims.issuer == expected
      ? .passed(.fine)
      : .refused(
        .tokenIssuer(found: claims.issuer, expected: expected),
        .invalidGrant("Invalid token issuer. Expected '\(expected)'"), [again])
  }

  private func client(_ claims: SubjectClaims) -> Ruling<Void> {
    let finding = Finding.signOn(.tokenOf(claims.holder, sentBy: scene.requester.id))
    if claims.holder == scene.requester.id.text { return .passed(finding) }
    let holder = claims.holder.flatMap { try? ApplicationIdentifier($0) }
    return .refused(
      finding,
      .invalidGrant("Invalid refresh token. Token client and authorized client don't match"),
      (holder.map { [.request(.callAs($0))] } ?? []) + [again])
  }

  private func user(_ claims: SubjectClaims) throws -> Ruling<Identity> {
    let id = claims.subject.flatMap { try? IdentityIdentifier($0) }
    guard let identity = try id.flatMap({ try scene.facts.identity($0) }) else {
      return .refused(
        .tokenUser(claims.subject, disabled: false), .invalidGrant("User not found"), [])
    }
    guard identity.enabled else {
      return .refused(
        .tokenUser(claims.subject, disabled: true), .invalidGrant("User disabled"),
        Repairs(facts: scene.facts).enabling(
          identity.id, by: scene.requester.application.owner))
    }
    return .passed(identity, .identity(identity.id, disabled: false))
  }

  private func live(_ claims: SubjectClaims, _ identity: Identity) throws -> Ruling<UserSession> {
    func over(_ end: Finding.SessionEnd) -> Ruling<UserSession> {
      .refused(
        .tokenSession(claims.session, ended: end), .invalidGrant("Session not active"), [again])
    }
    guard let session = try claims.session.flatMap({ try scene.facts.userSession($0) }),
      session.identity == identity.id
    else { return over(.unknown) }
    if claims.type == RefreshRules.offline {
      let offline = try scene.realm.offline(
        session, for: scene.requester.id, at: scene.now, facts: scene.facts)
      return offline.map { .passed($0, .fine) } ?? over(.idle)
    }
    guard
      let end = session.endedAt == nil ? scene.realm.end(of: session, at: scene.now) : .loggedOut
    else { return .passed(session, .fine) }
    return over(end)
  }

  private func partner(_ session: UserSession, _ claims: SubjectClaims) throws -> Ruling<Void> {
    if session.isOffline { return .passed(.notApplicable) }
    let joined = try scene.facts.clientSession(of: scene.requester.id, in: session.id)
    guard let joined, claims.issuedAt.seconds >= joined.startedAt.seconds else {
      return .refused(
        .tokenClientSession(scene.requester.id),
        .invalidGrant("Session doesn't have required client"), [again])
    }
    return .passed(.fine)
  }

  /// As X4g, in whole seconds.
  private func stale(_ claims: SubjectClaims, _ identity: Identity) throws -> Ruling<Instant?> {
    let mark = try scene.notBefore(of: identity.id)
    guard let mark, claims.issuedAt.seconds < mark.seconds else { return .passed(mark, .fine) }
    return .refused(
      .tokenStale(issued: claims.issuedAt, notBefore: mark), .invalidGrant("Stale token"), [again])
  }

  /// In whole seconds: of two tokens of one second neither is older.
  private func reuse(_ claims: SubjectClaims, _ session: UserSession) throws -> Ruling<RefreshUse?>
  {
    guard let allowed = scene.realm.refreshReuse else { return .passed(nil, .notApplicable) }
    var use = RefreshUse(
      session: session.id, client: scene.requester.id, token: claims.jti ?? "", count: 1,
      lastUsedAt: scene.now)
    guard let last = try scene.facts.refreshUse(of: use.client, in: use.session) else {
      return .passed(use, .fine)
    }
    if last.token != use.token {
      return claims.issuedAt.seconds >= last.lastUsedAt.seconds
        ? .passed(use, .fine)
        : .refused(
          .signOn(.refreshReplaced(at: last.lastUsedAt)), .invalidGrant("Stale token"), [again])
    }
    guard last.count <= allowed else {
      return .refused(
        .signOn(.refreshUsed(times: last.count, allowed: allowed)),
        .invalidGrant("Maximum allowed refresh token reuse exceeded"), [again])
    }
    use.count = last.count + 1
    return .passed(use, .fine)
  }

  private func scope(_ claims: SubjectClaims) -> Ruling<GrantedScope> {
    let settings = scene.requester.settings
    guard scene.request["scope"] != nil else {
      return .passed(GrantedScope(signIn: claims.scope, target: settings), .fine)
    }
    let requested = scene.requestedScope
    let more = requested.filter { !claims.scope.contains($0) }
    guard more.isEmpty else {
      return .refused(
        .signOn(.scopes(more, offered: claims.scope)),
        .invalidScope("Invalid scopes: \(more.joined(separator: " "))"),
        [.request(.remove(["scope"])), again])
    }
    return .passed(GrantedScope(signIn: requested, target: settings), .fine)
  }
}

/// What makes a token a refresh token.
enum RefreshRules {
  static let refresh = "Refresh"
  static let offline = "Offline"
  /// The claim that keeps a standard exchange's audience; nobody but the service reads it.
  static let audience = "requested_audience"

  /// F2, O2: it can be read, is signed with the service's own key, and is a refresh token by type.
  static func genuine(_ sent: SentToken, _ repairs: [Repair]) -> Ruling<SubjectClaims> {
    let reply = Reply.invalidGrant("Invalid refresh token")
    guard case .token(let claims, let problem) = sent else {
      return .refused(.tokenMalformed, reply, repairs)
    }
    if let problem { return .refused(.tokenSignature(problem), reply, repairs) }
    guard claims.type == refresh || claims.type == offline else {
      return .refused(.tokenType(claims.type), reply, repairs)
    }
    return .passed(claims, .fine)
  }
}
