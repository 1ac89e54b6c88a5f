import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// §14: userinfo.
enum UserInfoRows {
  static let all = requests + bad + states + scopes

  static let path = EndpointStage.endpoints + "/userinfo"

  private static func row(
    _ id: String, _ note: String, status: Int = 401, _ error: String?,
    _ description: String?, _ reason: String,
    _ send: @escaping @Sendable (EndpointStage) async throws -> Received
  ) -> WireRow {
    let detail = [("error", error), ("error_description", description)]
      .compactMap { name, value in value.map { ", \(name)=\"\($0)\"" } }.joined()
    return WireRow(
      id: "§14 " + id, note: note, status: status,
      body: error.map { .refusal($0, description) } ?? .empty, reason: reason,
      challenge: "Bearer realm=\"cern\"" + detail, send: send)
  }

  private static func get(_ stage: EndpointStage, _ token: String) async throws -> Received {
    try await stage.send("GET", path, headers: [("Authorization", "Bearer \(token)")])
  }

  private static func form(_ stage: EndpointStage, _ form: Form, bearer: String? = nil)
    async throws -> Received
  {
    try await stage.post(
      form, headers: bearer.map { [("Authorization", "Bearer \($0)")] } ?? [], to: path)
  }

  private static let requests = [
    row("no token", "", nil, nil, "U2") { try await $0.send("GET", path) },
    row("no token", "in the query it does not count", nil, nil, "U2") { stage in
      try await stage.send("GET", path + "?access_token=" + stage.token(.access).compact)
    },
    row("no token", "Basic is no bearer", nil, nil, "U2") {
      try await $0.send("GET", path, headers: [("Authorization", "Basic eDp5")])
    },
    row("no token", "a bearer of nothing", nil, nil, "U2") {
      try await $0.send("GET", path, headers: [("Authorization", "Bearer ")])
    },
    row(
      "token given twice", "header and form", status: 400, "invalid_request",
      "More than one method used for including an access token", "U1"
    ) { try await form($0, [("access_token", "x")], bearer: "y") },
    row(
      "token given twice", "twice in the form", status: 400, "invalid_request",
      "Duplicate parameter", "U1"
    ) { try await form($0, [("access_token", "x"), ("access_token", "y")]) },
  ]

  private static let verification = "Token verification failed"

  /// Every way to spoil a token, and the words for it.
  private static let bad = SubjectRows.forgeries.map { forgery in
    let words: String
    switch (forgery.reason, forgery.note) {
    case ("X4h", "disabled"): words = "User disabled"
    case ("X4h", _): words = "User not found"
    case ("X4i", _): words = "user_session_not_found"
    case ("X4j", "disabled"): words = "Client disabled"
    case ("X4j", _): words = "Client not found"
    case ("X4k", _): words = "client_session_not_found"
    default: words = verification
    }
    let isNone = forgery.note == "empty"
    return row(
      id(forgery.reason), "\(forgery.reason) \(forgery.note)", isNone ? nil : "invalid_token",
      isNone ? nil : words, isNone ? "U2" : forgery.reason
    ) { stage in
      try await get(stage, try await forgery.token(stage, try await stage.token(.access)))
    }
  }

  private static func id(_ reason: String) -> String {
    switch reason {
    case "X4h": "user disabled"
    case "X4i": "session gone"
    case "X4j", "X4k": "client unknown / disabled"
    default: "bad, expired, revoked"
    }
  }

  private static let states = [
    WireRow(
      id: "§14 good", status: 200,
      body: .json { json in
        #expect(json["sub"] == .string("jdoe") && json["cern_upn"] == .string("jdoe"))
        #expect(json["email"] == .string("jane.doe@cern.ch"))
        #expect(json["aud"] == nil && json["exp"] == nil && json["azp"] == nil)
      }
    ) { try await get($0, try await $0.token(.access).compact) },
    WireRow(
      id: "§14 good", note: "POST, in the form", status: 200,
      body: .json { #expect($0["sub"] == .string("jdoe")) }
    ) { try await form($0, [("access_token", try await $0.token(.access).compact)]) },
    WireRow(
      id: "§14 good", note: "bearer in small letters", status: 200,
      body: .json { #expect($0["sub"] == .string("jdoe")) }
    ) { stage in
      let token = try await stage.token(.access).compact
      return try await stage.send("GET", path, headers: [("Authorization", "bearer \(token)")])
    },
    WireRow(id: "§14 GET or POST", status: 405, body: .empty, reason: "E1") {
      try await $0.send("PUT", path)
    },
  ]

  private static let scopes = [
    row(
      "granted scope lacks openid", "", status: 403, "insufficient_scope", "Missing openid scope",
      "U4"
    ) { try await get($0, try await $0.token(.access, scope: []).compact) },
    row(
      "granted scope lacks openid", "an exchanged token of one without", status: 403,
      "insufficient_scope", "Missing openid scope", "U4"
    ) { stage in
      let subject = try await stage.token(.access, scope: [])
      let exchanged = try await stage.service.under(Realm()).answer(
        TokenRequest(
          exchanging: subject.compact, by: Story.starting, secret: "SECRET",
          toward: Story.target, wanting: .accessToken), at: stage.now)
      return try await get(stage, exchanged.tokens.first?.compact ?? "")
    },
  ]
}
