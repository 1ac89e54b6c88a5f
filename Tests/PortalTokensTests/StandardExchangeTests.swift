import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The standard exchange by the client's settings (profile keycloak-v2)")
struct StandardExchangeTests {
  @Test("refuses as the reference page says, and each repair turns it", arguments: rows)
  func refused(row: RefusalCase) async throws { try await row.run() }

  static let rows = [
    RefusalCase(
      "S4", .standardEnabled,
      Reply(
        status: 400, error: "invalid_request",
        description: "Standard token exchange is not enabled for the requested client"),
      order: StandardExchange.order,
      finding: { $0 == .signOn(.standardExchangeOff(Story.starting)) },
      arrange: { try await $0.standard(isOn: false) }),
    RefusalCase(
      "S11 refresh", .standardRequestedType,
      Reply(
        status: 400, error: "invalid_request",
        description: "requested_token_type unsupported"),
      order: StandardExchange.order,
      finding: { $0 == .requestedType(ExchangeWant.refreshToken.uri) },
      arrange: {
        try await $0.standard().setting("requested_token_type", ExchangeWant.refreshToken.uri)
      }),
    RefusalCase(
      "S20", .standardAvailable,
      Reply(
        status: 400, error: "invalid_request",
        description: "Requested audience not available: target-client"), repairs: 2,
      order: StandardExchange.order,
      finding: { $0 == .signOn(.audienceUnavailable([Story.target], of: Story.starting)) },
      arrange: { try await $0.standard().setting("audience", Story.target.text) }),
  ]

  @Test("the repair of S4 is the requester's managers', and changes that switch alone")
  func repair() async throws {
    var world = try await World()
    let request = try await world.standard(isOn: false)
    let verdict = try await world.service.answer(request, at: world.now).verdict
    let repair = try #require(verdict.repairs.first)
    #expect(verdict.repairs.count == 1)
    var settings = ClientSettings()
    settings.standardExchange = true
    #expect(repair.steps.map(\.command) == [.configureClient(Story.starting, settings)])
    #expect(repair.steps.map(\.by) == [Story.carol])
    let application = try #require(world.portal.facts.application(Story.starting))
    #expect(repair.steps.first?.managers == Managers(of: application))
    for step in repair.steps { try world.perform(step.command, as: step.by) }
    #expect(try await world.service.answer(request, at: world.now).reply.status == 200)
  }

  @Test("gives a refresh token where both switches are on")
  func refresh() async throws {
    var world = try await World()
    let request = try await world.standard()
      .setting("requested_token_type", ExchangeWant.refreshToken.uri)
    try world.configure(Story.starting) { $0.standardExchangeRefresh = true }
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.reply.status == 200)
    #expect(answer.tokens.contains { $0.kind == .refresh })
  }

  @Test("the other profiles do not look at the switch")
  func otherProfiles() async throws {
    let world = try await World()
    #expect(try await world.service.answer(world.page(), at: world.now).reply.status == 200)
  }

  @Test("web origins of its own stand in the token; those of its redirect URIs do not")
  func webOrigins() async throws {
    let world = try await World()
    #expect(try await world.view()["allowed-origins"] == nil)
    #expect(try world.service.webOrigins(ofClient: "front-end-app")?.count == 1)
    try world.configure(Story.frontEnd) { $0.webOrigins = ["+", "https://Pages.example"] }
    #expect(try await world.view()["allowed-origins"]?.strings == ["https://Pages.example"])
    #expect(
      try world.service.webOrigins(ofClient: "front-end-app")
        == ["https://front-end-app.cern.ch", "https://pages.example"])
    try world.configure(Story.frontEnd) { $0.webOrigins = ["*"] }
    #expect(try world.service.webOrigins(ofClient: "front-end-app") == ["*"])
  }
}

extension World {
  /// An exchange of `starting-client` for itself, under the profile `keycloak-v2`.
  fileprivate mutating func standard(isOn: Bool = true) async throws -> TokenRequest {
    service = TokenService(
      realm: Realm(profile: .keycloakV2), keys: keys, store: portal, identifiers: .seeded(1))
    if isOn { try configure(Story.starting) { $0.standardExchange = true } }
    return request(
      try await token(to: Story.starting), by: Story.starting, toward: nil, wanting: nil
    ).setting("subject_token_type", ExchangeWant.accessToken.uri)
  }
}
