import PortalModel

/// The device page, within one snapshot (RFC 8628 §3.3).
struct DeviceDecision {
  var userCode: String
  /// Who approves; `nil` denies.
  var choice: SignInChoice?
  var now: Instant
  var facts: any TokenFacts
  var identifiers: IdentifierSource

  static let order: [CheckIdentifier] = [.userCode] + SignInRules.order

  /// A decision, and what it leads to.
  struct Decided {
    var answer: DeviceAnswer
    var session: UserSession?
    var client: ApplicationIdentifier?
  }

  /// Shows the page.
  func look() throws -> DeviceAnswer {
    var trail = Trail()
    do {
      let device = try trail.check(.userCode, known)
      return DeviceAnswer(
        outcome: .decide(try page(of: device), problem: nil),
        verdict: trail.verdict(order: Self.order))
    } catch let denied as Denied {
      return unknown(denied, trail)
    }
  }

  /// Takes the decision.
  func decide() throws -> (Decided, [TokenRecord]) {
    var trail = Trail()
    let device: Device
    do { device = try trail.check(.userCode, known) } catch let denied as Denied {
      return (Decided(answer: unknown(denied, trail)), [])
    }
    var decided = device
    guard let choice else {
      decided.state = .denied
      let answer = DeviceAnswer(outcome: .denied, verdict: trail.verdict(order: Self.order))
      return (Decided(answer: answer, client: device.client), [.device(decided)])
    }
    let signIn = try choice.signIn(facts)
    do {
      _ = try SignInRules(identity: choice.identity, signIn: signIn, facts: facts)
        .pass(&trail, device.client)
    } catch is Denied {
      let verdict = trail.verdict(order: Self.order)
      let words =
        switch verdict.failure?.found {
        case .identity(_, disabled: true): SignInWords.disabled
        case .identity: SignInWords.unknown
        default: SignInWords.noAccess
        }
      let answer = DeviceAnswer(
        outcome: .decide(try page(of: device), problem: words), verdict: verdict)
      return (Decided(answer: answer, client: device.client), [])
    }
    let session = UserSession(
      id: try freeSession(facts, identifiers), identity: choice.identity, signIn: signIn,
      startedAt: now, lastUsedAt: now)
    decided.state = .approved
    decided.session = session.id
    let answer = DeviceAnswer(outcome: .approved, verdict: trail.verdict(order: Self.order))
    return (
      Decided(answer: answer, session: session, client: device.client),
      [
        .userSession(session),
        .clientSession(
          ClientSession(session: session.id, client: device.client, startedAt: now)),
        .device(decided),
      ]
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

  private func page(of device: Device) throws -> DevicePage {
    let application = try facts.application(device.client)
    let settings = try facts.registration(of: device.client)?.settings ?? ClientSettings()
    let letters = userCode.uppercased().filter { $0.isASCII && $0.isLetter }
    return DevicePage(
      userCode: letters.prefix(4) + "-" + letters.dropFirst(4), client: device.client,
      name: application?.name ?? device.client.text,
      scope: GrantedScope(signIn: device.scope, target: settings).names,
      expiresAt: device.expiresAt)
  }
}
