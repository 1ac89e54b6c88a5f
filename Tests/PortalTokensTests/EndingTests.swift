import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// One login in two applications, an exchange in it, and another login of the same person.
private struct Logins {
  var world: World
  var tokens: [String: String]
  var cookie: String

  init() async throws {
    world = try await World()
    let service = world.service
    let first = try await service.completeSignIn(
      world.signOn(Story.starting), as: SignInChoice(login: "jdoe"), at: world.now)
    cookie = try #require(first.cookie)
    // The second application is signed in to by the browser's cookie alone.
    let second = try await service.authorize(
      AuthorizationRequest(
        parameters: world.signOn(Story.frontEnd).parameters, cookie: cookie), at: world.now)
    let here = try await service.answer(
      world.redeeming(first.parameters["code"]), at: world.now)
    let there = try await service.answer(
      world.redeeming(second.parameters["code"], by: Story.frontEnd), at: world.now)
    let access = try #require(here.tokens.first).compact
    let exchanged = try await service.answer(
      world.request(access, by: Story.starting, toward: Story.target, wanting: .refreshToken),
      at: world.now)
    let other = try await world.signIn(to: Story.starting)
    let sets = [
      "starting": here.tokens, "front": there.tokens, "exchanged": exchanged.tokens,
      "other": other.tokens,
    ]
    tokens = [:]
    for (name, views) in sets {
      for view in views where view.kind != .id { tokens["\(name) \(view.kind)"] = view.compact }
    }
    #expect(tokens.count == 8)
    #expect(here.tokens.first?["sid"] == there.tokens.first?["sid"])
  }

  /// Which tokens are no longer active.
  func dead() async throws -> Set<String> {
    var dead: Set<String> = []
    for (name, token) in tokens {
      let ask = world.form(.refresh, ["token": token], by: Story.target).removing("grant_type")
      let answer = try await world.service.introspect(ask, at: world.now)
      if answer.reply.body?["active"] != .bool(true) { dead.insert(name) }
    }
    return dead
  }

  func revoke(_ name: String) async throws {
    let form = world.form(.refresh, ["token": tokens[name]]).removing("grant_type")
    let answer = try await world.service.revoke(form, at: world.now)
    #expect(answer.reply == Reply(status: 200, body: nil))
  }
}

@Suite("What ends with what (§15, portal.md §5.6)")
struct EndingTests {
  private static let ofStarting: Set = [
    "starting access", "starting refresh", "exchanged access", "exchanged refresh",
  ]
  private static let ofTheLogin = ofStarting.union(["front access", "front refresh"])

  @Test func `a revoked access token dies alone, whatever was exchanged for it`() async throws {
    let logins = try await Logins()
    #expect(try await logins.dead().isEmpty)
    try await logins.revoke("starting access")
    #expect(try await logins.dead() == ["starting access"])
  }

  @Test(arguments: ["starting refresh", "exchanged refresh"])
  func `a revoked refresh token takes its client out of that login`(name: String) async throws {
    var logins = try await Logins()
    try await logins.revoke(name)
    #expect(try await logins.dead() == Self.ofStarting)
    // The login itself goes on: the browser joins the client again, without anybody signing in. What
    // was dead stays dead.
    logins.world.now = logins.world.now.advanced(seconds: 2)
    let again = try await logins.world.service.authorize(
      AuthorizationRequest(
        parameters: logins.world.signOn(Story.starting).parameters, cookie: logins.cookie),
      at: logins.world.now)
    let fresh = try await logins.world.service.answer(
      logins.world.redeeming(again.parameters["code"]), at: logins.world.now)
    #expect(fresh.reply.status == 200)
    #expect(try await logins.dead().isSuperset(of: ["starting refresh", "exchanged refresh"]))
  }

  @Test(arguments: ["starting refresh", "exchanged refresh"])
  func `a program's logout ends the whole login and no other`(name: String) async throws {
    let logins = try await Logins()
    let form = logins.world.form(.refresh, ["refresh_token": logins.tokens[name]])
      .removing("grant_type")
    let answer = try await logins.world.service.logOut(form, at: logins.world.now)
    #expect(answer.outcome == .reply(Reply(status: 204, body: nil)))
    #expect(try await logins.dead() == Self.ofTheLogin)
    // The browser has to sign in anew.
    let page = try await logins.world.service.authorize(
      AuthorizationRequest(
        parameters: logins.world.signOn(Story.starting).parameters, cookie: logins.cookie),
      at: logins.world.now)
    guard case .signIn = page.outcome else {
      Issue.record("\(page.outcome)")
      return
    }
  }

  @Test func `a browser's logout does the same`() async throws {
    let logins = try await Logins()
    let request = TokenRequest(parameters: [.init(name: "confirm", value: "yes")])
    let answer = try await logins.world.service.logOut(
      request, cookie: logins.cookie, at: logins.world.now)
    #expect(answer.outcome == .donePage && answer.forgetsCookie)
    #expect(try await logins.dead() == Self.ofTheLogin)
  }

  @Test func `a login idles out, unless its cookie or a refresh uses it, and ends in any case`()
    async throws
  {
    var logins = try await Logins()
    let start = logins.world.now
    func signsIn(at seconds: Int64) async throws -> Bool {
      let answer = try await logins.world.service.authorize(
        AuthorizationRequest(
          parameters: logins.world.signOn(Story.starting).parameters, cookie: logins.cookie),
        at: start.advanced(seconds: seconds))
      if case .redirect = answer.outcome { return true }
      return false
    }
    // Without use it is over after ten hours.
    logins.world.now = start.advanced(seconds: 36_001)
    #expect(try await !signsIn(at: 36_001))
    #expect(try await logins.dead().isSuperset(of: Self.ofTheLogin))

    // With use it goes on, and is over after twelve.
    logins = try await Logins()
    #expect(try await signsIn(at: 30_000))
    #expect(try await signsIn(at: 43_199))
    #expect(try await !signsIn(at: 43_200))
  }

  @Test func `exchanging is no use of the login`() async throws {
    var logins = try await Logins()
    let start = logins.world.now
    let late = start.advanced(seconds: 1_000)
    let exchange = logins.world.request(
      try #require(logins.tokens["starting access"]), by: Story.starting, toward: Story.target)
    #expect(try await logins.world.service.answer(exchange, at: late).reply.status == 200)
    logins.world.now = start.advanced(seconds: 36_001)
    #expect(try await logins.dead().isSuperset(of: Self.ofTheLogin))
  }
}
