import PortalModel

extension TokenService {
  /// Signs an identity in to a client, as the login page would: begins a session and issues its
  /// tokens, or says why not (L1 to L3).
  ///
  /// - Parameters:
  ///   - identity: Who signs in.
  ///   - signIn: With what assurance, and whether with a second factor.
  ///   - client: The application.
  ///   - scope: The scopes asked for beside the client's default ones.
  ///   - now: When.
  /// - Throws: ``TokenError``, or what the store throws.
  public func signIn(
    _ identity: IdentityIdentifier, as signIn: SignIn, to client: ApplicationIdentifier,
    scope: [String] = ["openid"], at now: Instant
  ) async throws -> SignInAnswer {
    let decision = try store.read { facts in
      var trail = Trail()
      let rules = SignInRules(identity: identity, signIn: signIn, facts: facts)
      do {
        let permit = try rules.pass(&trail, client)
        let verdict = trail.verdict(order: SignInRules.order)
        let session = UserSession(
          id: try freeSession(facts), identity: identity, signIn: signIn, startedAt: now,
          lastUsedAt: now)
        let contents = TokenContents(
          realm: realm, now: now, identity: permit.identity, session: session, requester: client,
          target: permit.client, scope: GrantedScope(signIn: scope, target: permit.client.settings),
          roles: permit.roles)
        return SignInDecision(
          answer: SignInAnswer(
            verdict: verdict, session: session, roles: permit.roles.findings), contents: contents)
      } catch is Denied {
        let roles = try roleFindings(of: identity, signedIn: signIn, in: client, facts: facts)
        return SignInDecision(
          answer: SignInAnswer(verdict: trail.verdict(order: SignInRules.order), roles: roles))
      }
    }
    var answer = decision.answer
    guard let contents = decision.contents, let session = answer.session else { return answer }
    answer.tokens = try accessTokens(
      contents, withRefresh: contents.target.settings.useRefreshTokens)
    try store.record([
      .userSession(session),
      .clientSession(ClientSession(session: session.id, client: client, startedAt: now)),
    ])
    return answer
  }

  private struct SignInDecision {
    var answer: SignInAnswer
    var contents: TokenContents?
  }

  func freeSession(_ facts: any TokenFacts) throws -> String {
    try PortalTokens.freeSession(facts, identifiers)
  }
}
