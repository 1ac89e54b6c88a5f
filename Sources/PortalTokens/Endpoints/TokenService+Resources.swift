import PortalModel

extension TokenService {
  /// Answers a simulated application's `/apps/<id>/whoami`: what a careful API makes of the bearer
  /// token that it is sent (R57, R61). It asks nobody: a token that was revoked, or whose login is
  /// over, counts until it expires.
  ///
  /// - Parameters:
  ///   - application: The `<id>` of the address, as it was sent.
  ///   - authorization: The `Authorization` header.
  ///   - now: When.
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func whoAmI(
    at application: String, authorization: String?, at now: Instant
  ) async throws -> TokenAnswer {
    let sent = SentToken(BearerToken.of(authorization), keys: keys)
    let answer = try store.read { facts in
      var trail = Trail()
      do {
        let rules = ResourceRules(
          name: application, realm: realm, now: now, facts: facts, sent: sent)
        let body = try rules.pass(&trail)
        return TokenAnswer(
          reply: Reply(status: 200, body: body), verdict: trail.verdict(order: ResourceRules.order))
      } catch let denied as Denied {
        return TokenAnswer(
          reply: denied.reply, verdict: trail.verdict(order: ResourceRules.order))
      }
    }
    return answer
  }
}

/// What a careful API looks at, in its order (RFC 9068 §4, `portal.md` §9).
struct ResourceRules {
  var name: String
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  var sent: SentToken

  static let order: [CheckIdentifier] = [
    .resource, .resourceToken, .resourceType, .resourceSignature, .resourceIssuer,
    .resourceAudience, .resourceTime, .resourceRole,
  ]

  func pass(_ trail: inout Trail) throws -> JSONValue {
    let application = try trail.check(.resource, self.application)
    try trail.check(.resourceToken, present)
    let (claims, problem) = try trail.check(.resourceType) { type(application) }
    try trail.check(.resourceSignature) {
      problem.map { refused(.tokenSignature($0), again(claims, application)) } ?? .passed(.fine)
    }
    try trail.check(.resourceIssuer) {
      claims.issuer == realm.issuer
        ? .passed(Self.genuine(claims))
        : refused(
          .tokenIssuer(found: claims.issuer, expected: realm.issuer), again(claims, application))
    }
    try trail.check(.resourceAudience) { audience(claims, application) }
    try trail.check(.resourceTime) {
      SubjectRules.timeProblem(of: claims, at: now).map { refused($0, again(claims, application)) }
        ?? .passed(.fine)
    }
    let roles = try trail.check(.resourceRole) { try self.roles(claims, application) }
    return body(claims, application, roles)
  }

  private func body(
    _ claims: SubjectClaims, _ application: Application, _ roles: [RoleIdentifier]
  ) -> JSONValue {
    .object([
      .init("application", .string(application.id.text)),
      .init("sub", claims.subject.map { .string($0) } ?? .null),
      .init("azp", claims.holder.map { .string($0) } ?? .null),
      .init("roles", .array(roles.map { .string($0.text) })),
      .init("exp", .integer(claims.expiresAt.seconds)),
    ])
  }
}

extension ResourceRules {
  private func refused<Value>(_ finding: Finding, _ repairs: [Repair]) -> Ruling<Value> {
    .refused(
      finding,
      .bearer(
        realm: name, status: 401, error: "invalid_token", description: Self.words(finding)),
      repairs)
  }

  /// What a careful API says of itself: the cause, without what it found.
  private static func words(_ finding: Finding) -> String {
    if case .tokenSignature = finding { return "The signature is invalid" }
    if case .tokenIssuer = finding { return "The issuer is not trusted" }
    if case .audience = finding { return "The audience is invalid" }
    if case .tokenExpired = finding { return "The token expired" }
    if case .tokenNotYetValid = finding { return "The token is not valid yet" }
    return "The token is malformed"
  }

  /// Whose token it is, which is known from its signature and issuer on.
  private static func genuine(_ claims: SubjectClaims) -> Finding {
    guard let subject = claims.subject.flatMap({ try? IdentityIdentifier($0) }),
      let holder = claims.holder.flatMap({ try? ApplicationIdentifier($0) })
    else { return .fine }
    return .subjectToken(subject: subject, holder: holder, expires: claims.expiresAt)
  }

  /// Where the token was got by somebody else, exchanging it; else a new one.
  private func again(_ claims: SubjectClaims?, _ application: Application) -> [Repair] {
    let holder = claims?.holder.flatMap { try? ApplicationIdentifier($0) }
    let user = claims?.subject.flatMap { try? IdentityIdentifier($0) }
    return [.request(.signInAgain(user, to: holder ?? application.id))]
  }

  private func application() throws -> Ruling<Application> {
    if let id = try? ApplicationIdentifier(name), let application = try facts.application(id) {
      return .passed(application, .fine)
    }
    return .refused(
      .signOn(.applicationUnknown(String(name.prefix(80)))), Reply(status: 404, body: nil), [])
  }

  private func present() -> Ruling<Void> {
    if case .absent = sent {
      return .refused(
        .signOn(.tokenNotSent), .bearer(realm: name, status: 401), [.request(.sendBearer)])
    }
    return .passed(.fine)
  }

  private func type(
    _ application: Application
  ) -> Ruling<(SubjectClaims, Finding.SignatureProblem?)> {
    guard case .token(let claims, let problem) = sent else {
      return refused(.tokenMalformed, again(nil, application))
    }
    guard claims.type?.lowercased() == "bearer" else {
      return refused(.tokenType(claims.type), again(claims, application))
    }
    return .passed((claims, problem), .fine)
  }

  /// The classic mistake: the token of the login, not exchanged.
  private func audience(_ claims: SubjectClaims, _ application: Application) -> Ruling<Void> {
    let finding = Finding.audience(claims.audience, requester: application.id)
    return claims.audience.contains(application.id.text)
      ? .passed(finding)
      : refused(finding, [.request(.exchangeToken(toward: application.id))])
  }

  /// Only roles that the application has count, and only from its own entry.
  private func roles(
    _ claims: SubjectClaims, _ application: Application
  ) throws -> Ruling<[RoleIdentifier]> {
    let named = claims.roles?[application.id.text]?["roles"]?.strings ?? []
    let known = try facts.roles(of: application.id).map(\.id)
    let honoured = known.filter { named.contains($0.text) }
    guard honoured.isEmpty else { return .passed(honoured, .signOn(.roles(honoured))) }
    return .refused(
      .signOn(.noRole(named, of: application.id)),
      .bearer(
        realm: name, status: 403, error: "insufficient_scope",
        description: "No role of this application"),
      try giving(claims, application))
  }

  private func giving(_ claims: SubjectClaims, _ application: Application) throws -> [Repair] {
    let user = claims.subject.flatMap { try? IdentityIdentifier($0) }
    guard let identity = try user.flatMap({ try facts.identity($0) }),
      let registration = try facts.registration(of: application.id)
    else { return [] }
    let client = Client(application: application, registration: registration)
    let session = try claims.session.flatMap { try facts.userSession($0) }
    let signIn = session?.signIn ?? identity.defaultSignIn
    let findings = try roleFindings(
      of: identity.id, signedIn: signIn, in: application.id, facts: facts)
    if findings.contains(where: \.isGiven) {
      return [.request(.exchangeToken(toward: application.id))]
    }
    let first = findings.prefix(1)
    return first.isEmpty
      ? []
      : try RoleRepairs(facts: facts, client: client, identity: identity.id, signIn: signIn)
        .giving(Array(first))
  }
}
