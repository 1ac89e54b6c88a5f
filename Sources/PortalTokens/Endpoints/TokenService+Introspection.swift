import PortalModel

extension TokenService {
  /// Answers `token/introspect` (RFC 7662, §13): any confidential client may ask about any token.
  ///
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func introspect(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    let order: [CheckIdentifier] = [
      .method, .contentType, .introspectionClient, .duplicates, .introspectionAllowed,
      .introspectionToken, .introspectionHint, .introspectionActive,
    ]
    let text = request["token"]
    let sent = SentToken(text, keys: keys)
    let answer = try store.read { facts in
      var trail = Trail()
      do {
        let rules = IntrospectionRules(
          request: request, realm: realm, now: now, facts: facts, sent: sent)
        let found = try rules.pass(&trail)
        let body = try rules.body(found, of: text)
        return TokenAnswer(
          reply: Reply(status: 200, body: body), verdict: trail.verdict(order: order))
      } catch let denied as Denied {
        return TokenAnswer(reply: denied.reply, verdict: trail.verdict(order: order))
      }
    }
    return answer
  }
}

/// The checks of introspection, in Keycloak's order.
struct IntrospectionRules {
  var request: TokenRequest
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  var sent: SentToken

  /// A token that is active.
  enum Active {
    case access(Subject)
    case refresh(SubjectClaims)
  }

  /// What is said of it; of what cannot be read any more, that it is not active.
  func body(_ found: Active, of compact: String?) throws -> JSONValue {
    let inactive = JSONValue.object([.init("active", .bool(false))])
    switch found {
    case .access(let subject):
      return try IntrospectionBody(compact, subject.claims)?
        .recomputed(subject, realm, facts: facts, at: now) ?? inactive
    case .refresh(let claims): return IntrospectionBody(compact, claims)?.echoed ?? inactive
    }
  }

  func pass(_ trail: inout Trail) throws -> Active {
    let gate = Gate(request: request, realm: realm, facts: facts)
    try trail.check(.method, gate.method)
    try trail.check(.contentType, gate.contentType)
    let client = try trail.check(.introspectionClient) {
      switch try gate.authenticate() {
      case .passed(let client, let finding): Ruling.passed(client, finding)
      case .refused(let finding, _, let repairs):
        .refused(finding, .authenticationFailed, repairs)
      }
    }
    try trail.check(.duplicates) { gate.duplicates() }
    try trail.check(.introspectionAllowed) { try allowed(client) }
    try trail.check(.introspectionToken) {
      request["token"] == nil
        ? .refused(
          .parameterMissing("token"), .tokenNotProvided,
          [.request(.signInAgain(nil, to: client.id))]) : .passed(.fine)
    }
    try trail.check(.introspectionHint, hint)
    return try trail.check(.introspectionActive) { try active(client) }
  }

  private func allowed(_ client: Client) throws -> Ruling<Void> {
    guard client.isPublic else { return .passed(.client(client.id, client.registration.kind)) }
    let form = RegistrationForm(
      kind: .confidential, redirectURIs: client.registration.redirectURIs,
      baseURL: client.registration.baseURL)
    let steps = try Repairs(facts: facts).steps(
      [.editRegistration(client.id, form)], managing: client.application)
    return .refused(
      .signOn(.publicCaller(client.id)), .clientNotAllowed,
      [Repair(steps: steps, request: .authenticate(client.id))])
  }

  private func hint() -> Ruling<Void> {
    guard let hint = request["token_type_hint"], !["access_token", "refresh_token"].contains(hint)
    else { return .passed(.fine) }
    let echoed = String(
      String.UnicodeScalarView(
        hint.unicodeScalars.filter { (0x20...0x7E).contains($0.value) && $0 != "\"" && $0 != "\\" }
          .prefix(100)))
    return .refused(
      .signOn(.tokenKind(hint)),
      Reply(
        status: 400, error: "invalid_request",
        description: "Unsupported token type [\(echoed)]."),
      [.request(.remove(["token_type_hint"]))])
  }

  /// As X4; a refresh token is judged as one.
  private func active(_ client: Client) throws -> Ruling<Active> {
    if let claims = sent.claims, [RefreshRules.refresh, RefreshRules.offline].contains(claims.type)
    {
      return try refresh(claims, client)
    }
    let rules = SubjectRules(realm: realm, now: now, facts: facts, requester: client)
    switch try rules.judge(sent) {
    case .passed(let subject, let finding): return .passed(.access(subject), finding)
    case .refused(let finding, _, let repairs): return .refused(finding, .inactive, repairs)
    }
  }

  private func refresh(_ claims: SubjectClaims, _ client: Client) throws -> Ruling<Active> {
    guard let holder = try ClientLookup(claims.holder ?? "", facts: facts).client else {
      return .refused(.tokenClient(claims.holder, disabled: false), .inactive, [])
    }
    guard holder.isEnabled else {
      return .refused(
        .tokenClient(holder.id.text, disabled: true), .inactive,
        try Repairs(facts: facts).enabling(holder))
    }
    let scene = GrantScene(
      request: TokenRequest(parameters: []), realm: realm, now: now, facts: facts,
      requester: holder)
    var trail = Trail()
    var records: [TokenRecord] = []
    do {
      _ = try RefreshGrant(scene: scene, sent: sent).pass(&trail, &records)
      return .passed(.refresh(claims), .fine)
    } catch is Denied {
      let verdict = trail.verdict(order: RefreshGrant.order)
      return .refused(verdict.failure?.found ?? .tokenMalformed, .inactive, verdict.repairs)
    }
  }
}
