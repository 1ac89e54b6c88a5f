import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// The device grant (RFC 8628 §3.1, §3.5), in Keycloak's words.
enum DeviceRows {
  static let all = starting + polling

  private static let grant = "urn:ietf:params:oauth:grant-type:device_code"

  private static func start(
    _ note: String, _ status: Int, _ body: WireBody, _ reason: String?,
    _ form: @escaping @Sendable (EndpointStage) async throws -> Form
  ) -> WireRow {
    .post("RFC 8628 §3.1", note, "/auth/device", status, body, reason: reason, form)
  }

  private static let starting = [
    start(
      "granted", 200,
      .json { json in
        guard case .object(let members) = json else { return }
        #expect(
          members.map(\.name) == [
            "device_code", "user_code", "verification_uri", "verification_uri_complete",
            "expires_in", "interval",
          ])
        #expect(json["interval"] == .integer(5) && json["expires_in"] == .integer(600))
      }, nil
    ) { _ in EndpointStage.starting },
    start(
      "wrong secret", 401,
      .refusal("unauthorized_client", "Invalid client or Invalid client credentials"), "C5"
    ) { _ in EndpointStage.starting.setting("client_secret", "wrong") },
    start(
      "switched off", 400,
      .refusal(
        "unauthorized_client",
        "Client is not allowed to initiate OAuth 2.0 Device Authorization Grant. "
          + "The flow is disabled for the client."), "D0"
    ) { stage in
      try stage.configure(Story.starting) { $0.deviceGrant = false }
      return EndpointStage.starting
    },
    start("a scope that nobody has", 200, .json { #expect($0["device_code"] != nil) }, nil) { _ in
      EndpointStage.starting + [("scope", "nonsense")]
    },
    start(
      "half a challenge", 400,
      .refusal("invalid_request", "Missing parameter: code_challenge"), "A6"
    ) { _ in EndpointStage.starting + [("code_challenge_method", "S256")] },
    start("doubled", 400, .refusal("invalid_grant", "duplicated parameter"), "E9") { _ in
      EndpointStage.starting + [("scope", "a"), ("scope", "b")]
    },
    WireRow(id: "RFC 8628 §3.1", note: "GET", status: 405, body: .empty, reason: "E1") {
      try await $0.send("GET", EndpointStage.endpoints + "/auth/device")
    },
  ]

  /// What the user has done by the time that the device asks.
  private enum Act { case nothing, approved, denied }

  private static func poll(
    _ note: String, _ error: String, _ description: String, _ reason: String,
    after act: Act = .nothing, starting more: Form = [],
    _ change: @escaping @Sendable (EndpointStage, inout Form) async throws -> Void = { _, _ in }
  ) -> WireRow {
    poll(note, 400, .refusal(error, description), reason, after: act, starting: more, change)
  }

  private static func poll(
    _ note: String, _ status: Int, _ body: WireBody, _ reason: String?,
    after act: Act = .nothing, starting more: Form = [],
    _ change: @escaping @Sendable (EndpointStage, inout Form) async throws -> Void = { _, _ in }
  ) -> WireRow {
    .post("RFC 8628 §3.5", note, "/token", status, body, reason: reason) { stage in
      let begun = try await stage.post(
        EndpointStage.starting + more, to: EndpointStage.endpoints + "/auth/device")
      let user = begun.json?["user_code"]?.string ?? ""
      switch act {
      case .nothing: break
      case .approved, .denied:
        let choice = act == .approved ? DeviceChoice.signIn(SignInChoice(login: "jdoe")) : .deny
        _ = try await stage.service.decideDevice(userCode: user, choice, at: stage.now)
      }
      var form =
        EndpointStage.starting + [
          ("grant_type", grant), ("device_code", begun.json?["device_code"]?.string ?? ""),
        ]
      try await change(stage, &form)
      return form
    }
  }

  private static let proof: Form = [
    ("code_challenge", CodeRows.challenge), ("code_challenge_method", "S256"),
    ("scope", "openid"), ("nonce", "n-2"),
  ]

  private static let polling = [
    poll("pending", "authorization_pending", "The authorization request is still pending", "D6"),
    poll("too soon", "slow_down", "Slow down", "D4") { stage, form in
      _ = try await stage.post(form)
      stage.notes.set(stage.now.advanced(seconds: 4))
    },
    poll(
      "denied", "access_denied", "The end user denied the authorization request", "D5",
      after: .denied),
    poll("expired", "expired_token", "Device code is expired", "D3") { stage, _ in
      stage.notes.set(stage.now.advanced(seconds: 601))
    },
    poll("no code", "invalid_request", "Missing parameter: device_code", "D1") {
      $1 = $1.setting("device_code", nil)
    },
    poll("unknown", "invalid_grant", "Device code not valid", "D2") {
      $1 = $1.setting("device_code", "guessed")
    },
    poll("another client's", "invalid_grant", "unauthorized client", "D2") { stage, form in
      form = stage.client(Story.backEnd) + form.filter { !$0.0.hasPrefix("client_") }
    },
    poll("used", "invalid_grant", "Device code not valid", "D2", after: .approved) { stage, form in
      let first = try await stage.post(form)
      #expect(first.status == 200)
      stage.notes.set(stage.now.advanced(seconds: 10))
    },
    poll(
      "switched off", "invalid_grant", "Client not allowed OAuth 2.0 Device Authorization Grant",
      "D0"
    ) { stage, _ in try stage.configure(Story.starting) { $0.deviceGrant = false } },
    poll(
      "logged out since", "authorization_pending",
      "The authorization request is verified but can not lookup the user session yet", "D10",
      after: .approved
    ) { stage, _ in
      for case .userSession(let session) in stage.portal.records {
        try stage.portal.record([.sessionEnded(session.id, at: stage.now)])
      }
    },
    poll(
      "no verifier", "invalid_grant", "PKCE code verifier not specified", "G8", after: .approved,
      starting: proof),
    poll(
      "wrong verifier", "invalid_grant", "PKCE verification failed: Code mismatch", "G8",
      after: .approved, starting: proof
    ) { $1.append(("code_verifier", CodeRows.verifier + "x")) },
    poll(
      "granted, with verifier and nonce", 200,
      .json { json in
        let id = json["id_token"]?.string.flatMap { CompactToken($0) }
        #expect(id?.claims["nonce"] == .string("n-2"))
      }, nil, after: .approved, starting: proof
    ) { $1.append(("code_verifier", CodeRows.verifier)) },
    poll("user disabled", "invalid_grant", "User disabled", "D7", after: .approved) { stage, _ in
      try stage.disable(Story.jdoe)
    },
  ]
}
