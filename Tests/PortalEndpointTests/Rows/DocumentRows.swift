import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

/// §16: discovery, certs and the realm document.
enum DocumentRows {
  static let all = discovery + [certs, realm] + missing

  private static let kept = "no-cache, must-revalidate, no-transform, no-store"

  private static let discovery = [
    EndpointStage.realm + "/.well-known/openid-configuration",
    "/.well-known/oauth-authorization-server" + EndpointStage.realm,
  ].map { path in
    WireRow(
      id: "§16 discovery", note: path, status: 200, body: .json(look), cache: kept
    ) { try await $0.send("GET", path) }
  }

  @Sendable private static func look(_ json: JSONValue) throws {
    let issuer = Realm().issuer
    let base = issuer + "/protocol/openid-connect"
    let addresses = [
      "issuer": issuer, "authorization_endpoint": base + "/auth", "token_endpoint": base + "/token",
      "introspection_endpoint": base + "/token/introspect", "userinfo_endpoint": base + "/userinfo",
      "end_session_endpoint": base + "/logout", "jwks_uri": base + "/certs",
      "revocation_endpoint": base + "/revoke",
      "device_authorization_endpoint": base + "/auth/device",
    ]
    for (name, address) in addresses { #expect(json[name] == .string(address)) }
    #expect(json["grant_types_supported"]?.strings.contains(exchangeGrant) == true)
    #expect(json["grant_types_supported"]?.strings.contains("implicit") == false)
    #expect(json["response_types_supported"]?.strings == ["code"])
    #expect(json["subject_types_supported"]?.strings == ["public"])
    #expect(json["id_token_signing_alg_values_supported"]?.strings.contains("RS256") == true)
    #expect(json["code_challenge_methods_supported"]?.strings == ["plain", "S256"])
    // R69: nothing without a value, no empty list.
    if case .object(let members) = json {
      for member in members {
        #expect(member.value != .null && member.value != .array([]), "\(member.name)")
      }
    }
  }

  private static let certs = WireRow(
    id: "§16 certs", status: 200,
    body: .json { json in
      guard case .array(let keys)? = json["keys"] else {
        Issue.record("\(json)")
        return
      }
      #expect(keys.map { $0["use"]?.string } == ["sig", "enc"])
      #expect(keys.map { $0["alg"]?.string } == ["RS256", "RSA-OAEP"])
      #expect(Set(keys.map { $0["kid"]?.string ?? "" }).count == 2)
      for key in keys {
        #expect(key["kty"] == .string("RSA") && key["kid"]?.string?.isEmpty == false)
        #expect(key["n"] != nil && key["e"] == .string("AQAB"))
        // One certificate, in base64 as it is and not base64url; its digests: 20 and 32 bytes.
        let chain = key["x5c"]?.strings ?? []
        #expect(chain.count == 1 && chain.first?.hasPrefix("MII") == true)
        #expect(key["x5t"]?.string?.utf8.count == 27)
        #expect(key["x5t#S256"]?.string?.utf8.count == 43)
        // Nothing of the private key, nothing of the refresh tokens' secret.
        for name in ["d", "p", "q", "dp", "dq", "qi", "k"] { #expect(key[name] == nil) }
      }
    }, cache: "no-cache"
  ) { try await $0.send("GET", EndpointStage.endpoints + "/certs") }

  private static let realm = WireRow(
    id: "§16 realm document", status: 200,
    body: .json { json in
      #expect(json["realm"] == .string("cern"))
      #expect(json["token-service"] == .string(Realm().issuer + "/protocol/openid-connect"))
      #expect(json["account-service"] == .string(Realm().issuer + "/account"))
      #expect(json["tokens-not-before"] == .integer(0))
      #expect(json["public_key"]?.string?.hasPrefix("MII") == true)
    }, cache: kept
  ) { try await $0.send("GET", EndpointStage.realm) }

  private static let missing = [
    WireRow(
      id: "§16 nothing there", status: 404,
      body: .refusal(
        "Unable to find matching target resource method",
        "For more on this error consult the server log."), cache: nil
    ) { try await $0.send("GET", EndpointStage.realm + "/nowhere") },
    WireRow(id: "§16 documents are read only", status: 405, body: .empty, cache: nil) {
      try await $0.send("POST", EndpointStage.endpoints + "/certs")
    },
  ]
}
