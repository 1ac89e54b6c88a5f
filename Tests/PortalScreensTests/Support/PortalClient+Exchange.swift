import PortalModel
import PortalScreens
import PortalTestSupport
import PortalTokens

extension PortalClient {
  /// A real exchange on a portal in memory.
  static func exchange(
    _ query: ExchangeQuery, _ portal: MemoryPortal, _ now: Instant
  ) async throws -> ExchangeOutcome {
    let service = TokenService(
      keys: try await RealmKeys(portal.keep(.fixed)), store: portal, identifiers: .seeded(1))
    let login = try await service.signIn(
      query.user, as: query.signIn, to: query.source, at: now)
    let want = ExchangeWant(rawValue: query.want.rawValue) ?? .refreshToken
    var answer: TokenAnswer?
    var aftermath: Aftermath?
    if let token = login.accessToken {
      let request = TokenRequest(
        exchanging: token, by: query.source, secret: portal.facts.secret(of: query.source),
        toward: query.target, wanting: want)
      let given = try await service.answer(request, at: now)
      aftermath = try await service.aftermath(of: request, given, at: now)
      answer = given
    }
    return ExchangeOutcome(
      query: query, signIn: login.verdict, before: login.tokens, verdict: answer?.verdict,
      reply: answer?.reply, after: answer?.tokens ?? [], sourceRoles: login.roles,
      targetRoles: try roleFindings(
        of: query.user, signedIn: query.signIn, in: query.target, facts: portal.facts),
      standard: answer?.standard ?? [], notes: answer?.notes ?? [],
      scopes: answer?.scopes ?? [], aftermath: aftermath, curl: "curl -X POST …", at: now)
  }
}
