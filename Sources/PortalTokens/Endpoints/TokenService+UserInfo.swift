import PortalModel

extension TokenService {
  /// Answers `userinfo`, GET or POST (§14).
  ///
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func userInfo(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    let order: [CheckIdentifier] = [
      .userInfoOnce, .userInfoToken, .userInfoVerified, .userInfoScope,
    ]
    let header = BearerToken.of(request.authorization)
    let sent = SentToken(header ?? request.formToken, keys: keys)
    let answer = try store.read { facts in
      var trail = Trail()
      do {
        let rules = UserInfoRules(
          request: request, realm: realm, now: now, facts: facts, sent: sent)
        let subject = try rules.pass(&trail)
        return TokenAnswer(
          reply: Reply(status: 200, body: try rules.body(subject)),
          verdict: trail.verdict(order: order))
      } catch let denied as Denied {
        return TokenAnswer(reply: denied.reply, verdict: trail.verdict(order: order))
      }
    }
    return answer
  }
}

extension TokenRequest {
  /// The form field that may carry a bearer token, in a POST only (RFC 6750 §2.2).
  fileprivate var formToken: String? { method == "POST" ? self["access_token"] : nil }
}

/// The checks of userinfo, in Keycloak's order.
struct UserInfoRules {
  var request: TokenRequest
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  var sent: SentToken

  func pass(_ trail: inout Trail) throws -> Subject {
    try trail.check(.userInfoOnce, once)
    try trail.check(.userInfoToken, present)
    let subject = try trail.check(.userInfoVerified, verified)
    try trail.check(.userInfoScope) { scope(subject) }
    return subject
  }

  /// What the scopes of the token tell of its user, as the client that holds the token sees them.
  func body(_ subject: Subject) throws -> JSONValue {
    let scope = GrantedScope(signIn: subject.claims.scope, target: subject.holder.settings)
    let contents = TokenContents(
      realm: realm, now: now, identity: subject.identity, session: subject.session,
      requester: subject.holder.id, target: subject.holder, scope: scope,
      roles: try TokenRoles(
        of: subject.identity.id, signedIn: subject.signIn, target: subject.holder, facts: facts))
    return .object(
      contents.userInfoClaims().filter { Self.isAboutUser($0.name) }
        .map { .init($0.name, $0.value) })
  }

  private static func isAboutUser(_ name: String) -> Bool {
    name == "sub" || name == "name" || name == "email" || name == "preferred_username"
      || name == "groups" || name == "home_institute"
      || name.hasSuffix("_name") || name.hasPrefix("cern_") || name.hasPrefix("eduperson_")
  }

  private func refused(
    _ finding: Finding, status: Int = 401, _ error: String?, _ description: String?,
    _ repairs: [Repair]
  ) -> Ruling<Void> {
    .refused(
      finding,
      .bearer(realm: realm.name, status: status, error: error, description: description), repairs)
  }

  private func once() -> Ruling<Void> {
    let inForm = request.method == "POST" ? request.values("access_token").count : 0
    let inHeader = BearerToken.of(request.authorization) == nil ? 0 : 1
    if inForm + inHeader < 2 { return .passed(.fine) }
    let description =
      inForm > 1
      ? "Duplicate parameter"
      : "More than one method used for including an access token"
    return refused(
      .signOn(.tokenSentTwice), status: 400, "invalid_request", description,
      [.request(.remove(["access_token"]))])
  }

  private func present() -> Ruling<Void> {
    if case .absent = sent {
      return refused(.signOn(.tokenNotSent), nil, nil, [.request(.sendBearer)])
    }
    return .passed(.fine)
  }

  /// As X4, with a text for each of the cases that Keycloak tells apart here.
  private func verified() throws -> Ruling<Subject> {
    let holder = try ClientLookup(sent.claims?.holder ?? "", facts: facts).client
    let anybody = try holder ?? firstClient()
    guard let anybody else {
      return .refused(.tokenMalformed, reply("Token verification failed"), [])
    }
    let rules = SubjectRules(realm: realm, now: now, facts: facts, requester: anybody)
    switch try rules.judge(sent) {
    case .passed(let subject, let finding): return .passed(subject, finding)
    case .refused(let finding, _, let repairs):
      return .refused(finding, reply(Self.words(finding)), repairs)
    }
  }

  /// For a repair's sake only: to whom the user could sign in where the token names nobody.
  private func firstClient() throws -> Client? {
    let near = try facts.applications(nearestTo: sent.claims?.holder ?? "", limit: 1).first
    return try near.flatMap { try ClientLookup($0.text, facts: facts).client }
  }

  private func reply(_ description: String) -> Reply {
    .bearer(realm: realm.name, status: 401, error: "invalid_token", description: description)
  }

  private static func words(_ finding: Finding) -> String {
    if case .tokenSession = finding { return "user_session_not_found" }
    if case .tokenUser(_, disabled: true) = finding { return "User disabled" }
    if case .tokenUser = finding { return "User not found" }
    if case .tokenClient(_, let disabled) = finding {
      return disabled ? "Client disabled" : "Client not found"
    }
    if case .tokenClientSession = finding { return "client_session_not_found" }
    return "Token verification failed"
  }

  private func scope(_ subject: Subject) -> Ruling<Void> {
    subject.claims.scope.contains("openid")
      ? .passed(.fine)
      : refused(
        .signOn(.openidMissing(subject.claims.scope)), status: 403, "insufficient_scope",
        "Missing openid scope", [.request(.signInAgain(subject.identity.id, to: subject.holder.id))]
      )
  }
}
