import PortalModel

/// Client credentials (RFC 6749 §4.4), and API access: the same for another application's audience,
/// with the roles that this one gives to the caller's application identity (`portal.md` §5.5). No
/// permission is needed for that.
struct ServiceGrant: GrantRules {
  var scene: GrantScene
  /// Whether an audience is asked for.
  var isAPIAccess = false

  static let order: [CheckIdentifier] = [.serviceAccount, .serviceIdentity, .scopes]
  static let apiOrder: [CheckIdentifier] = [
    .serviceAccount, .serviceIdentity, .apiAudience, .audience, .targetEnabled,
  ]

  func pass(_ trail: inout Trail, _ records: inout [TokenRecord]) throws -> SessionGrant {
    try trail.check(.serviceAccount, allowed)
    let identity = try trail.check(.serviceIdentity, self.identity)
    guard isAPIAccess else {
      let scope = try trail.check(.scopes, scene.scopesKnown)
      return try grant(identity, target: scene.requester, scope: scope)
    }
    let name = try trail.check(.apiAudience, audience)
    let target = try trail.check(.audience) { try self.target(name) }
    try trail.check(.targetEnabled) { try enabled(target) }
    let scope = GrantedScope(signIn: scene.requestedScope, target: target.settings)
    return try grant(identity, target: target, scope: scope)
  }

  /// No refresh token: the client can ask again at any time (RFC 6749 §4.4.3).
  private func grant(
    _ identity: Identity, target: Client, scope: GrantedScope
  ) throws -> SessionGrant {
    let signIn = identity.defaultSignIn
    let contents = TokenContents(
      realm: scene.realm, now: scene.now, identity: identity, session: nil,
      requester: scene.requester.id, target: target, scope: scope,
      roles: try TokenRoles(
        of: identity.id, signedIn: signIn, target: target, facts: scene.facts))
    return SessionGrant(
      contents: contents, hasRefreshToken: false, notBefore: try scene.notBefore(of: identity.id))
  }

  private func allowed() throws -> Ruling<Void> {
    let client = scene.requester
    guard client.registration.kind != .confidentialWithClientCredentials else {
      return .passed(.client(client.id, client.registration.kind))
    }
    let form = RegistrationForm(
      kind: .confidentialWithClientCredentials, redirectURIs: client.registration.redirectURIs,
      baseURL: client.registration.baseURL)
    let steps = try Repairs(facts: scene.facts).steps(
      [.editRegistration(client.id, form)], managing: client.application)
    // A public client has no secret before it is made confidential, and sends the new one then.
    return .refused(
      .signOn(.noServiceAccount(client.id, isPublic: client.isPublic)),
      .noServiceAccount(isPublic: client.isPublic),
      [Repair(steps: steps, request: client.isPublic ? .authenticate(client.id) : nil)])
  }

  private func identity() throws -> Ruling<Identity> {
    let id = scene.requester.application.identity
    let identity = try scene.facts.identity(id)
    guard let identity, identity.enabled else {
      let reply = Reply(
        status: 401, error: "invalid_request", description: "User '\(id)' disabled")
      return .refused(
        .identity(id, disabled: identity != nil), reply,
        identity == nil
          ? []
          : Repairs(facts: scene.facts).enabling(id, by: scene.requester.application.owner))
    }
    return .passed(identity, .identity(id, disabled: false))
  }

  private func audience() -> Ruling<String> {
    guard let name = scene.request["audience"] else {
      return .refused(
        .parameterMissing("audience"), .parameterMissing("audience"),
        [.set("audience", scene.requester.id.text)])
    }
    return .passed(name, .fine)
  }

  private func target(_ name: String) throws -> Ruling<Client> {
    switch try ClientLookup(name, facts: scene.facts) {
    case .client(let client):
      return .passed(client, .target(client.id, isSelf: false, unused: []))
    case .notRegistered(let application):
      return .refused(
        .audienceNotRegistered(application.id), .audienceNotFound,
        try Repairs(facts: scene.facts).registering(application))
    case .unknown:
      let near = try scene.facts.applications(nearestTo: name, limit: 3)
      return .refused(
        .audienceUnknown(name, nearest: near), .audienceNotFound,
        near.map { .set("audience", $0.text) })
    }
  }

  private func enabled(_ target: Client) throws -> Ruling<Void> {
    if target.isEnabled { return .passed(.targetSetting(target.id)) }
    return .refused(
      target.application.blocked ? .targetBlocked(target.id) : .targetSetting(target.id),
      .targetDisabled, try Repairs(facts: scene.facts).enabling(target))
  }
}
