import PortalModel

/// The checks of a token exchange under the profile `cern`: Keycloak 26.1's V1, with §19 (§4).
///
/// External exchange (X1, X6) and impersonation (X5) always end in their refusals: there are no
/// other issuers, and nobody may impersonate (§9).
struct Exchange {
  var request: TokenRequest
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  var sent: SentToken
  var requester: Client

  /// The rows in their order.
  static let order: [CheckIdentifier] = [
    .subjectTokenPresent, .issuer, .parseable, .subjectTokenType, .subjectToken, .requestedSubject,
    .requestedIssuer, .requestedTokenType, .audience, .consent, .targetEnabled, .selfHolder,
    .selfAudience, .holder, .permission,
  ]

  /// What is asked for, once every check is passed.
  struct Permit {
    var subject: Subject
    var want: ExchangeWant
    var targets: Targets
  }

  /// Makes all checks of the row.
  ///
  /// - Parameter verified: Told of the subject as soon as it has verified.
  func pass(_ trail: inout Trail, verified: (Subject) throws -> Void) throws -> Permit {
    try trail.check(.subjectTokenPresent, present)
    try trail.check(.issuer, issuer)
    try trail.check(.parseable, parseable)
    try trail.check(.subjectTokenType, subjectTokenType)
    let rules = SubjectRules(realm: realm, now: now, facts: facts, requester: requester)
    let subject = try trail.check(.subjectToken) { try rules.judge(sent) }
    try verified(subject)
    try trail.check(.requestedSubject) { absent("requested_subject", .notAllowedToExchange) }
    try trail.check(.requestedIssuer) { absent("requested_issuer", .unknownIssuer) }
    let want = try trail.check(.requestedTokenType, requestedTokenType)
    let rows = TargetRules(facts: facts, requester: requester, subject: subject)
    let targets = try trail.check(.audience) { try rows.targets(request.values("audience")) }
    try trail.check(.consent) { try rows.consent(targets) }
    try trail.check(.targetEnabled) { try rows.enabled(targets) }
    try trail.check(.selfHolder) { rows.selfHolder(targets) }
    try trail.check(.selfAudience) { rows.selfAudience(targets) }
    try trail.check(.holder) { rows.holder(targets) }
    try trail.check(.permission) { try rows.permission(targets) }
    return Permit(subject: subject, want: want, targets: targets)
  }
}

extension Exchange {
  private var isJWT: Bool { request["subject_token_type"] == Wire.jwtType }

  private func present() -> Ruling<Void> {
    if case .absent = sent {
      return .refused(
        .parameterMissing("subject_token"), .subjectTokenMissing,
        [.request(.signInAgain(nil, to: requester.id))])
    }
    return .passed(.fine)
  }

  private func issuer() -> Ruling<Void> {
    if let issuer = request["subject_issuer"], issuer != realm.issuer {
      return .refused(
        .parameter("subject_issuer", value: issuer), .invalidIssuer,
        [.request(.remove(["subject_issuer"]))])
    }
    if isJWT, let claims = sent.claims, let issuer = claims.issuer, issuer != realm.issuer {
      return .refused(
        .tokenIssuer(found: issuer, expected: realm.issuer), .invalidIssuer,
        [.set("subject_token_type", ExchangeWant.accessToken.uri)])
    }
    return .passed(.fine)
  }

  private func parseable() -> Ruling<Void> {
    if isJWT, sent.claims == nil {
      return .refused(
        .tokenMalformed, .invalidTokenType,
        [.set("subject_token_type", ExchangeWant.accessToken.uri)])
    }
    return .passed(isJWT ? .fine : .notApplicable)
  }

  private func subjectTokenType() -> Ruling<Void> {
    guard let type = request["subject_token_type"] else { return .passed(.fine) }
    let finding = Finding.parameter("subject_token_type", value: type)
    return type == ExchangeWant.accessToken.uri
      ? .passed(finding)
      : .refused(
        finding, .invalidTokenType, [.set("subject_token_type", ExchangeWant.accessToken.uri)])
  }

  private func absent(_ name: String, _ reply: Reply) -> Ruling<Void> {
    guard let value = request[name] else { return .passed(.fine) }
    return .refused(.parameter(name, value: value), reply, [.request(.remove([name]))])
  }

  /// X7 as §6, and §19 item 1: the profile `cern` serves `id_token`. SAML assertions are out of
  /// scope.
  private func requestedTokenType() -> Ruling<ExchangeWant> {
    let type = request["requested_token_type"]
    guard let type else { return .passed(.refreshToken, .requestedType(nil)) }
    let isServed = realm.profile == .cern || type != ExchangeWant.idToken.uri
    guard isServed, let want = ExchangeWant(uri: type) else {
      return .refused(
        .requestedType(type), .unsupportedTokenType,
        [.set("requested_token_type", ExchangeWant.refreshToken.uri)])
    }
    return .passed(want, .requestedType(type))
  }
}
