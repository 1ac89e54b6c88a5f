import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// §13: introspection.
enum IntrospectionRows {
  static let all = callers + requests + inactive + active

  private static let path = "/token/introspect"

  private static func row(
    _ id: String, _ note: String = "", _ status: Int, _ description: String, _ reason: String,
    _ form: @escaping @Sendable (EndpointStage) async throws -> Form
  ) -> WireRow {
    .post(
      "§13 " + id, note, path, status, .refusal("invalid_request", description), reason: reason,
      form)
  }

  private static let failed = "Authentication failed."

  private static let callers = [
    row("client auth fails", "no client", 401, failed, "C1") { _ in [("token", "x")] },
    row("client auth fails", "unknown", 401, failed, "C2") { _ in
      [("client_id", "nobody"), ("token", "x")]
    },
    row("client auth fails", "no secret", 401, failed, "C4") { _ in
      [("client_id", "starting-client"), ("token", "x")]
    },
    row("client auth fails", "wrong secret", 401, failed, "C5") { _ in
      EndpointStage.starting.setting("client_secret", "wrong") + [("token", "x")]
    },
    row("client auth fails", "disabled", 401, failed, "C3") { stage in
      try stage.configure(Story.starting) { $0.enabled = false }
      return EndpointStage.starting + [("token", "x")]
    },
    row("public client", "", 403, "Client not allowed.", "I2") { _ in
      [("client_id", "front-end-app"), ("token", "x")]
    },
  ]

  private static let requests = [
    row("token absent", "", 400, "Token not provided.", "I3") { _ in EndpointStage.starting },
    row("unknown hint", "", 400, "Unsupported token type [saml].", "I4") { _ in
      EndpointStage.starting + [("token", "x"), ("token_type_hint", "saml")]
    },
    row(
      "unknown hint", "quotes and controls are left out (R46)", 400, "Unsupported token type [ab].",
      "I4"
    ) { _ in EndpointStage.starting + [("token", "x"), ("token_type_hint", "a\"\u{1}\\b")] },
    row("doubled parameter", "", 400, "duplicated parameter", "E9") { _ in
      EndpointStage.starting + [("token", "x"), ("token", "y")]
    },
    WireRow(id: "§13 POST only", status: 405, body: .empty, reason: "E1") {
      try await $0.send("GET", EndpointStage.endpoints + path + "?token=x")
    },
    WireRow(id: "§13 form only", status: 415, body: .empty, reason: "E2") {
      try await $0.post(
        EndpointStage.starting, headers: [("Content-Type", "application/json")],
        to: EndpointStage.endpoints + path)
    },
  ]

  /// Whatever spoils a subject token makes it inactive, and nothing tells why.
  private static let inactive =
    SubjectRows.forgeries.filter { !isRefreshToken($0) }.map { forgery in
      WireRow.post(
        "§13 expired, forged, revoked, session gone, user disabled",
        "\(forgery.reason) \(forgery.note)", path, 200, .text("{\"active\":false}"),
        reason: forgery.reason
      ) { stage in
        let token = try await forgery.token(stage, try await stage.token(.access))
        return stage.client(Story.target) + [("token", token)]
      }
    } + [
      .post(
        "§13 after logout", "a refresh token", path, 200, .text("{\"active\":false}"), reason: "X4i"
      ) { stage in
        let token = try await stage.token(.refresh)
        try stage.end(token)
        return EndpointStage.starting + [("token", token.compact)]
      }
    ]

  /// Refresh tokens are judged as such.
  private static func isRefreshToken(_ forgery: SubjectRows.Forgery) -> Bool {
    ["refresh token", "offline token"].contains(forgery.note)
  }

  private static let active = [
    WireRow.post(
      "§13 good", "any confidential client, any token", path, 200,
      .json { json in
        guard case .object(let members) = json else { return }
        #expect(members.last?.name == "active" && json["active"] == .bool(true))
        #expect(json["client_id"] == .string("starting-client"))
        #expect(json["username"] == .string("jdoe"))
        #expect(json["token_type"] == .string("Bearer"))
        #expect(json["sub"] == .string("jdoe") && json["aud"] == .string("starting-client"))
        #expect(json["iss"] == .string(Realm().issuer) && json["exp"]?.integer != nil)
      }, reason: nil
    ) { stage in
      stage.client(Story.target) + [("token", try await stage.token(.access).compact)]
    },
    .post(
      "§13 good", "a refresh token", path, 200,
      .json { json in
        #expect(json["active"] == .bool(true) && json["typ"] == .string("Refresh"))
      }, reason: nil
    ) { EndpointStage.starting + [("token", try await $0.token(.refresh).compact)] },
    .post(
      "§13 claims are computed again for azp", "roles given since", path, 200,
      .json { json in
        #expect(json["cern_roles"]?.strings == ["frontend_user"])
        #expect(json["resource_access"]?["front-end-app"]?["roles"]?.strings == ["frontend_user"])
      }, reason: nil
    ) { stage in
      let token = try await stage.subject()
      #expect(Set(token.roles) == ["frontend_user", "administrator"])
      try stage.perform(.deleteRole(Story.frontEnd, Story.administrator), as: Story.alice)
      return stage.client(Story.target) + [("token", token.compact)]
    },
    .post(
      "§13 claims are computed again for azp", "an exchanged token shows the requester's view",
      path, 200,
      .json { json in
        #expect(json["azp"] == .string("front-end-app"))
        #expect(json["aud"]?.strings == ["back-end-api", "front-end-app"])
        #expect(json["resource_access"]?["back-end-api"] == nil)
        #expect(
          Set(json["resource_access"]?["front-end-app"]?["roles"]?.strings ?? [])
            == ["frontend_user", "administrator"])
      }, reason: nil, profiles: legacy
    ) { stage in
      try stage.grant()
      let subject = try await stage.subject()
      let reply = try await stage.post(stage.exchange(subject.compact))
      return stage.client(Story.backEnd)
        + [("token", reply.json?["access_token"]?.string ?? "")]
    },
  ]
}
