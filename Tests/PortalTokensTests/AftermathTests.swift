import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("What would become of an exchanged token (§12, §15)")
struct AftermathTests {
  /// What is left after an act, in the reference page's ids; `-` where it is alive.
  struct Row: Sendable, CustomTestStringConvertible {
    var act: TokenFate.Act
    var subject = "-"
    var exchanged = "-"
    var refresh = "-"
    var again = "-"
    var testDescription: String { act.rawValue }
  }

  private static func exchange(
    _ world: World, wanting want: ExchangeWant = .refreshToken
  ) async throws -> (TokenRequest, TokenAnswer) {
    if world.portal.facts.permission(Story.direction) == nil { try world.grant() }
    let request = world.request(try await world.token(), wanting: want)
    return (request, try await world.service.answer(request, at: world.now))
  }

  private static func word(_ life: TokenFate.Life) -> String {
    switch life {
    case .alive: "-"
    case .dead(let check): String(check.reason.prefix { $0 != "-" })
    case .absent: "none"
    }
  }

  @Test(arguments: [
    Row(act: .nothing),
    // The access token alone; what was exchanged for it lives on (33252).
    Row(act: .revokeSubject, subject: "X4f", again: "X4f"),
    Row(act: .revokeExchanged, exchanged: "X4f"),
    // The client's part in the login goes, and all its tokens with it.
    Row(act: .revokeRefresh, subject: "X4k", exchanged: "X4k", refresh: "F8", again: "X4k"),
    Row(act: .logOut, subject: "X4i", exchanged: "X4i", refresh: "F7", again: "X4i"),
    // Only the next exchange asks for the permission.
    Row(act: .revokePermission, again: "X14"),
    Row(act: .disableUser, subject: "X4h", exchanged: "X4h", refresh: "F6", again: "X4h"),
    Row(act: .disableTarget, again: "X10"),
    Row(act: .disableRequester, subject: "X4j", exchanged: "X4j", refresh: "C3", again: "C3"),
  ])
  func `each act kills what the page says, and nothing that is checked offline`(
    row: Row
  ) async throws {
    let world = try await World()
    let (request, answer) = try await Self.exchange(world)
    let found = try await world.service.aftermath(of: request, answer, at: world.now)
    let fate = try #require(found?.fates.first { $0.act == row.act })
    #expect(Self.word(fate.subject) == row.subject)
    #expect(Self.word(fate.exchanged) == row.exchanged)
    #expect(fate.offline == .alive)
    #expect(Self.word(fate.refresh) == row.refresh)
    #expect(Self.word(fate.again) == row.again)
  }

  @Test func `nothing of it happens`() async throws {
    let world = try await World()
    let (request, answer) = try await Self.exchange(world)
    let before = world.portal.records
    let session = try #require(answer.tokens.first?["sid"]?.string)
    let login = world.portal.facts.userSession(session)
    _ = try await world.service.aftermath(of: request, answer, at: world.now)
    #expect(world.portal.records == before)
    #expect(world.portal.facts.userSession(session) == login)
    #expect(try await world.service.answer(request, at: world.now).reply.status == 200)
  }

  @Test func `a refresh loses the target, and the target cannot refresh at all`() async throws {
    let world = try await World()
    let (request, answer) = try await Self.exchange(world)
    let found = try await world.service.aftermath(of: request, answer, at: world.now)
    let refresh = try #require(found?.refresh?.tokens.first { $0.kind == .access })
    #expect(answer.tokens.first?["aud"] == .string("back-end-api"))
    #expect(refresh["aud"] == .string("front-end-app"))
    #expect(refresh.roles.contains("frontend_user") && !refresh.roles.contains("backend_user"))
    let target = try #require(found?.refreshByTarget)
    #expect(target.reply.error == "invalid_grant")
    #expect(target.reply.errorDescription?.contains("don't match") == true)
  }

  @Test func `without a refresh token there is none to lose`() async throws {
    let world = try await World()
    let (request, answer) = try await Self.exchange(world, wanting: .accessToken)
    let found = try #require(try await world.service.aftermath(of: request, answer, at: world.now))
    #expect(found.refresh == nil && found.refreshByTarget == nil)
    #expect(!found.fates.contains { $0.act == .revokeRefresh })
    #expect(found.fates.allSatisfy { $0.refresh == .absent })
    let out = try #require(found.fates.first { $0.act == .logOut })
    #expect(Self.word(out.exchanged) == "X4i")
  }

  @Test func `a refusal has no aftermath`() async throws {
    let world = try await World()
    let request = world.request(try await world.token())
    let answer = try await world.service.answer(request, at: world.now)
    #expect(try await world.service.aftermath(of: request, answer, at: world.now) == nil)
  }
}
