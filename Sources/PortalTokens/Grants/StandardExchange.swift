import PortalModel

/// The checks of Keycloak 26.2's standard exchange (§11), in their order.
///
/// S8 needs client policies and S10 sender-constrained tokens, which this portal does not have.
struct StandardExchange: GrantRules {
  var scene: GrantScene
  var sent: SentToken

  static let order: [CheckIdentifier] = [
    .standardRequestedSubject, .standardRequestedIssuer, .standardSubjectIssuer, .standardEnabled,
    .standardSubjectToken, .standardSubjectTokenType, .standardAccessToken, .standardVerified,
    .standardRequestedType, .standardAudience, .standardConfidential, .standardTargetEnabled,
    .standardWithinAudience, .standardScope, .standardSession, .standardOffline, .standardConsent,
    .standardAvailable,
  ]

  private var requester: Client { scene.requester }

  func pass(_ trail: inout Trail, _ records: inout [TokenRecord]) throws -> SessionGrant {
    let unsupported: [(CheckIdentifier, String)] = [
      (.standardRequestedSubject, "requested_subject"),
      (.standardRequestedIssuer, "requested_issuer"), (.standardSubjectIssuer, "subject_issuer"),
    ]
    for (id, name) in unsupported { try trail.check(id) { absent(name) } }
    try trail.check(.standardEnabled, enabled)
    try trail.check(.standardSubjectToken) {
      present("subject_token", .request(.signInAgain(nil, to: requester.id)))
    }
    try trail.check(.standardSubjectTokenType) {
      present("subject_token_type", .set("subject_token_type", ExchangeWant.accessToken.uri))
    }
    try trail.check(.standardAccessToken, accessToken)
    let rules = SubjectRules(
      realm: scene.realm, now: scene.now, facts: scene.facts, requester: requester)
    let subject = try trail.check(.standardVerified) { try rules.judge(sent) }
    let want = try trail.check(.standardRequestedType, requestedType)
    let targets = try trail.check(.standardAudience) {
      try TargetRules(facts: scene.facts, requester: requester, subject: subject)
        .targets(scene.request.values("audience"))
    }
    try trail.check(.standardConfidential, confidential)
    try trail.check(.standardTargetEnabled) { try enabled(targets) }
    try trail.check(.standardWithinAudience) { within(subject) }
    let scope = try trail.check(.standardScope) { try self.scope(subject) }
    try trail.check(.standardSession) { session(subject, want) }
    try trail.check(.standardOffline) { offline(want) }
    try trail.check(.standardConsent, consent)
    let contents = try scene.contents(
      of: subject.identity, in: subject.session, scope: scope)
    try trail.check(.standardAvailable) { try available(targets, contents) }
    records += try joining(subject)
    return SessionGrant(
      contents: contents, hasRefreshToken: want == .refreshToken,
      requestedAudience: targets.areNamed ? targets.all.map(\.id) : [],
      notBefore: subject.notBefore, issuedType: want)
  }

  /// As in V1, a requester that is new to the session joins it.
  private func joining(_ subject: Subject) throws -> [TokenRecord] {
    guard let session = subject.session,
      try scene.facts.clientSession(of: requester.id, in: session.id) == nil
    else { return [] }
    return [
      .clientSession(
        ClientSession(session: session.id, client: requester.id, startedAt: scene.now))
    ]
  }
}

extension StandardExchange {
  private func absent(_ name: String) -> Ruling<Void> {
    guard let value = scene.request[name] else { return .passed(.fine) }
    return .refused(
      .parameter(name, value: value),
      .standard("Parameter '\(name)' is not supported for standard token exchange"),
      [.request(.remove([name]))])
  }

  private func enabled() throws -> Ruling<Void> {
    if requester.settings.standardExchange { return .passed(.fine) }
    return .refused(
      .signOn(.standardExchangeOff(requester.id)),
      .standard("Standard token exchange is not enabled for the requested client"),
      try Repairs(facts: scene.facts).allowingStandardExchange(requester))
  }

  private func present(_ name: String, _ repair: Repair) -> Ruling<Void> {
    scene.request[name] != nil
      ? .passed(.fine)
      : .refused(
        .parameterMissing(name),
        .standard("Parameter '\(name)' required for standard token exchange"), [repair])
  }

  private func accessToken() -> Ruling<Void> {
    let type = scene.request["subject_token_type"] ?? ""
    let finding = Finding.parameter("subject_token_type", value: type)
    return type == ExchangeWant.accessToken.uri
      ? .passed(finding)
      : .refused(
        finding, .standard("Parameter 'subject_token' supports access tokens only"),
        [.set("subject_token_type", ExchangeWant.accessToken.uri)])
  }

  /// §6, the table of V2.
  private func requestedType() -> Ruling<ExchangeWant> {
    guard let type = scene.request["requested_token_type"] else {
      return .passed(.accessToken, .requestedType(nil))
    }
    let want = ExchangeWant(uri: type)
    let settings = requester.settings
    let mayRefresh = settings.standardExchangeRefresh && settings.useRefreshTokens
    guard let want, want != .refreshToken || mayRefresh else {
      return .refused(
        .requestedType(type), .unsupportedTokenType,
        [.set("requested_token_type", ExchangeWant.accessToken.uri)])
    }
    return .passed(want, .requestedType(type))
  }

  private func confidential() throws -> Ruling<Void> {
    if !requester.isPublic { return .passed(.client(requester.id, requester.registration.kind)) }
    let form = RegistrationForm(
      kind: .confidential, redirectURIs: requester.registration.redirectURIs,
      baseURL: requester.registration.baseURL)
    let steps = try Repairs(facts: scene.facts).steps(
      [.editRegistration(requester.id, form)], managing: requester.application)
    return .refused(
      .signOn(.publicCaller(requester.id)),
      Reply(
        status: 400, error: "invalid_client",
        description: "Public client is not allowed to exchange token"),
      [Repair(steps: steps, request: .authenticate(requester.id))])
  }

  private func enabled(_ targets: Targets) throws -> Ruling<Void> {
    guard let off = targets.all.first(where: { !$0.isEnabled }) else {
      return .passed(.targetSetting(targets.first.id))
    }
    return .refused(
      off.application.blocked ? .targetBlocked(off.id) : .targetSetting(off.id), .targetDisabled,
      try Repairs(facts: scene.facts).enabling(off))
  }

  private func within(_ subject: Subject) -> Ruling<Void> {
    let finding = Finding.audience(subject.claims.audience, requester: requester.id)
    let isWithin =
      subject.holder.id == requester.id || subject.claims.audience.contains(requester.id.text)
    return isWithin
      ? .passed(finding)
      : .refused(
        finding, .notInAudience,
        [
          .request(.callAs(subject.holder.id)),
          .request(.signInAgain(subject.identity.id, to: requester.id)),
        ])
  }

  /// S16. Without a `scope` the requester's own default ones; never the subject token's.
  private func scope(_ subject: Subject) throws -> Ruling<GrantedScope> {
    ScopeRules.judge(scene.requestedScope, of: requester.settings)
  }

  private func session(_ subject: Subject, _ want: ExchangeWant) -> Ruling<Void> {
    guard want == .refreshToken else { return .passed(.notApplicable) }
    if let session = subject.session, !session.isOffline { return .passed(.fine) }
    return .refused(
      .signOn(.sessionCannotRefresh),
      .standard(
        "Refresh token not valid as requested_token_type because creating a new session is needed"),
      [.set("requested_token_type", ExchangeWant.accessToken.uri)])
  }

  private func offline(_ want: ExchangeWant) -> Ruling<Void> {
    guard want == .refreshToken else { return .passed(.notApplicable) }
    guard scene.requestedScope.contains("offline_access") else { return .passed(.fine) }
    return .refused(
      .parameter("scope", value: scene.requestedScope.joined(separator: " ")),
      .standard("Scope offline_access not allowed for token exchange"),
      [
        .set(
          "scope", scene.requestedScope.filter { $0 != "offline_access" }.joined(separator: " "))
      ])
  }

  private func consent() throws -> Ruling<Void> {
    guard requester.settings.consentRequired else {
      return .passed(.targetSetting(requester.id))
    }
    return .refused(
      .targetSetting(requester.id),
      Reply(
        status: 400, error: "invalid_scope",
        description: "Missing consents for Token Exchange in client \(requester.id)"),
      try Repairs(facts: scene.facts).withoutConsent(requester))
  }

  /// S20: `audience` filters what the requester's own token would name; it adds nothing.
  private func available(_ targets: Targets, _ contents: TokenContents) throws -> Ruling<Void> {
    guard targets.areNamed else { return .passed(.notApplicable) }
    let own = requester.settings.ownAudience ? [requester.id.text] : []
    let others = contents.roles.others.map(\.application.text)
    let named = others + own + requester.settings.extraAudiences
    let missing = targets.all.map(\.id).filter { !named.contains($0.text) }
    guard !missing.isEmpty else { return .passed(.fine) }
    return .refused(
      .signOn(.audienceUnavailable(missing, of: requester.id)),
      .standard(
        "Requested audience not available: \(missing.map(\.text).joined(separator: ", "))"),
      try Repairs(facts: scene.facts).namingAudiences(missing, in: requester))
  }
}

extension Reply {
  /// 400 `invalid_request`, as nearly all of §11.
  fileprivate static func standard(_ description: String) -> Reply {
    Reply(status: 400, error: "invalid_request", description: description)
  }
}
