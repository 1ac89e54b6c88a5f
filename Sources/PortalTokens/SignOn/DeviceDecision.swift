import PortalModel

/// The device page, within one snapshot (RFC 8628 §3.3).
struct DeviceDecision {
  var userCode: String
  /// The browser's sign-on cookie.
  var browser: SentToken
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  var identifiers: IdentifierSource

  static let order: [CheckIdentifier] = [.userCode] + SignInRules.order

  /// A decision, and what it leads to.
  struct Decided {
    var answer: DeviceAnswer
    /// The login that began with it, which the browser is to be told of.
    var session: UserSession?
  }

  /// Shows the page.
  func look() throws -> DeviceAnswer {
    var trail = Trail()
    do {
      let device = try trail.check(.userCode, known)
      return DeviceAnswer(
        outcome: .decide(try page(of: device, signedOn: signedOn()?.identity), problem: nil),
        verdict: trail.verdict(order: Self.order))
    } catch let denied as Denied {
      return unknown(denied, trail)
    }
  }

  private func signedOn() throws -> UserSession? {
    try BrowserSession.session(of: browser, realm: realm, at: now, facts: facts)
  }

  /// Takes the decision.
  func decide(_ choice: DeviceChoice) throws -> (Decided, [TokenRecord]) {
    var trail = Trail()
    let device: Device
    do { device = try trail.check(.userCode, known) } catch let denied as Denied {
      return (Decided(answer: unknown(denied, trail)), [])
    }
    var decided = device
    let session: UserSession
    switch choice {
    case .deny:
      decided.state = .denied
      let answer = DeviceAnswer(outcome: .denied, verdict: trail.verdict(order: Self.order))
      return (Decided(answer: answer), [.device(decided)])
    case .signedOn:
      // The login may have ended since the page was shown: then somebody has to sign in.
      guard let live = try signedOn() else { return (Decided(answer: try look()), []) }
      session = live
    case .signIn(let choice):
      session = UserSession(
        id: try freeSession(facts, identifiers), identity: choice.identity,
        signIn: try choice.signIn(facts), startedAt: now, lastUsedAt: now)
    }
    do {
      _ = try SignInRules(identity: session.identity, signIn: session.signIn, facts: facts)
        .pass(&trail, device.client)
    } catch is Denied {
      let verdict = trail.verdict(order: Self.order)
      let answer = DeviceAnswer(
        outcome: .decide(try page(of: device), problem: SignInProblem(verdict.failure).words),
        verdict: verdict)
      return (Decided(answer: answer), [])
    }
    decided.state = .approved
    decided.session = session.id
    let answer = DeviceAnswer(outcome: .approved, verdict: trail.verdict(order: Self.order))
    let joining = TokenRecord.clientSession(
      ClientSession(session: session.id, client: device.client, startedAt: now))
    guard choice == .signedOn else {
      return (
        Decided(answer: answer, session: session),
        [.userSession(session), joining, .device(decided)]
      )
    }
    let joined = try facts.clientSession(of: device.client, in: session.id)
    return (
      Decided(answer: answer),
      (joined == nil ? [joining] : []) + session.used(at: now) + [.device(decided)]
    )
  }

  private func known() throws -> Ruling<Device> {
    func refused(_ problem: SignOnFinding.DeviceProblem) -> Ruling<Device> {
      .refused(
        .signOn(.device(problem)), .invalidGrant("Invalid code, please try again."), [])
    }
    guard let device = try facts.device(userDigest: Digests.userDigest(of: userCode)) else {
      return refused(.unknown)
    }
    guard now <= device.expiresAt else {
      return refused(.expired(at: device.expiresAt, now: now))
    }
    return device.state == .pending ? .passed(device, .fine) : refused(.used)
  }

  private func unknown(_ denied: Denied, _ trail: Trail) -> DeviceAnswer {
    DeviceAnswer(
      outcome: .unknownCode(sentence: denied.reply.errorDescription ?? ""),
      verdict: trail.verdict(order: Self.order))
  }

  private func page(
    of device: Device, signedOn: IdentityIdentifier? = nil
  ) throws -> DevicePage {
    let application = try facts.application(device.client)
    let settings = try facts.registration(of: device.client)?.settings ?? ClientSettings()
    let letters = userCode.uppercased().filter { $0.isASCII && $0.isLetter }
    return DevicePage(
      userCode: letters.prefix(4) + "-" + letters.dropFirst(4), client: device.client,
      name: application?.name ?? device.client.text,
      scope: GrantedScope(signIn: device.scope, target: settings).names,
      expiresAt: device.expiresAt, signedOn: signedOn)
  }
}
