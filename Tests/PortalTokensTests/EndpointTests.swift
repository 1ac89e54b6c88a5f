import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The endpoints beside the token endpoint")
struct EndpointTests {
  private func form(
    _ world: World, _ parameters: [String: String?], by client: ApplicationIdentifier
  ) -> TokenRequest {
    world.form(.refresh, parameters, by: client).removing("grant_type")
  }

  @Test("introspection: active with its claims, then inactive without a reason after revocation")
  func introspection() async throws {
    let world = try await World()
    let token = try await world.token(to: Story.starting)
    let ask = form(world, ["token": token], by: Story.target)
    let active = try await world.service.introspect(ask, at: world.now).reply.body
    #expect(active?["active"] == .bool(true))
    #expect(active?["client_id"]?.string == "starting-client")
    let revoke = form(world, ["token": token], by: Story.starting)
    #expect(
      try await world.service.revoke(revoke, at: world.now).reply == Reply(status: 200, body: nil))
    let after = try await world.service.introspect(ask, at: world.now)
    #expect(after.reply == .inactive)
    #expect(after.verdict.failure?.reason == "X4f")
  }

  @Test("introspection refuses public callers, wrong secrets and missing tokens")
  func introspectionRefused() async throws {
    let world = try await World()
    let service = world.service
    let cases: [(TokenRequest, Reply)] = [
      (form(world, ["token": "x"], by: Story.frontEnd), .clientNotAllowed),
      (
        form(world, ["token": "x"], by: Story.target).setting("client_secret", "no"),
        .authenticationFailed
      ),
      (form(world, [:], by: Story.target), .tokenNotProvided),
    ]
    for (request, reply) in cases {
      #expect(try await service.introspect(request, at: world.now).reply == reply)
    }
  }

  @Test("revocation: another client's token is refused, nonsense is answered with 200")
  func revocation() async throws {
    let world = try await World()
    let token = try await world.token(to: Story.starting)
    let other = form(world, ["token": token], by: Story.target)
    #expect(try await world.service.revoke(other, at: world.now).reply == .revocationClient)
    let nonsense = form(world, ["token": "x"], by: Story.target)
    #expect(try await world.service.revoke(nonsense, at: world.now).reply == .revocationInvalid)
    #expect(
      try await world.service.revoke(form(world, [:], by: Story.target), at: world.now).reply
        == .revocationTokenMissing)
  }

  @Test("logout with the refresh token ends the session for every token of it")
  func logout() async throws {
    let world = try await World()
    let login = try await world.signIn(to: Story.starting)
    let out = form(world, ["refresh_token": login.tokens[1].compact], by: Story.starting)
    let answer = try await world.service.logOut(out, at: world.now)
    #expect(answer.outcome == .reply(Reply(status: 204, body: nil)))
    let request = world.request(
      login.tokens[0].compact, by: Story.starting, toward: Story.target)
    let after = try await world.service.answer(request, at: world.now)
    #expect(after.verdict.failure?.reason == "X4i")
  }

  @Test("userinfo needs openid and tells of the user")
  func userInfo() async throws {
    let world = try await World()
    func ask(_ scope: [String]) async throws -> TokenAnswer {
      let token = try #require(try await world.signIn(scope: scope).accessToken)
      return try await world.service.userInfo(
        TokenRequest(method: "GET", authorization: "Bearer \(token)", parameters: []),
        at: world.now)
    }
    #expect(try await ask(["openid"]).reply.body?["sub"]?.string == "jdoe")
    let without = try await ask([])
    #expect(without.reply.status == 403)
    #expect(without.verdict.failure?.id == .userInfoScope)
  }

  @Test("whoami takes the exchanged token, not the one of the login, and not an expired one")
  func whoAmI() async throws {
    let world = try await World()
    let login = try await world.token()
    let exchanged = try #require(try await world.exchanged().tokens.first).compact
    func ask(_ token: String?, later: Int64 = 0) async throws -> TokenAnswer {
      try await world.service.whoAmI(
        at: "back-end-api", authorization: token.map { "Bearer \($0)" },
        at: world.now.advanced(seconds: later))
    }
    #expect(try await ask(exchanged).reply.body?["roles"]?.strings == ["backend_user"])
    #expect(try await ask(login).verdict.failure?.id == .resourceAudience)
    #expect(try await ask(exchanged, later: 1201).verdict.failure?.id == .resourceTime)
    #expect(try await ask(nil).verdict.failure?.id == .resourceToken)
    #expect(
      try await ask(String(exchanged.dropLast(4)) + "AAAA").verdict.failure?.id
        == .resourceSignature)
  }
}
