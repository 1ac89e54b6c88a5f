import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// §12: the refresh token.
enum RefreshRows {
  static let all = forms + states + [granted]

  private static func row(
    _ id: String, _ note: String, error: String = "invalid_grant", _ description: String,
    _ reason: String, _ form: @escaping @Sendable (EndpointStage) async throws -> Form
  ) -> WireRow {
    .post(
      "§12 " + id, note, "/token", 400, .refusal(error, description), reason: reason
    ) { stage in
      let own = try await form(stage)
      let client = own.contains { $0.0 == "client_id" } ? [] : EndpointStage.starting
      return client + [("grant_type", "refresh_token")] + own
    }
  }

  private static func with(
    _ id: String, _ note: String, _ description: String, _ reason: String,
    _ token: @escaping @Sendable (EndpointStage, TokenView) async throws -> String
  ) -> WireRow {
    row(id, note, description, reason) { stage in
      [("refresh_token", try await token(stage, try await stage.token(.refresh)))]
    }
  }

  private static let invalid = "Invalid refresh token"
  private static let other =
    "Invalid refresh token. Token client and authorized client don't match"

  private static let forms = [
    row("none", "", error: "invalid_request", "No refresh token", "F1") { _ in [] },
    with("not parsable", "", invalid, "F2") { _, _ in "opaque" },
    with("not parsable", "empty", invalid, "F2") { _, _ in "" },
    with("bad signature", "", invalid, "F2") { _, view in
      view.compact.dropLast(8) + "AAAAAAAA"
    },
    with("bad signature", "another realm's", invalid, "F2") { stage, view in
      try stage.forged(
        [:], from: view, as: .refresh, by: try await RealmKeys(EndpointStage.foreign.get()))
    },
    with("bad signature", "as access tokens are signed", invalid, "F2") { stage, view in
      try stage.forged(
        [:], from: view, as: .access, by: try await RealmKeys(EndpointStage.foreign.get()))
    },
    with("not parsable", "an access token", invalid, "F2") { stage, _ in
      try await stage.token(.access).compact
    },
    with("expired", "", "Token is not active", "F3") { stage, view in
      stage.notes.set(stage.now.advanced(seconds: 36_001))
      return view.compact
    },
    with(
      "other issuer", "",
      "Invalid token issuer. Expected 'http://localhost:8080/auth/realms/cern'", "F4"
    ) { try $0.forged(["iss": .string("http://elsewhere/realms/x")], from: $1, as: .refresh) },
    row("the target's, or anybody's but the requester's", "", other, "F5") { stage in
      let token = try await stage.token(.refresh).compact
      return stage.client(Story.backEnd) + [("refresh_token", token)]
    },
    row(
      "a scope that nobody has, whatever the token", "", error: "invalid_scope",
      "Invalid scopes: nonsense", "E10"
    ) { _ in [("refresh_token", "opaque"), ("scope", "nonsense")] },
    row("scope not within the token's", "", error: "invalid_scope", "Invalid scopes: phone", "F10")
    {
      [
        ("refresh_token", try await $0.token(.refresh).compact), ("scope", "openid phone"),
      ]
    },
  ]

  private static let states = [
    with("user disabled", "", "User disabled", "F6") { stage, view in
      try stage.disable(Story.jdoe)
      return view.compact
    },
    with("user disabled", "unknown", "User not found", "F6") {
      try $0.forged(["sub": .string("nobody")], from: $1, as: .refresh)
    },
    with("session gone", "", "Session not active", "F7") { stage, view in
      try stage.end(view)
      return view.compact
    },
    with("session gone", "unknown", "Session not active", "F7") {
      try $0.forged(["sid": .string("gone")], from: $1, as: .refresh)
    },
    with(
      "requester's client session gone", "", "Session doesn't have required client", "F8"
    ) { stage, view in
      try stage.portal.record([
        .clientSessionEnded(view["sid"]?.string ?? "", client: Story.starting)
      ])
      return view.compact
    },
    with("not-before pushed", "", "Stale token", "F9") { stage, view in
      stage.notes.set(stage.now.advanced(seconds: 10))
      try stage.portal.record([.notBefore(.realm, stage.now)])
      return view.compact
    },
  ]

  /// The target is lost again (§11.1, §12).
  private static let granted = WireRow(
    id: "§12 the audience is lost", profiles: legacy, status: 200,
    body: .json { json in
      let access = json["access_token"]?.string.flatMap { CompactToken($0) }
      #expect(access?.claims["aud"] == .string("starting-client"))
      #expect(json["issued_token_type"] == nil)
    }
  ) { stage in
    let subject = try await stage.subject(of: Story.starting)
    let exchanged = try await stage.post(
      stage.exchange(subject.compact, by: Story.starting, toward: Story.target)
        .setting("requested_token_type", nil))
    let access = exchanged.json?["access_token"]?.string.flatMap { CompactToken($0) }
    #expect(access?.claims["aud"] == .string("target-client"))
    return try await stage.post(
      EndpointStage.starting + [
        ("grant_type", "refresh_token"),
        ("refresh_token", exchanged.json?["refresh_token"]?.string ?? ""),
      ])
  }
}
