import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The authorization code at the token endpoint (G)")
struct CodeGrantTests {
  @Test("refuses as Keycloak does, and each repair turns it", arguments: rows)
  func refused(row: RefusalCase) async throws { try await row.run() }

  private static func row(
    _ name: String, _ check: CheckIdentifier, _ reply: Reply, repairs: Int = 1,
    finding: @escaping @Sendable (Finding) -> Bool,
    arrange: @escaping @Sendable (inout World) async throws -> TokenRequest
  ) -> RefusalCase {
    RefusalCase(
      name, check, reply, repairs: repairs, order: CodeGrant.order, writes: true, finding: finding,
      arrange: arrange)
  }

  private static func problem(
    _ name: String, _ problem: SignOnFinding.VerifierProblem, _ description: String,
    _ change: @escaping @Sendable (TokenRequest) -> TokenRequest
  ) -> RefusalCase {
    row(
      name, .codeVerifier, .invalidGrant(description),
      finding: { $0 == .signOn(.verifier(problem)) },
      arrange: { change($0.redeeming(try await $0.code())) })
  }

  static let rows =
    [
      row(
        "G1", .codePresent,
        Reply(
          status: 400, error: "invalid_request", description: "Missing parameter: code"),
        finding: { $0 == .parameterMissing("code") }, arrange: { $0.redeeming(nil) }),
      row(
        "G2 unknown", .code, .invalidGrant("Code not valid"),
        finding: { $0 == .signOn(.code(.unknown)) }, arrange: { $0.redeeming("guessed") }),
      row(
        "G2 used", .code, .invalidGrant("Code not valid"),
        finding: {
          if case .signOn(.code(.used)) = $0 { true } else { false }
        },
        arrange: { world in
          let request = world.redeeming(try await world.code())
          let first = try await world.service.answer(request, at: world.now)
          #expect(first.reply.status == 200)
          return request
        }),
      row(
        "G3", .codeAge, .invalidGrant("Code is expired"),
        finding: {
          if case .signOn(.code(.expired)) = $0 { true } else { false }
        },
        arrange: { world in
          let request = world.redeeming(try await world.code())
          world.now = world.now.advanced(seconds: 61)
          return request
        }),
      row(
        "G4 disabled", .codeUser, .invalidGrant("User disabled"),
        finding: { $0 == .identity(Story.jdoe, disabled: true) },
        arrange: { world in
          let request = world.redeeming(try await world.code())
          try world.perform(.enableIdentity(Story.jdoe, enabled: false), as: Story.jdoe)
          return request
        }),
      row(
        "G5 another", .codeRedirectURI, .invalidGrant("Incorrect redirect_uri"),
        finding: {
          $0 == .signOn(.codeRedirectURI(expected: Pair.address, sent: Pair.address + "/"))
        },
        arrange: {
          $0.redeeming(try await $0.code()).setting("redirect_uri", Pair.address + "/")
        }),
      row(
        "G5 none", .codeRedirectURI, .invalidGrant("Incorrect redirect_uri"),
        finding: { $0 == .signOn(.codeRedirectURI(expected: Pair.address, sent: nil)) },
        arrange: { $0.redeeming(try await $0.code()).removing("redirect_uri") }),
      row(
        "G6", .codeClient,
        .invalidGrant("Auth error: Found different client_id in clientSession"),
        finding: { $0 == .signOn(.codeClient(Story.starting, sentBy: Story.backEnd)) },
        arrange: {
          $0.redeeming(try await $0.code(), by: Story.backEnd)
            .setting("redirect_uri", Pair.address)
        }),
      row(
        "G2 logged out", .code, .invalidGrant("Code not valid"),
        finding: {
          if case .tokenSession(_, ended: .loggedOut) = $0 { true } else { false }
        },
        arrange: { world in
          let request = world.redeeming(try await world.code())
          let session = try #require(world.portal.facts.newestSession)
          try world.portal.record([.sessionEnded(session.id, at: world.now)])
          return request
        }),
      row(
        "G4 the client's part ended", .codeUser, .invalidGrant("User session not found"),
        finding: { $0 == .tokenClientSession(Story.starting) },
        arrange: { world in
          let request = world.redeeming(try await world.code())
          let session = try #require(world.portal.facts.newestSession)
          try world.portal.record([.clientSessionEnded(session.id, client: Story.starting)])
          return request
        }),
      row(
        "G7", .codeSession, .invalidGrant("Session not active"),
        finding: {
          if case .tokenSession(_, ended: .expired) = $0 { true } else { false }
        },
        arrange: { world in
          let request = world.redeeming(try await world.code())
          try world.outlive()
          return request
        }),
      problem("G8 none", .missing, "PKCE code verifier not specified") {
        $0.removing("code_verifier")
      },
      problem("G8 short", .malformed, "PKCE verification failed: Invalid code verifier") {
        $0.setting("code_verifier", "short")
      },
      problem("G8 other", .mismatch, "PKCE verification failed: Code mismatch") {
        $0.setting("code_verifier", Pair.verifier + "x")
      },
      row(
        "G8 unasked", .codeVerifier,
        .invalidGrant("PKCE code verifier specified but challenge not present in authorization"),
        finding: { $0 == .signOn(.verifier(.unexpected)) },
        arrange: {
          $0.redeeming(
            try await $0.code(
              Story.starting, ["code_challenge": nil, "code_challenge_method": nil]))
        }),
    ]

  @Test("gives the tokens of the login once, and the second use takes them back")
  func twice() async throws {
    let world = try await World()
    let request = world.redeeming(try await world.code())
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.reply.status == 200)
    #expect(answer.tokens.map(\.kind) == [.access, .refresh, .id])
    #expect(answer.tokens.last?["nonce"]?.string == "n-1")
    #expect(answer.tokens.first?["aud"]?.string == "starting-client")
    #expect(answer.reply.body?["issued_token_type"] == nil)
    let refresh = world.form(.refresh, ["refresh_token": answer.tokens[1].compact])
    #expect(try await world.service.answer(refresh, at: world.now).reply.status == 200)
    #expect(try await world.service.answer(request, at: world.now).reply.status == 400)
    let after = try await world.service.answer(refresh, at: world.now)
    #expect(after.verdict.failure?.id == .refreshClientSession)
  }

  @Test("of two requests with one code at once, one gets tokens")
  func race() async throws {
    let world = try await World()
    let request = world.redeeming(try await world.code())
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { try await world.service.answer(request, at: world.now).reply.status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.filter { $0 == 200 }.count == 1)
  }

  @Test("keeps no code and no verifier in the store")
  func digests() async throws {
    let world = try await World()
    let code = try await world.code()
    let kept = world.portal.records.compactMap { record -> AuthorizationCode? in
      if case .code(let code) = record { code } else { nil }
    }
    #expect(kept.map(\.digest) == [Digests.digest(of: code)])
    #expect(!"\(kept)".contains(code))
  }

  @Test("S256 is the one of RFC 7636, appendix B")
  func vector() {
    #expect(Digests.digest(of: Pair.verifier) == Pair.challenge)
  }
}
