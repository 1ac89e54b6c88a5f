import PortalModel

/// A device that asks for its tokens (RFC 8628 §3.4, §3.5), in Keycloak's order.
struct DeviceGrant: GrantRules {
  var scene: GrantScene

  static let order: [CheckIdentifier] = [
    .deviceAllowed, .deviceCodePresent, .deviceCode, .deviceAge, .devicePace, .deviceDenied,
    .devicePending, .codeVerifier, .deviceLogin, .deviceUser, .deviceSession,
  ]

  func pass(_ trail: inout Trail, _ records: inout [TokenRecord]) throws -> SessionGrant {
    try trail.check(.deviceAllowed) { try scene.devicesAllowed(refusedAs: .deviceGrantOff) }
    let text = try trail.check(.deviceCodePresent, present)
    var device = try trail.check(.deviceCode) { try known(text) }
    try trail.check(.deviceAge) { fresh(device) }
    let polled = device.polledAt
    device.polledAt = scene.now
    let index = records.endIndex
    records.append(.device(device))
    try trail.check(.devicePace) { unhurried(device, since: polled) }
    try trail.check(.deviceDenied) {
      device.state == .denied
        ? refused(.denied, .deviceDenied, again) : .passed(.fine)
    }
    try trail.check(.devicePending) { pending(device) }
    try trail.check(.codeVerifier) {
      Verifier(key: device.proofKey, again: again).judge(scene.request)
    }
    let session = try trail.check(.deviceLogin) { try login(of: device) }
    // Used up, whatever comes of it.
    device.state = .used
    records[index] = .device(device)
    let identity = try trail.check(.deviceUser) { try user(of: session) }
    try trail.check(.deviceSession) { try live(session) }
    let scope = GrantedScope(signIn: device.scope, target: scene.requester.settings)
    let grant = SessionGrant(
      contents: try scene.contents(of: identity, in: session, scope: scope),
      hasRefreshToken: scene.requester.settings.useRefreshTokens, nonce: device.nonce,
      notBefore: try scene.notBefore(of: identity.id))
    if grant.isOffline {
      records.append(
        .offlineSession(
          OfflineSession(
            session: session.id, client: device.client, startedAt: scene.now,
            lastUsedAt: scene.now)))
    }
    return grant
  }

  private var again: Repair { .request(.restartDevice(scene.requester.id)) }

  private func refused<Value>(
    _ problem: SignOnFinding.DeviceProblem, _ reply: Reply, _ repair: Repair
  ) -> Ruling<Value> {
    .refused(.signOn(.device(problem)), reply, [repair])
  }

  private func present() -> Ruling<String> {
    guard let code = scene.request["device_code"] else {
      return .refused(
        .parameterMissing("device_code"), .parameterMissing("device_code"), [again])
    }
    return .passed(code, .fine)
  }

  private func known(_ text: String) throws -> Ruling<Device> {
    let reply = Reply.invalidGrant("Device code not valid")
    guard let device = try scene.facts.device(digest: Digests.digest(of: text)) else {
      return refused(.unknown, reply, again)
    }
    guard device.client == scene.requester.id else {
      return refused(
        .otherClient(device.client), .invalidGrant("unauthorized client"), again)
    }
    return device.state == .used ? refused(.used, reply, again) : .passed(device, .fine)
  }

  private func fresh(_ device: Device) -> Ruling<Void> {
    scene.now <= device.expiresAt
      ? .passed(.fine)
      : refused(.expired(at: device.expiresAt, now: scene.now), .deviceExpired, again)
  }

  private func pending(_ device: Device) -> Ruling<Void> {
    device.state == .pending
      ? refused(.pending, .authorizationPending, .request(.approveDevice)) : .passed(.fine)
  }

  private func unhurried(_ device: Device, since polled: Instant?) -> Ruling<Void> {
    guard let polled, scene.now < polled.advanced(seconds: Int64(device.interval)) else {
      return .passed(.fine)
    }
    return refused(
      .tooFast(interval: device.interval), .slowDown,
      .request(.wait(seconds: device.interval)))
  }

  /// A login that was ended is not there for Keycloak, which waits for it until the code expires.
  private func login(of device: Device) throws -> Ruling<UserSession> {
    let session = try device.session.flatMap { try scene.facts.userSession($0) }
    guard let session, session.endedAt == nil else {
      return .refused(
        .tokenSession(device.session, ended: session == nil ? .unknown : .loggedOut),
        .authorizationLost, [again])
    }
    return .passed(session, .fine)
  }

  private func user(of session: UserSession) throws -> Ruling<Identity> {
    guard let identity = try scene.facts.identity(session.identity) else {
      return .refused(
        .tokenUser(nil, disabled: false), .invalidGrant("User not found"), [again])
    }
    guard identity.enabled else {
      let enabling = Repairs(facts: scene.facts).enabling(
        identity.id, by: scene.requester.application.owner)
      return .refused(
        .identity(identity.id, disabled: true), .invalidGrant("User disabled"),
        enabling.map { Repair(steps: $0.steps, request: .restartDevice(scene.requester.id)) })
    }
    return .passed(identity, .identity(identity.id, disabled: false))
  }

  private func live(_ session: UserSession) throws -> Ruling<Void> {
    guard case .failure(let over) = try scene.live(session) else { return .passed(.fine) }
    return .refused(
      .tokenSession(session.id, ended: over.end), .invalidGrant("Session not active"), [again])
  }
}

extension GrantScene {
  /// D0: the two endpoints refuse it in different words.
  func devicesAllowed(refusedAs reply: Reply) throws -> Ruling<Void> {
    guard !requester.settings.deviceGrant else { return .passed(.fine) }
    return .refused(
      .signOn(.deviceGrantOff(requester.id)), reply,
      try Repairs(facts: facts).allowingDevices(requester))
  }
}
