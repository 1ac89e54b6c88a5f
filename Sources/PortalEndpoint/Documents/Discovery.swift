import PortalModel

/// What the realm says of itself (OpenID Connect Discovery 1.0 §3, RFC 8414 §2; §16).
struct Discovery {
  var issuer: IssuerAddress

  private var base: String { issuer.text + "/protocol/openid-connect" }

  /// The discovery document. Members without a value are left out (R69).
  var document: JSONValue {
    .object(
      endpoints + [
        list("grant_types_supported", Self.grants),
        list("response_types_supported", ["code", "none"]),
        list("response_modes_supported", ["query", "fragment", "form_post"]),
        list("subject_types_supported", ["public"]),
        list("id_token_signing_alg_values_supported", ["RS256"]),
        list("token_endpoint_auth_methods_supported", Self.authentication),
        list("introspection_endpoint_auth_methods_supported", Self.authentication),
        list("revocation_endpoint_auth_methods_supported", Self.authentication),
        list("scopes_supported", Self.scopes), list("claims_supported", Self.claims),
        list("claim_types_supported", ["normal"]), list("code_challenge_methods_supported", Self.challenges),
        flag("claims_parameter_supported", false), flag("request_parameter_supported", false),
        flag("request_uri_parameter_supported", false),
        flag("authorization_response_iss_parameter_supported", true),
      ])
  }

  private var endpoints: [JSONValue.Member] {
    [
      text("issuer", issuer.text), text("authorization_endpoint", base + "/auth"),
      text("token_endpoint", base + "/token"),
      text("introspection_endpoint", base + "/token/introspect"),
      text("userinfo_endpoint", base + "/userinfo"), text("end_session_endpoint", base + "/logout"),
      text("jwks_uri", base + "/certs"), text("revocation_endpoint", base + "/revoke"),
      text("device_authorization_endpoint", base + "/auth/device"),
    ]
  }

  /// The realm document, for clients that check signatures without a key set.
  ///
  /// - Parameter publicKey: The signing key, in base64 of DER (RFC 5280 §4.1.2.7).
  func realm(publicKey: String, notBefore: Int64) -> JSONValue {
    .object([
      text("realm", issuer.realm), text("public_key", publicKey), text("token-service", base),
      text("account-service", issuer.text + "/account"),
      .init("tokens-not-before", .integer(notBefore)),
    ])
  }

  private func text(_ name: String, _ value: String) -> JSONValue.Member {
    .init(name, .string(value))
  }

  private func flag(_ name: String, _ value: Bool) -> JSONValue.Member { .init(name, .bool(value)) }

  private func list(_ name: String, _ values: [String]) -> JSONValue.Member {
    .init(name, .array(values.map(JSONValue.string)))
  }

  private static let authentication = ["client_secret_basic", "client_secret_post"]
  private static let challenges = ["plain", "S256"]
  private static let grants = [
    "authorization_code", "refresh_token", "client_credentials",
    "urn:ietf:params:oauth:grant-type:device_code",
    "urn:ietf:params:oauth:grant-type:token-exchange",
  ]
  private static let scopes = [
    "openid", "profile", "email", "address", "phone", "offline_access",
  ]
  private static let claims = [
    "aud", "sub", "iss", "auth_time", "name", "given_name", "family_name", "preferred_username",
    "email", "acr", "cern_upn", "cern_roles", "cern_person_id",
  ]
}
