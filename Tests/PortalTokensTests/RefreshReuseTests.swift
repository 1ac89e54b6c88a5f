import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("How often a refresh token may be used (F11, §12)")
struct RefreshReuseTests {
  private func made(_ limit: Int?) async throws -> World {
    var world = try await World()
    world.service = TokenService(
      realm: Realm(refreshReuse: limit), keys: world.keys, store: world.portal)
    return world
  }

  private func refresh(_ world: World, _ token: String) async throws -> TokenAnswer {
    try await world.service.answer(
      world.form(.refresh, ["refresh_token": token]), at: world.now)
  }

  private func next(_ answer: TokenAnswer) throws -> String {
    try #require(answer.tokens.first { $0.kind == .refresh }).compact
  }

  private static let exceeded = Reply.invalidGrant("Maximum allowed refresh token reuse exceeded")

  @Test func `without a limit it is used again and again, and nothing is written`() async throws {
    let world = try await made(nil)
    let token = try await world.refreshToken()
    let records = world.portal.records.count
    for _ in 0..<5 { #expect(try await refresh(world, token).reply.status == 200) }
    #expect(world.portal.records.count == records)
  }

  @Test(arguments: [0, 2]) func `beyond the limit it is refused, by name`(limit: Int) async throws {
    let world = try await made(limit)
    let token = try await world.refreshToken()
    for _ in 0...limit { #expect(try await refresh(world, token).reply.status == 200) }
    let answer = try await refresh(world, token)
    #expect(answer.reply.body == Self.exceeded.body)
    let failure = try #require(answer.verdict.failure)
    #expect(failure.id == .refreshReuse)
    #expect(failure.found == .signOn(.refreshUsed(times: limit + 1, allowed: limit)))
    // It may not be looked up as good either.
    let looked = try await world.service.introspect(
      world.form(.refresh, ["token": token]).removing("grant_type"), at: world.now)
    #expect(looked.reply.body?["active"] == .bool(false))
    // The repair signs in anew, and that token is good.
    let again = try await world.restarted(
      world.form(.refresh, ["refresh_token": token]), Story.starting)
    #expect(try await world.service.answer(again, at: world.now).reply.status == 200)
  }

  @Test func `the newest one goes on, and the older ones are out of use`() async throws {
    var world = try await made(0)
    let first = try await world.refreshToken()
    world.now = world.now.advanced(seconds: 10)
    let second = try next(try await refresh(world, first))
    world.now = world.now.advanced(seconds: 10)
    let third = try next(try await refresh(world, second))
    world.now = world.now.advanced(seconds: 10)
    let stale = try await refresh(world, first)
    #expect(stale.reply.body == Reply.invalidGrant("Stale token").body)
    #expect(stale.verdict.failure?.id == .refreshReuse)
    #expect(try await refresh(world, second).reply.body == Self.exceeded.body)
    #expect(try await refresh(world, third).reply.status == 200)
  }

  @Test func `each client of a login has a count of its own`() async throws {
    let world = try await made(0)
    let token = try await world.refreshToken()
    let other = try await world.refreshToken(to: Story.target)
    #expect(try await refresh(world, token).reply.status == 200)
    let answer = try await world.service.answer(
      world.form(.refresh, ["refresh_token": other], by: Story.target), at: world.now)
    #expect(answer.reply.status == 200)
  }
}
