import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("Where a granted exchange would fail under the standard exchange (§11.1)")
struct StandardLintTests {
  private static func page(_ change: (inout TokenRequest) -> Void = { _ in }) async throws -> (
    World, TokenRequest
  ) {
    let world = try await World()
    return (world, try await world.page(change))
  }

  private func ids(_ answer: TokenAnswer) -> [String] {
    #expect(answer.reply.status == 200, "\(answer.verdict.failure as Any)")
    #expect(answer.standard.allSatisfy { $0.outcome == .failed })
    return answer.standard.map(\.id.rawValue)
  }

  @Test func `the page's own command breaks four rows at once`() async throws {
    let (world, request) = try await Self.page()
    let answer = try await world.service.answer(request, at: world.now)
    #expect(ids(answer) == ["S4", "S6", "S11", "S20"])
  }

  @Test func `each row is judged by itself`() async throws {
    let (world, page) = try await Self.page()
    let type = "subject_token_type"
    var request = page.adding(type, ExchangeWant.accessToken.uri)
    #expect(ids(try await world.service.answer(request, at: world.now)) == ["S4", "S11", "S20"])
    try world.configure(Story.starting) { $0.standardExchange = true }
    #expect(ids(try await world.service.answer(request, at: world.now)) == ["S11", "S20"])
    request = request.setting("requested_token_type", ExchangeWant.accessToken.uri)
    #expect(ids(try await world.service.answer(request, at: world.now)) == ["S20"])
    try world.configure(Story.starting) { $0.extraAudiences = ["target-client"] }
    #expect(ids(try await world.service.answer(request, at: world.now)).isEmpty)
    // And so the standard exchange grants it.
    let standard = try await world.service.under(Realm(profile: .keycloakV2))
      .answer(request, at: world.now)
    #expect(standard.reply.status == 200)
    #expect(standard.standard.isEmpty)
  }

  @Test func `scope, consent, own issuer, and another's token`() async throws {
    let (world, page) = try await Self.page()
    try world.configure(Story.starting) {
      ($0.standardExchange, $0.standardExchangeRefresh) = (true, true)
      ($0.consentRequired, $0.extraAudiences) = (true, ["target-client"])
    }
    let request = page.adding("subject_token_type", ExchangeWant.accessToken.uri)
      .adding("scope", "openid nonsense").adding("subject_issuer", Realm().issuer)
    #expect(
      ids(try await world.service.answer(request, at: world.now)) == ["S3", "S16", "S19"])
    let offline = request.setting("scope", "offline_access").removing("subject_issuer")
    #expect(ids(try await world.service.answer(offline, at: world.now)) == ["S18", "S19"])
    let foreign = page.setting("subject_token", try await world.token())
      .adding("subject_token_type", ExchangeWant.accessToken.uri)
    #expect(ids(try await world.service.answer(foreign, at: world.now)) == ["S15", "S19"])
  }

  @Test func `the first of them is what the standard exchange answers`() async throws {
    let (world, request) = try await Self.page()
    let answer = try await world.service.answer(request, at: world.now)
    let standard = try world.service.standardVerdict(of: request, at: world.now)
    #expect(standard.failure?.id == answer.standard.first?.id)
    #expect(standard.failure?.found == answer.standard.first?.found)
  }

  @Test func `a public requester, and full scope`() async throws {
    let world = try await World()
    let answer = try await world.exchanged()
    #expect(ids(answer) == ["S4", "S6", "S13", "S20"])
    // With full scope the roles elsewhere name their applications in the audience.
    try world.configure(Story.frontEnd) { $0.fullScopeAllowed = true }
    #expect(ids(try await world.exchanged()) == ["S4", "S6", "S13"])
  }

  @Test func `a refusal has none`() async throws {
    let world = try await World()
    let token = try await world.token()
    let refused = try await world.service.answer(world.request(token), at: world.now)
    #expect(refused.reply.status == 403 && refused.standard.isEmpty)
  }
}
