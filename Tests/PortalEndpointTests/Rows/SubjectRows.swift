import PortalModel
import PortalTestSupport

@testable import PortalTokens

/// X4a to X4k, and S9: one text for all of them, and the reason in the header alone (§4.1).
enum SubjectRows {
  static let all = forgeries.flatMap { [$0.legacyRow, $0.standardRow] }

  /// A way to spoil the access token of jdoe for `starting-client`.
  struct Forgery: Sendable {
    var reason: String
    var note: String
    var token: @Sendable (EndpointStage, TokenView) async throws -> String

    init(
      _ reason: String, _ note: String = "",
      _ token: @escaping @Sendable (EndpointStage, TokenView) async throws -> String
    ) {
      self.reason = reason
      self.note = note
      self.token = token
    }

    var legacyRow: WireRow {
      WireRow(
        id: reason, note: note, profiles: legacy, status: 400,
        body: .refusal("invalid_request", "Invalid token"), reason: reason
      ) { stage in
        let token = try await token(stage, try await stage.token(.access))
        return try await stage.post(
          stage.exchange(token, by: Story.starting, toward: Story.target))
      }
    }

    /// The same under the standard exchange.
    var standardRow: WireRow {
      WireRow(
        id: "S9", note: "\(reason) \(note)", profiles: [.keycloakV2], status: 400,
        body: .refusal("invalid_request", "Invalid token"), reason: reason
      ) { stage in
        let form = try await stage.standard()
        let token = try await token(stage, try await stage.token(.access))
        return try await stage.post(form.setting("subject_token", token))
      }
    }
  }

  static let forgeries = shapes + signatures + times + states

  private static func claim(
    _ reason: String, _ note: String = "", _ name: String, _ value: JSONValue?
  ) -> Forgery {
    Forgery(reason, note) { try $0.forged([name: value], from: $1) }
  }

  private static let shapes = [
    Forgery("X4a", "dots") { _, _ in "...." },
    Forgery("X4a", "opaque") { _, _ in "opaque" },
    Forgery("X4a", "empty") { _, _ in "" },
    Forgery("X4a", "two parts") { _, view in
      view.compact.split(separator: ".").prefix(2).joined(separator: ".")
    },
    Forgery("X4a", "a part too many") { _, view in view.compact + ".e30" },
    Forgery("X4a", "no JSON") { _, view in
      let parts = view.compact.split(separator: ".")
      return "\(parts[0]).\(Base64URL.encode(Array("text".utf8))).\(parts[2])"
    },
    Forgery("X4b", "ID token") { stage, _ in try await stage.token(.id).compact },
    Forgery("X4b", "refresh token") { stage, _ in try await stage.token(.refresh).compact },
    claim("X4b", "logout token", "typ", .string("Logout")),
    claim("X4b", "offline token", "typ", .string("Offline")),
    claim("X4b", "none", "typ", nil),
    claim("X4c", "another realm", "iss", .string("http://localhost:8080/auth/realms/x")),
    claim("X4c", "127.0.0.1", "iss", .string("http://127.0.0.1:8080/auth/realms/cern")),
    claim("X4c", "none", "iss", nil),
  ]

  private static let times = [
    Forgery("X4e", "expired") { stage, view in
      stage.notes.set(stage.now.advanced(seconds: 1201))
      return view.compact
    },
    claim("X4e", "not yet", "nbf", .integer(EndpointStage.moment.seconds + 1)),
  ]

  private static let states: [Forgery] = [
    Forgery("X4f") { stage, view in
      try stage.portal.record([.revoked(jti: view["jti"]?.string ?? "", expires: stage.now)])
      return view.compact
    },
    stale("realm", .realm), stale("client", .client(Story.starting)),
    stale("user", .identity(Story.jdoe)),
    claim("X4h", "unknown", "sub", .string("nobody")),
    Forgery("X4h", "disabled") { stage, view in
      try stage.disable(Story.jdoe)
      return view.compact
    },
    Forgery("X4i", "logged out") { stage, view in
      try stage.end(view)
      return view.compact
    },
    Forgery("X4i", "idle") { try late($0, $1, by: 36_001) },
    Forgery("X4i", "at its maximum") { try late($0, $1, by: 43_200) },
    claim("X4i", "unknown", "sid", .string("gone")),
    claim("X4i", "none, and no service account", "sid", nil),
    claim("X4i", "another user's", "sub", .string("alice")),
    claim("X4j", "unknown", "azp", .string("nobody")),
    Forgery("X4j", "disabled") { stage, view in
      try stage.configure(Story.backEnd) { $0.enabled = false }
      return try stage.forged(["azp": .string("back-end-api")], from: view)
    },
    claim("X4k", "", "azp", .string("back-end-api")),
  ]

  private static func stale(_ note: String, _ subject: NotBeforeSubject) -> Forgery {
    Forgery("X4g", note) { stage, view in
      stage.notes.set(stage.now.advanced(seconds: 10))
      try stage.portal.record([.notBefore(subject, stage.now)])
      return view.compact
    }
  }

  private static func late(
    _ stage: EndpointStage, _ view: TokenView, by seconds: Int64
  ) throws -> String {
    stage.notes.set(stage.now.advanced(seconds: seconds))
    return try stage.forged(["exp": .integer(stage.now.seconds + 60)], from: view)
  }
}
