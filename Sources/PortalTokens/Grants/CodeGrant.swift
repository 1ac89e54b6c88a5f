import PortalModel

/// The authorization code grant with PKCE (RFC 6749 §4.1.3, RFC 7636 §4.6), in Keycloak's order.
///
/// A known code is used up by the first request that names it, whatever comes of it; a second one ends
/// the client's part in the login, so that what the code gave dies (RFC 6749 §4.1.2).
struct CodeGrant: GrantRules {
  var scene: GrantScene

  static let order: [CheckIdentifier] = [
    .codePresent, .code, .codeAge, .codeUser, .codeRedirectURI, .codeClient, .codeSession,
    .codeVerifier,
  ]

  func pass(_ trail: inout Trail, _ records: inout [TokenRecord]) throws -> SessionGrant {
    let text = try trail.check(.codePresent, present)
    let found = try scene.facts.authorizationCode(digest: Digests.digest(of: text))
    if let found {
      records.append(
        found.usedAt == nil
          ? .codeUsed(found.digest, at: scene.now)
          : .clientSessionEnded(found.session, client: found.client))
      if found.usedAt != nil {
        records.append(.offlineSessionEnded(found.session, client: found.client))
      }
    }
    let (code, session) = try trail.check(.code) { try known(found) }
    try trail.check(.codeAge) { fresh(code) }
    let identity = try trail.check(.codeUser) { try user(of: code, in: session) }
    try trail.check(.codeRedirectURI) { redirectURI(code) }
    try trail.check(.codeClient) { client(code) }
    try trail.check(.codeSession) { try live(session) }
    try trail.check(.codeVerifier) {
      Verifier(key: code.proofKey, again: again).judge(scene.request)
    }
    let scope = GrantedScope(signIn: code.scope, target: scene.requester.settings)
    let grant = SessionGrant(
      contents: try scene.contents(of: identity, in: session, scope: scope),
      hasRefreshToken: scene.requester.settings.useRefreshTokens, nonce: code.nonce,
      notBefore: try scene.notBefore(of: identity.id))
    if grant.isOffline {
      records.append(
        .offlineSession(
          OfflineSession(
            session: session.id, client: code.client, startedAt: scene.now, lastUsedAt: scene.now)))
    }
    return grant
  }

  private var again: Repair { .request(.restartSignIn(scene.requester.id)) }

  private func present() -> Ruling<String> {
    guard let code = scene.request["code"] else {
      return .refused(.parameterMissing("code"), .parameterMissing("code"), [again])
    }
    return .passed(code, .fine)
  }

  /// A login that was ended is not there for Keycloak, and the code as if it never was.
  private func known(_ code: AuthorizationCode?) throws -> Ruling<(AuthorizationCode, UserSession)>
  {
    let reply = Reply.invalidGrant("Code not valid")
    guard let code else { return .refused(.signOn(.code(.unknown)), reply, [again]) }
    if let used = code.usedAt {
      return .refused(.signOn(.code(.used(at: used))), reply, [again])
    }
    let session = try scene.facts.userSession(code.session)
    guard let session, session.endedAt == nil else {
      return .refused(
        .tokenSession(code.session, ended: session == nil ? .unknown : .loggedOut), reply, [again])
    }
    return .passed((code, session), .fine)
  }

  private func fresh(_ code: AuthorizationCode) -> Ruling<Void> {
    scene.now <= code.expiresAt
      ? .passed(.fine)
      : .refused(
        .signOn(.code(.expired(at: code.expiresAt, now: scene.now))),
        .invalidGrant("Code is expired"), [again])
  }

  private func user(
    of code: AuthorizationCode, in session: UserSession
  ) throws -> Ruling<Identity> {
    guard try scene.facts.clientSession(of: code.client, in: session.id) != nil else {
      return .refused(
        .tokenClientSession(code.client), .invalidGrant("User session not found"), [again])
    }
    guard let identity = try scene.facts.identity(session.identity) else {
      return .refused(
        .identity(session.identity, disabled: false), .invalidGrant("User not found"), [])
    }
    guard identity.enabled else {
      return .refused(
        .identity(identity.id, disabled: true), .invalidGrant("User disabled"),
        Repairs(facts: scene.facts).enabling(
          identity.id, by: scene.requester.application.owner
        ).map { Repair(steps: $0.steps, request: .restartSignIn(scene.requester.id)) })
    }
    return .passed(identity, .identity(identity.id, disabled: false))
  }

  private func redirectURI(_ code: AuthorizationCode) -> Ruling<Void> {
    let sent = scene.request["redirect_uri"]
    if code.redirectURI.isEmpty || sent == code.redirectURI { return .passed(.fine) }
    return .refused(
      .signOn(.codeRedirectURI(expected: code.redirectURI, sent: sent)),
      .invalidGrant("Incorrect redirect_uri"), [again])
  }

  private func client(_ code: AuthorizationCode) -> Ruling<Void> {
    code.client == scene.requester.id
      ? .passed(.fine)
      : .refused(
        .signOn(.codeClient(code.client, sentBy: scene.requester.id)),
        .invalidGrant("Auth error: Found different client_id in clientSession"), [again])
  }

  private func live(_ session: UserSession) throws -> Ruling<Void> {
    guard case .failure(let over) = try scene.live(session) else { return .passed(.fine) }
    return .refused(
      .tokenSession(session.id, ended: over.end), .invalidGrant("Session not active"), [again])
  }
}
