import PortalModel

/// The password grant (RFC 6749 §4.3), which a registration must allow. Nobody here has a password of
/// their own: it is the login once more (invented).
struct PasswordGrant: GrantRules {
  var scene: GrantScene
  var freeSession: String

  static let order: [CheckIdentifier] = [
    .passwordAllowed, .scopes, .passwordRight, .passwordAccount, .signInRoles,
  ]

  func pass(_ trail: inout Trail, _ records: inout [TokenRecord]) throws -> SessionGrant {
    try trail.check(.passwordAllowed, allowed)
    let scope = try trail.check(.scopes, scene.scopesKnown)
    let identity = try trail.check(.passwordRight, credentials)
    try trail.check(.passwordAccount) { account(identity) }
    let signIn = identity.defaultSignIn
    let rules = SignInRules(identity: identity.id, signIn: signIn, facts: scene.facts)
    _ = try trail.check(.signInRoles) {
      try rules.given(scene.requester, refusedAs: .passwordWrong)
    }
    let session = UserSession(
      id: freeSession, identity: identity.id, signIn: signIn, startedAt: scene.now,
      lastUsedAt: scene.now)
    records += [
      .userSession(session),
      .clientSession(
        ClientSession(session: session.id, client: scene.requester.id, startedAt: scene.now)),
    ]
    return SessionGrant(
      contents: try scene.contents(of: identity, in: session, scope: scope),
      hasRefreshToken: scene.requester.settings.useRefreshTokens,
      notBefore: try scene.notBefore(of: identity.id))
  }

  private func allowed() throws -> Ruling<Void> {
    guard !scene.requester.settings.directAccessGrants else { return .passed(.fine) }
    return .refused(
      .signOn(.passwordGrantOff(scene.requester.id)), .passwordGrantOff,
      try Repairs(facts: scene.facts).allowingPassword(scene.requester))
  }

  private func credentials() throws -> Ruling<Identity> {
    let login = scene.request["username"] ?? ""
    let id = try? IdentityIdentifier(login)
    let identity = try id.flatMap { try scene.facts.identity($0) }
    let isRight = equalInConstantTime(scene.request["password"] ?? "", identity?.id.text ?? "")
    guard let identity, identity.kind != .application, isRight else {
      return .refused(
        .signOn(.passwordWrong(login)), .passwordWrong,
        identity.map { [.set("password", $0.id.text)] } ?? [])
    }
    return .passed(identity, .identity(identity.id, disabled: false))
  }

  private func account(_ identity: Identity) -> Ruling<Void> {
    identity.enabled
      ? .passed(.fine)
      : .refused(
        .identity(identity.id, disabled: true), .accountDisabled,
        Repairs(facts: scene.facts).enabling(
          identity.id, by: scene.requester.application.owner))
  }
}
