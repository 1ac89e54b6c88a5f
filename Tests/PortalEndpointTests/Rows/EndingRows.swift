import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// §15: revocation, and logout by a program.
enum EndingRows {
  static let all = revocation + dead + logout

  private static func revoke(
    _ id: String, _ note: String = "", _ status: Int, _ body: WireBody, _ reason: String?,
    _ form: @escaping @Sendable (EndpointStage) async throws -> Form
  ) -> WireRow {
    .post("§15 " + id, note, "/revoke", status, body, reason: reason, form)
  }

  private static func token(
    _ token: String?, _ client: Form = EndpointStage.starting
  ) -> Form { client + (token.map { [("token", $0)] } ?? []) }

  private static let revocation = [
    revoke("done", "access token", 200, .empty, nil) { token(try await $0.token(.access).compact) },
    revoke("done", "refresh token", 200, .empty, nil) {
      token(try await $0.token(.refresh).compact)
    },
    revoke("done", "a wrong hint does not matter", 200, .empty, nil) {
      token(try await $0.token(.access).compact) + [("token_type_hint", "refresh_token")]
    },
    revoke("done", "by a public client", 200, .empty, nil) { stage in
      token(try await stage.token(.access, Story.frontEnd).compact, stage.client(Story.frontEnd))
    },
    revoke(
      "token absent", "", 400, .refusal("invalid_request", "Token not provided"), "V1"
    ) { _ in token(nil) },
    revoke(
      "unsupported typ", "ID token", 400,
      .refusal("unsupported_token_type", "Unsupported token type"), "V3"
    ) { token(try await $0.token(.id).compact) },
    revoke(
      "azp is another client", "", 400, .refusal("invalid_request", "Unmatching clients"), "V4"
    ) { token(try await $0.token(.access).compact, $0.client(Story.backEnd)) },
    revoke(
      "client auth fails", "", 401,
      .refusal("unauthorized_client", "Invalid client or Invalid client credentials"), "C5"
    ) { _ in token("x", EndpointStage.starting.setting("client_secret", "wrong")) },
    revoke(
      "doubled parameter", "", 400, .refusal("invalid_request", "duplicated parameter"), "E9"
    ) { _ in token("x") + [("token", "y")] },
    WireRow(id: "§15 revoke is POST only", status: 405, body: .empty, reason: "E1") {
      try await $0.send("GET", EndpointStage.endpoints + "/revoke")
    },
  ]

  private static func nothing(
    _ note: String, _ reason: String,
    _ form: @escaping @Sendable (EndpointStage) async throws -> Form
  ) -> WireRow {
    revoke(
      "not decodable, no azp, already dead", note, 200,
      .refusal("invalid_token", "Invalid token"), reason, form)
  }

  private static func spoilt(
    _ note: String, _ reason: String,
    _ spoil: @escaping @Sendable (EndpointStage, TokenView) throws -> String
  ) -> WireRow {
    nothing(note, reason) { token(try spoil($0, try await $0.token(.access))) }
  }

  private static let dead = [
    nothing("opaque", "X4a") { _ in token("opaque") },
    nothing("empty", "X4a") { _ in token("") },
    spoilt("no azp", "X4j") { try $0.forged(["azp": nil], from: $1) },
    spoilt("forged", "X4d") { _, view in view.compact.dropLast(8) + "AAAAAAAA" },
    spoilt("another issuer", "X4c") { try $0.forged(["iss": .string("x")], from: $1) },
    spoilt("expired", "X4e") { stage, view in
      stage.notes.set(stage.now.advanced(seconds: 1201))
      return view.compact
    },
    spoilt("revoked", "X4f") { stage, view in
      try stage.portal.record([.revoked(jti: view["jti"]?.string ?? "", expires: stage.now)])
      return view.compact
    },
    spoilt("logged out", "X4i") { stage, view in
      try stage.end(view)
      return view.compact
    },
    spoilt("user disabled", "X4h") { stage, view in
      try stage.disable(Story.jdoe)
      return view.compact
    },
    spoilt("user unknown", "X4h") { try $0.forged(["sub": .string("nobody")], from: $1) },
  ]

  private static func logout(
    _ id: String, _ note: String = "", _ status: Int, _ body: WireBody, _ reason: String?,
    _ form: @escaping @Sendable (EndpointStage) async throws -> Form
  ) -> WireRow {
    .post("§15 logout " + id, note, "/logout", status, body, reason: reason, form)
  }

  private static let logout = [
    logout("done", "", 204, .empty, nil) {
      EndpointStage.starting + [("refresh_token", try await $0.token(.refresh).compact)]
    },
    logout("done", "a public client's", 204, .empty, nil) { stage in
      stage.client(Story.frontEnd)
        + [("refresh_token", try await stage.token(.refresh, Story.frontEnd).compact)]
    },
    logout(
      "without refresh_token", "", 400, .refusal("invalid_request", "No refresh token"), "O1"
    ) { _ in EndpointStage.starting },
    logout(
      "with something else", "an access token", 400,
      .refusal("invalid_grant", "Invalid refresh token"), "O2"
    ) { EndpointStage.starting + [("refresh_token", try await $0.token(.access).compact)] },
    logout(
      "by another client", "", 400,
      .refusal(
        "invalid_grant", "Invalid refresh token. Token client and authorized client don't match"),
      "O3"
    ) {
      $0.client(Story.backEnd) + [("refresh_token", try await $0.token(.refresh).compact)]
    },
    logout(
      "client auth fails", "", 401,
      .refusal("unauthorized_client", "Invalid client or Invalid client credentials"), "C5"
    ) { _ in
      EndpointStage.starting.setting("client_secret", "wrong") + [("refresh_token", "x")]
    },
  ]
}
