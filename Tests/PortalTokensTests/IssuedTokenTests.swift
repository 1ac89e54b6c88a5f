import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The reply and the tokens (§6 to §8)")
struct IssuedTokenTests {
  /// One row of §6: what is wanted, what comes.
  struct Row: Sendable {
    var want: ExchangeWant?
    var openID = false
    var usesRefresh = true
    var members: String
    var issued: ExchangeWant
    var type = "Bearer"
  }

  private static let always = "not-before-policy session_state scope issued_token_type"

  @Test(
    "Members, in their order",
    arguments: [
      Row(
        want: nil,
        members: "access_token expires_in refresh_expires_in refresh_token token_type \(always)",
        issued: .refreshToken),
      Row(
        want: .refreshToken, openID: true,
        members:
          "access_token expires_in refresh_expires_in refresh_token token_type id_token \(always)",
        issued: .refreshToken),
      Row(
        want: .refreshToken, usesRefresh: false,
        members: "access_token expires_in refresh_expires_in token_type \(always)",
        issued: .accessToken),
      Row(
        want: .accessToken,
        members: "access_token expires_in refresh_expires_in token_type \(always)",
        issued: .accessToken),
      Row(
        want: .accessToken, openID: true,
        members: "access_token expires_in refresh_expires_in token_type id_token \(always)",
        issued: .accessToken),
      Row(
        want: .idToken, openID: true,
        members: "access_token expires_in refresh_expires_in token_type \(always)",
        issued: .idToken, type: "N_A"),
    ])
  func matrix(row: Row) async throws {
    let world = try await World()
    try world.configure(Story.frontEnd) { $0.useRefreshTokens = row.usesRefresh }
    let answer = try await world.exchanged(
      wanting: row.want, signIn: row.openID ? ["openid"] : [])
    let body = try #require(answer.reply.body)
    guard case .object(let members) = body else { return }
    #expect(answer.reply.status == 200)
    #expect(members.map(\.name).joined(separator: " ") == row.members)
    #expect(body["issued_token_type"]?.string == row.issued.uri)
    #expect(body["token_type"]?.string == row.type)
    #expect(body["expires_in"] == .integer(1200))
    #expect(
      body["refresh_expires_in"] == .integer(row.issued == .refreshToken ? 36_000 : 0))
    #expect(body["not-before-policy"] == .integer(0))
    #expect(body["scope"]?.string == (row.openID ? "openid profile email" : "profile email"))
    #expect(body["access_token"]?.string == answer.tokens.first?.compact)
    #expect(answer.notes.contains(.refreshTokenWithheld) == !row.usesRefresh)
    #expect(answer.verdict.failure == nil)
  }

  @Test("The access token's claims (§8.1, portal.md §6.2)")
  func accessClaims() async throws {
    let world = try await World()
    let before = try await world.view()
    let answer = try await world.exchanged()
    let token = try #require(answer.tokens.first)
    let names = [
      "exp", "iat", "auth_time", "jti", "iss", "aud", "sub", "typ", "azp", "sid",
      "resource_access", "scope", "cern_roles", "name", "preferred_username", "given_name",
      "family_name", "email", "cern_upn", "cern_mail_upn", "cern_preferred_language",
      "cern_person_id",
    ]
    #expect(token.claims.map(\.name) == names)
    #expect(token.header.map(\.name) == ["alg", "typ", "kid"])
    #expect(token.header.map(\.value) == ["RS256", "JWT", world.keys.id].map(JSONValue.string))
    let expected: [(String, JSONValue)] = [
      ("exp", .integer(world.now.seconds + 1200)), ("iat", .integer(world.now.seconds)),
      ("auth_time", .integer(world.now.seconds)), ("iss", .string(Realm().issuer)),
      ("aud", .string("back-end-api")), ("sub", .string("jdoe")), ("typ", .string("Bearer")),
      ("azp", .string("front-end-app")), ("scope", .string("openid profile email")),
      ("cern_roles", .array([.string("backend_user")])), ("name", .string("Jane Doe")),
      ("email", .string("jane.doe@cern.ch")), ("cern_upn", .string("jdoe")),
      ("cern_mail_upn", .string("jdoe@cern.ch")), ("cern_preferred_language", .string("EN")),
      ("cern_person_id", .integer(800_005)),
    ]
    for (name, value) in expected { #expect(token[name] == value, "\(name)") }
    #expect(
      token["resource_access"]?.encoded == #"{"back-end-api":{"roles":["backend_user"]}}"#)
    #expect(before["aud"] == .string("front-end-app"))
    #expect(token["jti"] != before["jti"])
    #expect(answer.reply.body?["session_state"] == token["sid"])
  }

  @Test("What travels is what is shown, and verifies")
  func compact() async throws {
    let world = try await World()
    let answer = try await world.exchanged(wanting: .refreshToken)
    #expect(answer.tokens.map(\.kind) == [.access, .refresh, .id])
    for token in answer.tokens {
      let parsed = try #require(CompactToken(token.compact))
      #expect(world.keys.signatureProblem(of: parsed) == nil)
      #expect(
        parsed.claims == .object(token.claims.map { .init($0.name, $0.value) }))
    }
  }

  @Test("Refresh and ID token (§8.2)")
  func companions() async throws {
    let world = try await World()
    let tokens = try await world.exchanged(wanting: .refreshToken).tokens
    let refresh = try #require(tokens.first { $0.kind == .refresh })
    #expect(refresh.header.first?.value == .string("HS512"))
    #expect(
      refresh.claims.map(\.name) == [
        "exp", "iat", "jti", "iss", "aud", "sub", "typ", "azp", "sid", "scope",
      ])
    #expect(refresh["aud"]?.string == Realm().issuer)
    #expect(refresh["typ"]?.string == "Refresh")
    #expect(refresh["azp"]?.string == "front-end-app")
    let id = try #require(tokens.first { $0.kind == .id })
    #expect(id["aud"]?.string == "back-end-api")
    #expect(id["azp"]?.string == "front-end-app")
    #expect(id["typ"]?.string == "ID")
    #expect(id["at_hash"]?.string == Digests.halfHash(of: tokens[0].compact))
    #expect(id["auth_time"] == tokens[0]["auth_time"])
  }

  @Test("Personal claims by the kind of account", arguments: AccountKind.allCases)
  func kinds(kind: AccountKind) async throws {
    let world = try await World()
    let id = IdentityIdentifier(trusted: "somebody")
    world.portal.apply([
      .insertIdentity(Identity(id: id, kind: kind, personID: 4711, language: .french))
    ])
    let answer = try await world.signIn(id, to: Story.target)
    guard kind != .application else {
      #expect(answer.verdict.failure?.found == .identity(id, disabled: false))
      return
    }
    let token = try #require(answer.tokens.first)
    let isAtCERN = [.primary, .secondary, .service].contains(kind)
    #expect(token["cern_person_id"] == (kind == .primary ? .integer(4711) : nil))
    #expect(token["cern_mail_upn"] == (isAtCERN ? .string("somebody@cern.ch") : nil))
    #expect(token["cern_preferred_language"] == .string("FR"))
    #expect(token["email"] == nil)
    #expect(token["name"] == nil)
  }

  @Test("A service account's token needs no session and gets no refresh token (§6)")
  func serviceAccount() async throws {
    let world = try await World()
    try world.grant()
    let own = IdentityIdentifier(applicationIdentity: Story.frontEnd)
    let view = try await world.view()
    let token = try world.forged(
      ["sub": .string(own.text), "sid": nil, "auth_time": nil], from: view)
    let records = world.portal.records.count
    let answer = try await world.service.answer(
      world.request(token, wanting: .refreshToken), at: world.now)
    #expect(answer.reply.body?["issued_token_type"]?.string == ExchangeWant.accessToken.uri)
    #expect(answer.reply.body?["session_state"] == nil)
    #expect(answer.tokens.first?["sid"] == nil)
    #expect(answer.notes.contains(.refreshTokenWithheld))
    #expect(world.portal.records.count == records)
  }

  @Test("Lifetimes are the target's, and end with the session")
  func lifetimes() async throws {
    var world = try await World()
    try world.configure(Story.backEnd) { $0.accessTokenLifetime = 43_200 }
    try world.grant()
    let view = try await world.view()
    world.now = world.now.advanced(seconds: 36_000)
    let token = try world.forged(["exp": .integer(world.now.seconds)], from: view)
    let answer = try await world.service.answer(
      world.request(token, wanting: .refreshToken), at: world.now)
    #expect(answer.reply.body?["expires_in"] == .integer(7200))
    #expect(answer.reply.body?["refresh_expires_in"] == .integer(7200))
    #expect(
      answer.notes.contains(.cutBySession(expires: world.now.advanced(seconds: 7200))))
  }

  @Test("The same seed gives the same identifiers")
  func seeded() async throws {
    let first = try await World().exchanged().tokens.first
    let second = try await World().exchanged().tokens.first
    #expect(first?["jti"] == second?["jti"])
    #expect(first?["sid"] == second?["sid"])
    #expect(first?.compact == second?.compact)
  }
}
