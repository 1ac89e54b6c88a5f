import PortalModel

/// A browser at the authorization endpoint, within one snapshot.
struct SignOn {
  var request: AuthorizationRequest
  /// What was chosen on the page; `nil` where the request comes for the first time.
  var choice: SignInChoice?
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  var identifiers: IdentifierSource
  var cookie: SentToken

  static let order = AuthorizationRules.order + [.prompt] + SignInRules.order

  /// An answer, what to record for it, and the login that the browser is to be told of.
  typealias Result = (AuthorizationAnswer, [TokenRecord], UserSession?)

  func answer(_ trail: inout Trail) throws -> Result {
    let rules = AuthorizationRules(request: request, facts: facts, realm: realm)
    do {
      let permit = try rules.pass(&trail)
      return try signIn(permit, rules, &trail)
    } catch let denied as PageDenied {
      return shown(.errorPage(status: denied.status, sentence: denied.sentence), trail)
    } catch let denied as RedirectDenied {
      return shown(denied.redirect.back(error: denied.reply), trail)
    }
  }

  private func shown(_ outcome: AuthorizationAnswer.Outcome, _ trail: Trail) -> Result {
    (AuthorizationAnswer(outcome: outcome, verdict: trail.verdict(order: Self.order)), [], nil)
  }

  private func signIn(
    _ permit: AuthorizationRules.Permit, _ rules: AuthorizationRules, _ trail: inout Trail
  ) throws -> Result {
    let page = SignInPage(
      client: permit.client.id, name: permit.client.application.name, scope: permit.scope.names,
      loginHint: request["login_hint"])
    if let choice { return try signIn(choice, page, permit, rules, &trail) }
    let session = try BrowserSession.session(of: cookie, realm: realm, at: now, facts: facts)
    let isFresh = session.map(isFreshEnough) ?? false
    if prompts.contains("none") || isFresh {
      do {
        try trail.check(.prompt) { prompt(isFresh ? session : nil) }
      } catch let denied as Denied {
        return shown(permit.redirect.back(error: denied.reply), trail)
      }
    }
    guard isFresh, let session else { return shown(.signIn(page), trail) }
    do {
      _ = try SignInRules(identity: session.identity, signIn: session.signIn, facts: facts)
        .pass(&trail, permit.client.id)
    } catch let denied as Denied {
      return refused(denied, page, trail)
    }
    let joined = try facts.clientSession(of: permit.client.id, in: session.id)
    let joining = ClientSession(
      session: session.id, client: permit.client.id, startedAt: now)
    return sentBack(
      permit, rules, session,
      records: (joined == nil ? [.clientSession(joining)] : []) + session.used(at: now), trail)
  }

  private var prompts: [Substring] { (request["prompt"] ?? "").split(separator: " ") }

  /// Whether the login of the cookie will do: not where the request wants a new one.
  private func isFreshEnough(_ session: UserSession) -> Bool {
    guard !prompts.contains("login") else { return false }
    guard let text = request["max_age"], let age = Int64(text) else { return true }
    return now.seconds - session.startedAt.seconds <= age
  }

  private func prompt(_ session: UserSession?) -> Ruling<Void> {
    if let session { return .passed(.signOn(.signedOn(session.identity))) }
    return .refused(
      .signOn(.loginRequired),
      Reply(status: 400, body: .object([.init("error", .string("login_required"))])),
      [.request(.remove(["prompt"]))])
  }
}

extension SignOn {
  /// Somebody chose who they are.
  private func signIn(
    _ choice: SignInChoice, _ page: SignInPage, _ permit: AuthorizationRules.Permit,
    _ rules: AuthorizationRules, _ trail: inout Trail
  ) throws -> Result {
    try trail.check(.prompt) { .passed(.notApplicable) }
    let identity = choice.identity
    let signIn = try choice.signIn(facts)
    do {
      _ = try SignInRules(identity: identity, signIn: signIn, facts: facts)
        .pass(&trail, permit.client.id)
    } catch let denied as Denied {
      return refused(denied, page, trail)
    }
    let session = UserSession(
      id: try freeSession(facts, identifiers), identity: identity, signIn: signIn, startedAt: now,
      lastUsedAt: now)
    let records: [TokenRecord] = [
      .userSession(session),
      .clientSession(
        ClientSession(session: session.id, client: permit.client.id, startedAt: now)),
    ]
    return sentBack(permit, rules, session, records: records, trail)
  }

  /// L2: the page again, with the real service's words. L3: a page that says no.
  private func refused(_ denied: Denied, _ page: SignInPage, _ trail: Trail) -> Result {
    let problem = SignInProblem(trail.verdict(order: Self.order).failure)
    switch problem {
    case .noAccess: return shown(.errorPage(status: 403, sentence: problem.words), trail)
    case .unknown, .disabled:
      var again = page
      again.problem = problem.words
      return shown(.signIn(again), trail)
    }
  }

  private func sentBack(
    _ permit: AuthorizationRules.Permit, _ rules: AuthorizationRules, _ session: UserSession,
    records: [TokenRecord], _ trail: Trail
  ) -> Result {
    let text = identifiers.secret()
    let code = AuthorizationCode(
      digest: Digests.digest(of: text), client: permit.client.id, session: session.id,
      redirectURI: permit.redirect.sent, scope: rules.requestedScope, nonce: request["nonce"],
      proofKey: permit.proofKey,
      expiresAt: now.advanced(seconds: SignOnTimes.code))
    let answer = AuthorizationAnswer(
      outcome: permit.redirect.back(code: text, session: session.id),
      verdict: trail.verdict(order: Self.order))
    return (answer, records + [.code(code)], session)
  }
}

extension SignInChoice {
  /// Who it is. A text that can be no login is cut to one that nobody has.
  var identity: IdentityIdentifier {
    let login = login.trimmed
    if let id = try? IdentityIdentifier(login) { return id }
    let plain = login.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(48)
    return IdentityIdentifier(trusted: "not-a-login-" + plain)
  }

  /// How they sign in.
  func signIn(_ facts: any TokenFacts) throws -> SignIn {
    let usual = try facts.identity(identity)?.defaultSignIn
    return SignIn(
      level: level ?? usual?.level ?? .any,
      multifactor: multifactor ?? usual?.multifactor ?? false)
  }
}

/// How long what a sign-on begins lives, in seconds.
enum SignOnTimes {
  /// A code (`portal.md` §5.6, client login timeout).
  static let code: Int64 = 60
  /// A device's codes (Keycloak's default).
  static let device: Int64 = 600
}

/// A session identifier that no login has.
func freeSession(_ facts: any TokenFacts, _ identifiers: IdentifierSource) throws -> String {
  var id = identifiers.next()
  while try facts.userSession(id) != nil { id = identifiers.next() }
  return id
}

extension IdentifierSource {
  /// A text that cannot be guessed: 244 random bits.
  func secret() -> String { (next() + next()).filter { $0 != "-" } }
}

extension String {
  /// Without the blanks around it.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
