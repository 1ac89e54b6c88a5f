import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("Refreshing (F, §12)")
struct RefreshTests {
  @Test("refuses as the reference page says, and each repair turns it", arguments: rows)
  func refused(row: RefusalCase) async throws { try await row.run() }

  private static func row(
    _ name: String, _ check: CheckIdentifier, _ reply: Reply, repairs: Int = 1,
    finding: @escaping @Sendable (Finding) -> Bool = { _ in true },
    arrange: @escaping @Sendable (inout World) async throws -> TokenRequest
  ) -> RefusalCase {
    RefusalCase(
      name, check, reply, repairs: repairs, order: RefreshGrant.order, finding: finding,
      arrange: arrange)
  }

  static let rows =
    [
      row(
        "F1", .refreshPresent,
        Reply(status: 400, error: "invalid_request", description: "No refresh token"),
        arrange: { $0.form(.refresh, [:]) }),
      row(
        "F2 nonsense", .refreshGenuine, .invalidGrant("Invalid refresh token"),
        finding: { $0 == .tokenMalformed }, arrange: { $0.form(.refresh, ["refresh_token": "x"]) }),
      row(
        "F2 access token", .refreshGenuine, .invalidGrant("Invalid refresh token"),
        finding: { $0 == .tokenType("Bearer") },
        arrange: {
          $0.form(.refresh, ["refresh_token": try await $0.token(to: Story.starting)])
        }),
      row(
        "F2 forged", .refreshGenuine, .invalidGrant("Invalid refresh token"),
        finding: { $0 == .tokenSignature(.wrong) },
        arrange: {
          let token = try await $0.refreshToken()
          return $0.form(.refresh, ["refresh_token": String(token.dropLast(4)) + "AAAA"])
        }),
      row(
        "F3", .refreshTime, .invalidGrant("Token is not active"),
        arrange: { world in
          let token = try await world.refreshToken()
          world.now = world.now.advanced(seconds: 36_001)
          return world.form(.refresh, ["refresh_token": token])
        }),
      row(
        "F4", .refreshIssuer,
        .invalidGrant(
          "Invalid token issuer. Expected 'http://localhost:8080/auth/realms/cern'"),
        arrange: { world in
          let other = TokenService(
            realm: Realm(issuer: "http://other"), keys: world.keys, store: world.portal)
          let login = try await other.signIn(
            Story.jdoe, as: SignIn(level: .cern, multifactor: false), to: Story.starting,
            at: world.now)
          return world.form(.refresh, ["refresh_token": login.tokens[1].compact])
        }),
      row(
        "F5 the target's refresh", .refreshClient,
        .invalidGrant("Invalid refresh token. Token client and authorized client don't match"),
        repairs: 2,
        finding: { $0 == .signOn(.tokenOf("starting-client", sentBy: Story.target)) },
        arrange: { world in
          let page = try await world.page()
          let answer = try await world.service.answer(page, at: world.now)
          return world.form(
            .refresh, ["refresh_token": answer.tokens[1].compact], by: Story.target)
        }),
      row(
        "F6", .refreshUser, .invalidGrant("User disabled"),
        arrange: { world in
          let token = try await world.refreshToken()
          try world.perform(.enableIdentity(Story.jdoe, enabled: false), as: Story.jdoe)
          return world.form(.refresh, ["refresh_token": token])
        }),
      row(
        "F7 logged out", .refreshSession, .invalidGrant("Session not active"),
        finding: {
          if case .tokenSession(_, ended: .loggedOut) = $0 { true } else { false }
        },
        arrange: { world in
          let token = try await world.refreshToken()
          let session = try #require(world.portal.facts.newestSession)
          try world.portal.record([.sessionEnded(session.id, at: world.now)])
          return world.form(.refresh, ["refresh_token": token])
        }),
      row(
        "F8", .refreshClientSession, .invalidGrant("Session doesn't have required client"),
        arrange: { world in
          let token = try await world.refreshToken()
          let session = try #require(world.portal.facts.newestSession)
          try world.portal.record([.clientSessionEnded(session.id, client: Story.starting)])
          return world.form(.refresh, ["refresh_token": token])
        }),
      row(
        "F9", .refreshStale, .invalidGrant("Stale token"),
        arrange: { world in
          let token = try await world.refreshToken()
          world.now = world.now.advanced(seconds: 10)
          try world.portal.record([.notBefore(.client(Story.starting), world.now)])
          return world.form(.refresh, ["refresh_token": token])
        }),
    ]

  @Test("a scope beyond the token's is refused, by name")
  func scope() async throws {
    let world = try await World()
    let request = world.form(
      .refresh, ["refresh_token": try await world.refreshToken(), "scope": "openid phone"])
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.verdict.failure?.id == .refreshScope)
    #expect(answer.reply.body == Reply.invalidScope("Invalid scopes: phone").body)
    let without = request.removing("scope")
    #expect(try await world.service.answer(without, at: world.now).reply.status == 200)
  }

  @Test("an exchanged token loses its target: the requester gets its own token")
  func losesAudience() async throws {
    let world = try await World()
    let exchanged = try await world.service.answer(try await world.page(), at: world.now)
    #expect(exchanged.tokens.first?["aud"]?.string == "target-client")
    let refresh = world.form(.refresh, ["refresh_token": exchanged.tokens[1].compact])
    let answer = try await world.service.answer(refresh, at: world.now)
    #expect(answer.reply.status == 200)
    #expect(answer.tokens.first?["aud"]?.string == "starting-client")
    #expect(answer.tokens.first?["azp"]?.string == "starting-client")
    #expect(answer.tokens.first?["sid"] == exchanged.tokens.first?["sid"])
  }

  @Test("a narrower scope holds for the access token; the refresh token keeps the old one")
  func narrower() async throws {
    let world = try await World()
    let token = try await world.refreshToken(scope: ["openid", "phone"])
    let narrow = world.form(.refresh, ["refresh_token": token, "scope": "email"])
    let answer = try await world.service.answer(narrow, at: world.now)
    #expect(answer.tokens.map(\.kind) == [.access, .refresh])
    #expect(answer.tokens.first?["scope"]?.string == "profile email")
    #expect(answer.tokens.last?["scope"]?.string == "openid profile email phone")
  }

  @Test("keeps the session from idling, until its maximum")
  func idle() async throws {
    var world = try await World()
    var token = try await world.refreshToken()
    for _ in 0..<2 {
      world.now = world.now.advanced(seconds: 20_000)
      let answer = try await world.service.answer(
        world.form(.refresh, ["refresh_token": token]), at: world.now)
      token = try #require(answer.tokens.dropFirst().first).compact
    }
    world.now = world.now.advanced(seconds: 3_200)
    let late = try await world.service.answer(
      world.form(.refresh, ["refresh_token": token]), at: world.now)
    #expect(late.reply.status == 400)
  }

  @Test("offline access outlives the logout, and ends when its token is revoked")
  func offline() async throws {
    var world = try await World()
    let code = try await world.code(Story.starting, ["scope": "openid offline_access"])
    let login = try await world.service.answer(world.redeeming(code), at: world.now)
    let token = login.tokens[1]
    #expect(token["typ"]?.string == "Offline")
    let session = try #require(world.portal.facts.newestSession)
    try world.portal.record([.sessionEnded(session.id, at: world.now)])
    world.now = world.now.advanced(seconds: 86_400 * 20)
    let request = world.form(.refresh, ["refresh_token": token.compact])
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.reply.status == 200)
    // What it gives can be exchanged although the login is over (X4i).
    let exchange = world.request(
      try #require(answer.tokens.first).compact, by: Story.starting, toward: Story.target)
    #expect(try await world.service.answer(exchange, at: world.now).reply.status == 200)
    let revoke = world.form(.refresh, ["token": token.compact]).removing("grant_type")
    #expect(try await world.service.revoke(revoke, at: world.now).reply.status == 200)
    #expect(try await world.service.answer(request, at: world.now).reply.status == 400)
  }
}
