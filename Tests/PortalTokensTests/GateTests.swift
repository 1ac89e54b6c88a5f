import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The gate of the token endpoint (E and C)")
struct GateTests {
  @Test("refuses as the reference page says, and each repair turns it", arguments: requests)
  func request(row: RefusalCase) async throws { try await row.run() }

  @Test("authenticates as the reference page says, and each repair turns it", arguments: clients)
  func client(row: RefusalCase) async throws { try await row.run() }

  static let requests = [
    RefusalCase(
      "E1", .method, Reply(status: 405, body: nil), finding: { $0 == .method("GET") },
      arrange: { try await $0.page { $0.method = "GET" } }),
    RefusalCase(
      "E2 another type", .contentType, Reply(status: 415, body: nil),
      finding: { $0 == .contentType("application/json") },
      arrange: { try await $0.page { $0.contentType = "application/json" } }),
    RefusalCase(
      "E2 no type", .contentType, Reply(status: 415, body: nil),
      finding: { $0 == .contentType(nil) },
      arrange: { try await $0.page { $0.contentType = nil } }),
    RefusalCase(
      "E5", .grantType,
      Reply(
        status: 400, error: "invalid_request", description: "Missing form parameter: grant_type"),
      finding: { $0 == .parameterMissing("grant_type") },
      arrange: { try await $0.page { $0 = $0.removing("grant_type") } }),
    unsupported("E6 last words", "token-exchange", meant: Wire.exchangeGrant),
    unsupported("E6 another case", Wire.exchangeGrant.uppercased(), meant: Wire.exchangeGrant),
    unsupported("E6 unknown", "magic", meant: nil),
    unsupported("E6 empty", "", meant: nil),
    unsupported("E6 device", "device-code", meant: Grant.device.rawValue),
    RefusalCase(
      "E6 before E7", .knownGrantType, .unsupportedGrantType,
      arrange: {
        try await $0.page {
          $0 = $0.setting("grant_type", "x").setting("client_secret", "wrong")
        }
      }),
    RefusalCase(
      "E9", .duplicates,
      Reply(status: 400, error: "invalid_request", description: "duplicated parameter"),
      finding: { $0 == .duplicated(["scope", "x"]) },
      arrange: {
        try await $0.page {
          for name in ["scope", "x", "scope", "x", "x"] { $0 = $0.adding(name, "a") }
        }
      }),
  ]

  private static func unsupported(_ row: String, _ grant: String, meant: String?) -> RefusalCase {
    RefusalCase(
      row, .knownGrantType,
      Reply(
        status: 400, error: "unsupported_grant_type", description: "Unsupported grant_type"),
      finding: { $0 == .grantTypeUnknown(grant, meant: meant) },
      arrange: { try await $0.page { $0 = $0.setting("grant_type", grant) } })
  }

  private static let text = "Invalid client or Invalid client credentials"
  private static let invalid = Reply(status: 401, error: "invalid_client", description: text)
  private static let unauthorized = Reply(
    status: 401, error: "unauthorized_client", description: text)

  static let clients = [
    RefusalCase(
      "C1 names the holder", .client, invalid,
      finding: { $0 == .clientMissing(badHeader: false) },
      arrange: { try await $0.page { $0 = $0.removing("client_id") } }),
    RefusalCase(
      "C1 without token", .client, invalid, repairs: 0,
      arrange: {
        try await $0.page { $0 = $0.removing("client_id").removing("subject_token") }
      }),
    RefusalCase(
      "C2", .client, invalid, finding: { $0 == .clientUnknown("starting-clien") },
      arrange: { try await $0.page { $0 = $0.setting("client_id", "starting-clien") } }),
    RefusalCase(
      "C2 ill-formed", .client, invalid, finding: { $0 == .clientUnknown("Ünknown") },
      arrange: { try await $0.page { $0 = $0.setting("client_id", "Ünknown") } }),
    RefusalCase(
      "C2 not registered", .client, invalid, finding: { $0 == .clientUnknown("front-end-app") },
      arrange: { world in
        let token = try await world.token()
        try world.perform(.deleteRegistration(Story.frontEnd), as: Story.alice)
        // A public client again would need no secret; the repair makes a confidential one.
        return world.request(token).adding("client_secret", "front-end-app-secret-1")
      }),
    RefusalCase(
      "C3 disabled", .client, invalid,
      finding: { $0 == .clientDisabled(Story.starting, blocked: false) },
      arrange: { world in
        let request = try await world.page()
        try world.configure(Story.starting) { $0.enabled = false }
        return request
      }),
    RefusalCase(
      "C3 blocked", .client, invalid,
      finding: { $0 == .clientDisabled(Story.starting, blocked: true) },
      arrange: { world in
        let request = try await world.page()
        try world.configure(Story.starting) { $0.enabled = false }
        try world.perform(.blockApplication(Story.starting, blocked: true), as: Story.carol)
        try world.perform(.enableIdentity(Story.carol, enabled: false), as: Story.carol)
        return request
      }),
    RefusalCase(
      "C4", .client, unauthorized, finding: { $0 == .secretMissing(Story.starting) },
      arrange: { try await $0.page { $0 = $0.removing("client_secret") } }),
    RefusalCase(
      "C5", .client, unauthorized, finding: { $0 == .secretWrong(Story.starting) },
      arrange: { try await $0.page { $0 = $0.setting("client_secret", "SECRETS") } }),
    RefusalCase(
      "C5 empty", .client, unauthorized, finding: { $0 == .secretWrong(Story.starting) },
      arrange: { try await $0.page { $0 = $0.setting("client_secret", "") } }),
    RefusalCase(
      "C6", .client, unauthorized, finding: { $0 == .secretNotKept(Story.starting) },
      arrange: { world in
        let request = try await world.page()
        world.portal.apply([.deleteSecret(Story.starting)])
        return request
      }),
  ]
}

extension World {
  /// The page's own command, changed somehow.
  func page(_ change: (inout TokenRequest) -> Void = { _ in }) async throws -> TokenRequest {
    var request = request(
      try await token(to: Story.starting), by: Story.starting, toward: Story.target,
      wanting: .refreshToken)
    change(&request)
    return request
  }
}
