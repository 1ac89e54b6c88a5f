import PortalModel
import PortalTestSupport
import PortalTokens

/// E1 to E9: what every token request passes first (§2).
enum GateRows {
  static let all = methods + types + grants + duplicates + notes

  private static let methods =
    ["GET", "PUT", "PATCH", "DELETE"].map { method in
      WireRow(id: "E1", note: method, status: 405, body: .empty, reason: "E1") {
        try await $0.send(method, EndpointStage.token)
      }
    } + [
      WireRow(id: "E1", note: "OPTIONS is a preflight", status: 200, body: .empty, cache: nil) {
        try await $0.send("OPTIONS", EndpointStage.token)
      }
    ]

  private static let types =
    ["application/json", "multipart/form-data; boundary=x", "text/plain"]
    .map { type in
      WireRow(id: "E2", note: type, status: 415, body: .empty, reason: "E2") {
        try await $0.post($0.exchange("x"), headers: [("Content-Type", type)])
      }
    } + [
      WireRow(id: "E2", note: "no type", status: 415, body: .empty, reason: "E2") {
        try await $0.send("POST", EndpointStage.token)
      },
      WireRow(
        id: "E2", note: "a character set does not matter", status: 400,
        body: .refusal("invalid_request", "Missing form parameter: grant_type"), reason: "E5"
      ) {
        try await $0.post(
          [("a", "b")],
          headers: [("Content-Type", "Application/X-WWW-Form-urlencoded; charset=UTF-8")])
      },
    ]

  private static let unknown = "Unsupported grant_type"

  private static let grants = [
    WireRow.exchange(
      "E5", "", 400, "invalid_request", "Missing form parameter: grant_type"
    ) { $1 = $1.setting("grant_type", nil) },
    .exchange("E6", "", 400, "unsupported_grant_type", unknown) {
      $1 = $1.setting("grant_type", "magic")
    },
    .exchange("E6", "empty", 400, "unsupported_grant_type", unknown) {
      $1 = $1.setting("grant_type", "")
    },
    .exchange("E6", "another case", 400, "unsupported_grant_type", unknown) {
      $1 = $1.setting("grant_type", exchangeGrant.uppercased())
    },
    .exchange("E6", "the implicit flow is no grant", 400, "unsupported_grant_type", unknown) {
      $1 = $1.setting("grant_type", "implicit")
    },
    .exchange("E6", "before a wrong secret (E7)", 400, "unsupported_grant_type", unknown) {
      $1 = $1.setting("grant_type", "magic").setting("client_secret", "wrong")
    },
  ]

  private static let twice = "duplicated parameter"

  private static let duplicates = [
    WireRow.exchange("E9", "subject_token", 400, "invalid_request", twice) {
      $1.append(("subject_token", "again"))
    },
    .exchange("E9", "the same value", 400, "invalid_request", twice) {
      $1.append(("client_id", "front-end-app"))
    },
    .exchange("E9", "one that nobody knows", 400, "invalid_request", twice) {
      $1 += [("x", "1"), ("x", "2")]
    },
    .exchange(
      "E9", "after the client (E7)", 401, "invalid_client",
      "Invalid client or Invalid client credentials", reason: "C2"
    ) { $1 = $1.setting("client_id", "nobody") + [("subject_token", "again")] },
    .granted("E9", "audience and resource are exempt") {
      $1 += [("audience", "front-end-app"), ("resource", "https://a"), ("resource", "https://b")]
    },
    .post(
      "E9", "audience is not, for another grant", "/token", 400,
      .refusal("invalid_request", twice), reason: "E9"
    ) { _ in
      EndpointStage.starting + [
        ("grant_type", "client_credentials"), ("audience", "a"), ("audience", "b"),
      ]
    },
  ]

  private static let notes = [
    WireRow(
      id: "§2 unknown realm", status: 404, body: .refusal("Realm does not exist", nil), cache: nil
    ) {
      try await $0.post(
        [], to: "/auth/realms/other/protocol/openid-connect/token")
    },
    WireRow.granted("§2 unknown parameters are ignored", "") {
      $1 += [("actor_token", "x"), ("actor_token_type", "y"), ("colour", "blue")]
    },
  ]
}
