import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("Every refusal of the token endpoint, over a socket")
struct TokenRefusalTests {
  @Test("E: the gate", arguments: gate)
  func stopsAtTheGate(row: RefusalRow) async throws { try await row.run() }

  @Test("C: the client", arguments: clients)
  func refusesTheClient(row: RefusalRow) async throws { try await row.run() }

  @Test("X4: the subject token", arguments: subjects)
  func refusesTheSubjectToken(row: RefusalRow) async throws { try await row.run() }

  @Test("X: the exchange", arguments: exchanges)
  func refusesTheExchange(row: RefusalRow) async throws { try await row.run() }

  static let gate = [
    RefusalRow(sending: "E1", 405, nil, nil) { stage in
      let reply = try await stage.send("GET", EndpointStage.token)
      #expect(reply["allow"] == "OPTIONS, POST")
      return reply
    },
    RefusalRow(sending: "E1", note: "another method", 405, nil, nil) {
      try await $0.send("PATCH", EndpointStage.token, form: [])
    },
    RefusalRow(sending: "E2", 415, nil, nil) {
      try await $0.send(
        "POST", EndpointStage.token, headers: [("Content-Type", "application/json")], form: [])
    },
    RefusalRow(sending: "E2", note: "no type", 415, nil, nil) {
      try await $0.send("POST", EndpointStage.token)
    },
    RefusalRow("E5", 400, "invalid_request", "Missing form parameter: grant_type") {
      $1 = $1.setting("grant_type", nil)
    },
    RefusalRow("E6", 400, "unsupported_grant_type", "Unsupported grant_type") {
      $1 = $1.setting("grant_type", "magic")
    },
    RefusalRow("E6", note: "another case", 400, "unsupported_grant_type", "Unsupported grant_type")
    {
      $1 = $1.setting("grant_type", exchangeGrant.uppercased())
    },
    RefusalRow(
      "E6", note: "even with a wrong secret", 400, "unsupported_grant_type",
      "Unsupported grant_type"
    ) { $1 = $1.setting("grant_type", "magic").setting("client_secret", "wrong") },
    RefusalRow("E9", 400, "invalid_request", "duplicated parameter") {
      $1.append(("subject_token", "again"))
    },
  ]

  private static let words = "Invalid client or Invalid client credentials"

  static let clients = [
    RefusalRow("C1", 401, "invalid_client", words) { $1 = $1.setting("client_id", nil) },
    RefusalRow("C2", 401, "invalid_client", words) { $1 = $1.setting("client_id", "nobody") },
    RefusalRow("C3", 401, "invalid_client", words) { stage, _ in
      try stage.configure(Story.frontEnd) { $0.enabled = false }
    },
    RefusalRow("C4", 401, "unauthorized_client", words) {
      $1 = $0.exchange("x", by: Story.starting).setting("client_secret", nil)
    },
    RefusalRow("C5", 401, "unauthorized_client", words) {
      $1 = $0.exchange("x", by: Story.starting).setting("client_secret", "wrong")
    },
    RefusalRow(sending: "C9", note: "with the challenge of RFC 6749", 401, "invalid_client", words)
    {
      let form = $0.exchange("x").setting("client_id", nil)
      let reply = try await $0.post(form, headers: [("Authorization", "Basic %%%")])
      #expect(reply["www-authenticate"] == "Basic realm=\"cern\"")
      return reply
    },
    RefusalRow(sending: "C5", note: "by header", 401, "unauthorized_client", words) {
      let form = $0.exchange("x", by: Story.starting).setting("client_id", nil)
        .setting("client_secret", nil)
      // starting-client:wrong
      return try await $0.post(
        form, headers: [("Authorization", "Basic c3RhcnRpbmctY2xpZW50Ondyb25n")])
    },
  ]
}
