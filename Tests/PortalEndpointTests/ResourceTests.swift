import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The last step of the story: whoami, and its classic mistakes")
struct ResourceTests {
  @Test(arguments: WireCase.all(ResourceRows.all))
  func answers(row: WireCase) async throws { try await row.run() }
}

/// `/apps/<id>/whoami`: what a careful API makes of the bearer token it is sent (R57, R61).
enum ResourceRows {
  static let all = requests + mistakes + spoilt + [good, snapshot]

  private static let path = "/apps/back-end-api/whoami"

  private static func row(
    _ note: String, status: Int = 401, _ error: String?, _ description: String?,
    _ reason: String, at application: String = "back-end-api",
    _ header: @escaping @Sendable (EndpointStage) async throws -> String?
  ) -> WireRow {
    let detail = [("error", error), ("error_description", description)]
      .compactMap { name, value in value.map { ", \(name)=\"\($0)\"" } }.joined()
    return WireRow(
      id: "whoami", note: note, status: status,
      body: error.map { .refusal($0, description) } ?? .empty, reason: reason,
      challenge: "Bearer realm=\"\(application)\"" + detail
    ) { stage in
      let header = try await header(stage)
      return try await stage.send(
        "GET", "/apps/\(application)/whoami",
        headers: header.map { [("Authorization", $0)] } ?? [])
    }
  }

  private static let requests = [
    row("no token (R57: no error code)", nil, nil, "W2") { _ in nil },
    row("Basic", nil, nil, "W2") { _ in "Basic eDp5" },
    row("a bearer of nothing", nil, nil, "W2") { _ in "Bearer " },
    row("opaque", "invalid_token", "The token is malformed", "X4a") { _ in "Bearer opaque" },
    row("quotes were pasted along", "invalid_token", "The token is malformed", "X4a") { stage in
      "Bearer \"\(try await exchanged(stage))\""
    },
    WireRow(id: "whoami", note: "POST", status: 405, body: .empty, cache: nil) {
      try await $0.post([], to: path)
    },
    WireRow(id: "whoami", note: "no such application", status: 404, body: .empty, reason: "W1") {
      try await $0.send("GET", "/apps/nobody/whoami")
    },
  ]

  /// The story's exchanged token, for `back-end-api`.
  @Sendable static func exchanged(_ stage: EndpointStage) async throws -> String {
    try stage.grant()
    let subject = try await stage.subject()
    let reply = try await stage.post(stage.exchange(subject.compact))
    return reply.json?["access_token"]?.string ?? ""
  }

  private static let mistakes = [
    row(
      "the login's own token, not exchanged", "invalid_token", "The audience is invalid", "W6"
    ) { "Bearer \(try await $0.subject().compact)" },
    row(
      "exchanged for another application", "invalid_token", "The audience is invalid", "W6",
      at: "target-client"
    ) { "Bearer \(try await exchanged($0))" },
    row(
      "refreshed instead of exchanged again", "invalid_token", "The audience is invalid", "W6"
    ) { stage in
      try stage.grant()
      let subject = try await stage.subject()
      let first = try await stage.post(
        stage.exchange(subject.compact).setting("requested_token_type", nil))
      let next = try await stage.post([
        ("client_id", "front-end-app"), ("grant_type", "refresh_token"),
        ("refresh_token", first.json?["refresh_token"]?.string ?? ""),
      ])
      return "Bearer \(next.json?["access_token"]?.string ?? "")"
    },
    row("expired", "invalid_token", "The token expired", "X4e") { stage in
      let token = try await exchanged(stage)
      stage.notes.set(stage.now.advanced(seconds: 1201))
      return "Bearer \(token)"
    },
    row("the ID token", "invalid_token", "The token is malformed", "X4b") { stage in
      try stage.grant()
      let subject = try await stage.subject()
      let reply = try await stage.post(stage.exchange(subject.compact))
      return "Bearer \(reply.json?["id_token"]?.string ?? "")"
    },
    row(
      "a user without role in it", status: 403, "insufficient_scope", "No role of this application",
      "W8"
    ) { stage in
      try stage.grant()
      let subject = try await stage.subject(Story.alice)
      let reply = try await stage.post(stage.exchange(subject.compact))
      return "Bearer \(reply.json?["access_token"]?.string ?? "")"
    },
  ].map { row in
    // The standard exchange has no such token: its requests are refused before.
    var row = row
    row.profiles = legacy
    return row
  }

  /// Whatever an application can see of a spoilt token without asking anybody.
  private static let spoilt = SubjectRows.forgeries.compactMap { forgery -> WireRow? in
    let words: String
    switch forgery.reason {
    case "X4a" where forgery.note == "empty":
      return nil
    case "X4a", "X4b": words = "The token is malformed"
    case "X4c": words = "The issuer is not trusted"
    case "X4d": words = "The signature is invalid"
    case "X4e":
      words = forgery.note == "expired" ? "The token expired" : "The token is not valid yet"
    default: return nil
    }
    return row(
      "\(forgery.reason) \(forgery.note)", "invalid_token", words, forgery.reason,
      at: "starting-client"
    ) { stage in
      "Bearer \(try await forgery.token(stage, try await stage.token(.access)))"
    }
  }

  private static let good = WireRow(
    id: "whoami", note: "the exchanged token", profiles: legacy, status: 200,
    body: .json { json in
      guard case .object(let members) = json else { return }
      #expect(members.map(\.name) == ["application", "sub", "azp", "roles", "exp"])
      #expect(json["sub"] == .string("jdoe") && json["azp"] == .string("front-end-app"))
      #expect(json["roles"]?.strings == ["backend_user"])
    }
  ) { stage in
    let token = try await exchanged(stage)
    return try await stage.send("GET", path, headers: [("Authorization", "bearer \(token)")])
  }

  /// It asks nobody: after a logout a token counts until it expires (§15).
  private static let snapshot = WireRow(
    id: "whoami", note: "logged out since", profiles: legacy, status: 200,
    body: .json { #expect($0["roles"]?.strings == ["backend_user"]) }
  ) { stage in
    let token = try await exchanged(stage)
    let claims = CompactToken(token)?.claims
    try stage.portal.record([.sessionEnded(claims?["sid"]?.string ?? "", at: stage.now)])
    return try await stage.send("GET", path, headers: [("Authorization", "Bearer \(token)")])
  }
}
