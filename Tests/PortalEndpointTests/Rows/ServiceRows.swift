import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// Client credentials, API access (`portal.md` §5.5), the password grant, and scopes.
enum ServiceRows {
  static let all = credentials + access + password

  private static func row(
    _ id: String, _ note: String, _ path: String, _ status: Int, _ error: String,
    _ description: String, _ reason: String,
    _ form: @escaping @Sendable (EndpointStage) async throws -> Form
  ) -> WireRow {
    WireRow(
      id: id, note: note, status: status, body: .refusal(error, description), reason: reason
    ) { try await $0.post(form($0), to: path) }
  }

  private static let own: Form = [("grant_type", "client_credentials")]
  private static let api = EndpointStage.realm + "/api-access/token"
  private static let off = "Client not enabled to retrieve service account"
  private static let isPublic = "Public client not allowed to retrieve service account"

  private static func asking(_ stage: EndpointStage, _ more: Form = []) throws -> Form {
    try stage.allowServiceAccount()
    return EndpointStage.starting + own + more
  }

  private static let credentials = [
    row(
      "§5.5 client credentials", "off", EndpointStage.token, 401, "unauthorized_client", off, "M1"
    ) { _ in EndpointStage.starting + own },
    row(
      "§5.5 client credentials", "public", EndpointStage.token, 401, "unauthorized_client",
      isPublic, "M1"
    ) { $0.client(Story.frontEnd) + own },
    row(
      "§5.5 client credentials", "disabled identity", EndpointStage.token, 401, "invalid_request",
      "User 'service-account-starting-client' disabled", "M2"
    ) { stage in
      let form = try asking(stage)
      let id = try #require(stage.portal.facts.application(Story.starting)).identity
      try stage.perform(.enableIdentity(id, enabled: false), as: Story.carol)
      return form
    },
    row(
      "§5.5 client credentials", "scope", EndpointStage.token, 400, "invalid_scope",
      "Invalid scopes: nonsense", "E10"
    ) { try asking($0, [("scope", "nonsense")]) },
    WireRow(
      id: "§5.5 client credentials", note: "granted", status: 200,
      body: .json { json in
        #expect(json["refresh_token"] == nil && json["session_state"] == nil)
        #expect(json["refresh_expires_in"] == .integer(0))
        let access = json["access_token"]?.string.flatMap { CompactToken($0) }
        #expect(access?.claims["sub"] == .string("service-account-starting-client"))
        #expect(access?.claims["sid"] == nil && access?.claims["email"] == nil)
      }
    ) { try await $0.post(asking($0)) },
  ]

  private static let access = [
    row("§5.5 API access", "off", api, 401, "unauthorized_client", off, "M1") { _ in
      EndpointStage.starting + own + [("audience", "target-client")]
    },
    row("§5.5 API access", "public", api, 401, "unauthorized_client", isPublic, "M1") {
      $0.client(Story.frontEnd) + own + [("audience", "target-client")]
    },
    row(
      "§5.5 API access", "no audience", api, 400, "invalid_request", "Missing parameter: audience",
      "M3"
    ) { try asking($0) },
    row("§5.5 API access", "unknown", api, 400, "invalid_client", "Audience not found", "X8") {
      try asking($0, [("audience", "nobody")])
    },
    row("§5.5 API access", "disabled target", api, 400, "invalid_client", "Client disabled", "X10")
    {
      stage in
      try stage.configure(Story.target) { $0.enabled = false }
      return try asking(stage, [("audience", "target-client")])
    },
    row(
      "§5.5 API access", "audience twice", api, 400, "invalid_request", "duplicated parameter", "E9"
    ) { try asking($0, [("audience", "target-client"), ("audience", "back-end-api")]) },
    row(
      "§5.5 API access", "another grant", api, 400, "unsupported_grant_type",
      "Unsupported grant_type", "E6"
    ) { try asking($0).setting("grant_type", exchangeGrant) },
    row(
      "§5.5 API access", "wrong secret", api, 401, "unauthorized_client",
      "Invalid client or Invalid client credentials", "C5"
    ) { try asking($0).setting("client_secret", "wrong") },
    WireRow(id: "§5.5 API access", note: "GET", status: 405, body: .empty, reason: "E1") {
      try await $0.send("GET", api)
    },
    WireRow(
      id: "§5.5 API access", note: "no permission is needed", status: 200,
      body: .json { json in
        let access = json["access_token"]?.string.flatMap { CompactToken($0) }
        #expect(access?.claims["aud"] == .string("back-end-api"))
        #expect(access?.claims["azp"] == .string("starting-client"))
        #expect(access?.claims["sub"] == .string("service-account-starting-client"))
        // Roles are those that the target gives to the application identity: none here.
        #expect(access?.claims["resource_access"] == nil)
        #expect(access?.claims["cern_roles"]?.strings == [])
      }
    ) { try await $0.post(asking($0, [("audience", "back-end-api")]), to: api) },
  ]

  private static let password = [
    row(
      "password grant", "off by default", EndpointStage.token, 400, "unauthorized_client",
      "Client not allowed for direct access grants", "P1"
    ) { _ in
      EndpointStage.starting + [
        ("grant_type", "password"), ("username", "jdoe"), ("password", "jdoe"),
      ]
    },
    row(
      "password grant", "wrong", EndpointStage.token, 401, "invalid_grant",
      "Invalid user credentials", "P2"
    ) { stage in
      try stage.configure(Story.starting) { $0.directAccessGrants = true }
      return EndpointStage.starting + [
        ("grant_type", "password"), ("username", "jdoe"), ("password", "guess"),
      ]
    },
  ]
}
