import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("A granted exchange (X15)")
struct ExchangeTests {
  @Test("The page's own command is true")
  func page() async throws {
    let world = try await World()
    let answer = try await world.service.answer(try await world.page(), at: world.now)
    #expect(answer.reply.status == 200)
    #expect(answer.tokens.map(\.kind) == [.access, .refresh, .id])
    #expect(answer.notes == [.refreshLosesAudience(Story.target)])
    #expect(answer.verdict.checks.allSatisfy { $0.outcome == .passed && $0.found != nil })
  }

  @Test("Refused before approval, granted after")
  func story() async throws {
    let world = try await World()
    let request = world.request(try await world.token())
    #expect(try await world.service.answer(request, at: world.now).reply.status == 403)
    try world.perform(
      .requestExchange(Story.direction, justification: "Please."), as: Story.alice)
    #expect(try await world.service.answer(request, at: world.now).reply.status == 403)
    try world.perform(.approveExchange(Story.direction), as: Story.bob)
    #expect(try await world.service.answer(request, at: world.now).reply.status == 200)
  }

  @Test("Nothing is written where the requester takes part in the session already")
  func writesNothing() async throws {
    let world = try await World()
    try world.grant()
    let request = world.request(try await world.token())
    let records = world.portal.records
    for _ in 0..<2 {
      #expect(try await world.service.answer(request, at: world.now).reply.status == 200)
    }
    #expect(world.portal.records == records)
  }

  @Test("A requester that is new to the session joins it, once (26.1)")
  func joins() async throws {
    let world = try await World()
    let request = world.request(
      try await world.token(), by: Story.starting, toward: Story.target)
    let before = world.portal.records.count
    let first = try await world.service.answer(request, at: world.now)
    let session = try #require(first.reply.body?["session_state"]?.string)
    let joined = TokenRecord.clientSession(
      ClientSession(session: session, client: Story.starting, startedAt: world.now))
    #expect(Array(world.portal.records.dropFirst(before)) == [joined])
    _ = try await world.service.answer(request, at: world.now)
    #expect(world.portal.records.count == before + 1)
    // What was issued can be exchanged further (X4k).
    let token = try #require(first.tokens.first).compact
    let again = world.request(token, by: Story.starting, toward: Story.target)
    #expect(try await world.service.answer(again, at: world.now).reply.status == 200)
  }

  @Test("A confidential client within the audience may exchange for itself (X12)")
  func selfByAudience() async throws {
    let world = try await World()
    let token = try await world.exchanged().tokens.first?.compact
    let request = world.request(try #require(token), by: Story.backEnd, toward: nil)
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.reply.status == 200)
    #expect(answer.tokens.first?["aud"]?.string == "back-end-api")
    #expect(answer.tokens.first?["azp"]?.string == "back-end-api")
  }

  @Test("For itself without its mapper, the audience is missing (§8.1)")
  func selfWithoutMapper() async throws {
    let world = try await World()
    try world.configure(Story.frontEnd) { $0.ownAudience = false }
    let answer = try await world.exchanged(toward: nil)
    #expect(answer.reply.status == 200)
    #expect(answer.tokens.first?["aud"] == nil)
    #expect(answer.notes.contains(.audienceMissing(Story.frontEnd)))
  }

  @Test("Without an audience consent and blocking of the target are not looked at (26.1)")
  func unnamedSelf() async throws {
    let world = try await World()
    try world.configure(Story.frontEnd) { $0.consentRequired = true }
    let answer = try await world.exchanged(toward: nil)
    #expect(answer.reply.status == 200)
    #expect(answer.verdict.checks.first { $0.id == .consent }?.found == .notApplicable)
  }

  @Test("A token is good through its last second and not after")
  func lastSecond() async throws {
    let world = try await World()
    try world.grant()
    let request = world.request(try await world.token())
    let last = world.now.advanced(seconds: 1200)
    #expect(try await world.service.answer(request, at: last).reply.status == 200)
    let after = try await world.service.answer(request, at: last.advanced(seconds: 1))
    #expect(after.verdict.failure?.id == .subjectToken)
  }

  @Test("A not-before mark of the same second leaves the token good, and is told (§7)")
  func sameSecond() async throws {
    let world = try await World()
    try world.grant()
    let request = world.request(try await world.token())
    let mark = Instant(milliseconds: world.now.milliseconds + 500)
    try world.portal.record([.notBefore(.realm, mark)])
    let answer = try await world.service.answer(request, at: mark)
    #expect(answer.reply.body?["not-before-policy"] == .integer(world.now.seconds))
  }

  @Test("The access token's type may be named, and unknown parameters do not matter")
  func typed() async throws {
    let world = try await World()
    try world.grant()
    let request = world.request(try await world.token())
      .adding("subject_token_type", ExchangeWant.accessToken.uri)
      .adding("actor_token", "ignored").adding("unknown", "ignored")
    #expect(try await world.service.answer(request, at: world.now).reply.status == 200)
  }

  @Test("The reasons in the subject token can be left out")
  func unexplained() async throws {
    let world = try await World()
    try world.grant()
    let service = TokenService(keys: world.keys, store: world.portal, explainsRoles: false)
    let answer = try await service.answer(
      world.request(try await world.token()), at: world.now)
    #expect(answer.roles?.before.inToken == ["administrator", "frontend_user"])
    #expect(answer.roles?.before.findings == [])
    #expect(answer.roles?.after?.findings.count == 1)
  }
}
