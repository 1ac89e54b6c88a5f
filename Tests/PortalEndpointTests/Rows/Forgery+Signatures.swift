import Crypto
import Foundation
import PortalModel
import PortalTestSupport

@testable import PortalTokens

extension SubjectRows {
  /// X4d: every way to a signature that is not this realm's.
  static let signatures = [
    Forgery("X4d", "changed") { _, view in view.compact.dropLast(8) + "AAAAAAAA" },
    Forgery("X4d", "none left") { _, view in
      view.compact.split(separator: ".").prefix(2).joined(separator: ".") + ".AA"
    },
    Forgery("X4d", "other claims under it") { _, view in
      let parts = view.compact.split(separator: ".")
      let claims = Base64URL.decode(parts[1].utf8).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let raised = Base64URL.encode(Array(claims.replacing("\"jdoe\"", with: "\"alice\"").utf8))
      return "\(parts[0]).\(raised).\(parts[2])"
    },
    Forgery("X4d", "another realm's key") { stage, view in
      try stage.forged([:], from: view, by: try await RealmKeys(EndpointStage.foreign.get()))
    },
    Forgery("X4d", "another realm's key under this one's id") { stage, view in
      var stored = try EndpointStage.foreign.get()
      stored.id = stage.service.keys.id
      return try stage.forged([:], from: view, by: try await RealmKeys(stored))
    },
    Forgery("X4d", "an unknown key id") { stage, view in
      headed(view, "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"nobody\"}")
    },
    Forgery("X4d", "no key id") { stage, view in headed(view, "{\"alg\":\"RS256\"}") },
    Forgery("X4d", "none") { stage, view in
      headed(view, "{\"alg\":\"none\",\"typ\":\"JWT\"}", signature: "AA")
    },
    Forgery("X4d", "none, under the key's id") { stage, view in
      headed(view, "{\"alg\":\"none\",\"kid\":\"\(stage.service.keys.id)\"}", signature: "AA")
    },
    Forgery("X4d", "nOnE") { stage, view in
      headed(view, "{\"alg\":\"nOnE\",\"kid\":\"\(stage.service.keys.id)\"}", signature: "AA")
    },
    Forgery("X4d", "HMAC with the public key") { stage, view in
      try hmac(stage, view, key: Data(base64Encoded: stage.service.keys.publicKeyDER))
    },
    Forgery("X4d", "HMAC with the public key in PEM") { stage, view in
      let lines =
        "-----BEGIN PUBLIC KEY-----\n\(stage.service.keys.publicKeyDER)\n-----END PUBLIC KEY-----\n"
      return try hmac(stage, view, key: Data(lines.utf8))
    },
    Forgery("X4d", "another algorithm of the same key") { stage, view in
      headed(view, "{\"alg\":\"PS256\",\"kid\":\"\(stage.service.keys.id)\"}")
    },
  ]

  /// The token under another header.
  private static func headed(
    _ view: TokenView, _ header: String, signature: String? = nil
  ) -> String {
    let parts = view.compact.split(separator: ".").map(String.init)
    return "\(Base64URL.encode(Array(header.utf8))).\(parts[1]).\(signature ?? parts[2])"
  }

  /// HS256 over the token, with what everybody knows as its secret.
  private static func hmac(
    _ stage: EndpointStage, _ view: TokenView, key: Data?
  ) throws -> String {
    guard let key else { throw ConnectionError.silent }
    let header = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"\(stage.service.keys.id)\"}"
    let claims = view.compact.split(separator: ".")[1]
    let text = "\(Base64URL.encode(Array(header.utf8))).\(claims)"
    let code = HMAC<SHA256>.authenticationCode(
      for: Data(text.utf8), using: SymmetricKey(data: key))
    return "\(text).\(Base64URL.encode(Array(code)))"
  }
}
