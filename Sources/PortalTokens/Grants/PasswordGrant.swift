import PortalModel

/// The password grant (RFC 6749 §4.3), which a registration must allow. Nobody here has a password of
/// their own: it is the login once more (invented).
struct PasswordGrant: GrantRules {
  var scene: GrantScene
  var freeSession: String

  static let order: [CheckIdentifier] = [
    .passwordAllowed, .passwordConsent, .scopes, .passwordAccount, .passwordRight, .signInRoles,
  ]

  func pass(_ trail: inout Trail, _ records: inout [TokenRecord]) throws -> SessionGrant {
    try trail.check(.passwordAllowed, allowed)
    try trail.check(.passwordConsent, consent)
    let scope = try trail.check(.scopes, scene.scopesKnown)
    let identity = try trail.check(.passwordAccount, account)
    try trail.check(.passwordRight) { password(of: identity) }
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

  private func consent() throws -> Ruling<Void> {
    let client = scene.requester
    guard client.settings.consentRequired else { return .passed(.targetSetting(client.id)) }
    return .refused(
      .targetSetting(client.id), .passwordConsent,
      try Repairs(facts: scene.facts).withoutConsent(client))
  }

  private func account() throws -> Ruling<Identity> {
    guard let login = scene.request["username"] else {
      return .refused(.parameterMissing("username"), .usernameMissing, [])
    }
    let id = try? IdentityIdentifier(login)
    let identity = try id.flatMap { try scene.facts.identity($0) }
    guard let identity, identity.kind != .application else {
      return .refused(.signOn(.passwordWrong(login)), .passwordWrong, [])
    }
    guard identity.enabled else {
      return .refused(
        .identity(identity.id, disabled: true), .accountDisabled,
        Repairs(facts: scene.facts).enabling(
          identity.id, by: scene.requester.application.owner))
    }
    return .passed(identity, .identity(identity.id, disabled: false))
  }

  private func password(of identity: Identity) -> Ruling<Void> {
    equalInConstantTime(scene.request["password"] ?? "", identity.id.text)
      ? .passed(.fine)
      : .refused(
        .signOn(.passwordWrong(identity.id.text)), .passwordWrong,
        [.set("password", identity.id.text)])
  }
}
