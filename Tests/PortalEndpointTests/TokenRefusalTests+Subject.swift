import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

extension TokenRefusalTests {
  /// X4a to X4k: one text for all of them, and the reason in the header.
  static let subjects = [
    verify("X4a", "dots") { _, _ in "...." },
    verify("X4a", "text") { _, _ in "opaque" },
    verify("X4a", "empty") { _, _ in "" },
    verify("X4b") { try $0.forged(["typ": .string("ID")], from: $1) },
    verify("X4c") { try $0.forged(["iss": .string("http://127.0.0.1/x")], from: $1) },
    verify("X4d", "changed") { _, view in view.compact.dropLast(8) + "AAAAAAAA" },
    verify("X4d", "another realm's key") { stage, view in
      let keys = try await RealmKeys(EndpointStage.foreign.get())
      return try stage.forged([:], from: view, by: keys)
    },
    verify("X4d", "none") { _, view in
      let claims = view.compact.split(separator: ".")[1]
      return Base64URL.encode(Array(#"{"alg":"none","typ":"JWT"}"#.utf8)) + ".\(claims).AA"
    },
    verify("X4d", "HMAC with the public key's id") { stage, view in
      let parts = view.compact.split(separator: ".")
      let header = #"{"alg":"HS256","typ":"JWT","kid":"\#(stage.service.keys.id)"}"#
      return Base64URL.encode(Array(header.utf8)) + ".\(parts[1]).\(parts[2])"
    },
    verify("X4e") { stage, view in
      stage.notes.set(stage.now.advanced(seconds: 1201))
      return view.compact
    },
    verify("X4f") { stage, view in
      try stage.portal.record([.revoked(jti: view["jti"]?.string ?? "", expires: stage.now)])
      return view.compact
    },
    verify("X4g") { stage, view in
      try stage.portal.record([.notBefore(.realm, stage.now.advanced(seconds: 5))])
      return view.compact
    },
    verify("X4h") { try $0.forged(["sub": .string("nobody")], from: $1) },
    verify("X4i") { stage, view in
      try stage.portal.record([.sessionEnded(view["sid"]?.string ?? "", at: stage.now)])
      return view.compact
    },
    verify("X4j") { try $0.forged(["azp": .string("nobody")], from: $1) },
    verify("X4k") { try $0.forged(["azp": .string("back-end-api")], from: $1) },
  ]

  private static func verify(
    _ reason: String, _ note: String = "",
    _ token: @escaping @Sendable (EndpointStage, TokenView) async throws -> String
  ) -> RefusalRow {
    RefusalRow(reason, note: note, 400, "invalid_request", "Invalid token") { stage, form in
      let view = try await stage.subject()
      form = form.setting("subject_token", try await token(stage, view))
    }
  }
}
