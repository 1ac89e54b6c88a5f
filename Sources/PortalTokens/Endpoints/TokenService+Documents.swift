import PortalModel

extension TokenService {
  /// `.well-known/openid-configuration` (OpenID Connect Discovery §3, §16). Members without a value
  /// are left out (R69); what nobody serves here is not listed.
  public var discovery: JSONValue {
    let base = realm.issuer + "/protocol/openid-connect"
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    let authentication = texts(["client_secret_basic", "client_secret_post"])
    return .object([
      .init("issuer", .string(realm.issuer)),
      .init("authorization_endpoint", .string(base + "/auth")),
      .init("token_endpoint", .string(base + "/token")),
      .init("introspection_endpoint", .string(base + "/token/introspect")),
      .init("userinfo_endpoint", .string(base + "/userinfo")),
      .init("end_session_endpoint", .string(base + "/logout")),
      .init("jwks_uri", .string(base + "/certs")),
      .init("grant_types_supported", texts(Grant.allCases.map(\.rawValue))),
      .init("response_types_supported", texts(["code"])),
      .init("response_modes_supported", texts(["query", "fragment", "form_post"])),
      .init("subject_types_supported", texts(["public"])),
      .init("id_token_signing_alg_values_supported", texts([RealmKeys.accessAlgorithm])),
      .init("token_endpoint_auth_methods_supported", authentication),
      .init("introspection_endpoint_auth_methods_supported", authentication),
      .init("revocation_endpoint", .string(base + "/revoke")),
      .init("revocation_endpoint_auth_methods_supported", authentication),
      .init("device_authorization_endpoint", .string(base + "/auth/device")),
      .init("claims_supported", texts(Self.claims)),
      .init("claim_types_supported", texts(["normal"])),
      .init("claims_parameter_supported", .bool(false)),
      .init("request_parameter_supported", .bool(false)),
      .init("request_uri_parameter_supported", .bool(false)),
      .init("scopes_supported", texts(Self.scopes)),
      .init("code_challenge_methods_supported", texts(["plain", "S256"])),
      .init("authorization_response_iss_parameter_supported", .bool(true)),
    ])
  }

  private static let claims = [
    "iss", "sub", "aud", "exp", "iat", "auth_time", "jti", "azp", "sid", "typ", "scope", "name",
    "preferred_username", "given_name", "family_name", "email", "cern_upn", "cern_mail_upn",
    "cern_person_id", "cern_preferred_language", "cern_roles", "resource_access",
    "eduperson_orcid", "groups",
  ]

  private static let scopes =
    ["openid"] + ClientSettings().defaultScopes + ClientSettings().optionalScopes

  /// `certs`: the JWK set (RFC 7517 §5, §16), the key for encryption after that for signatures. The first
  /// call of all on a home makes the former, which takes a tenth of a second and more.
  ///
  /// - Throws: ``TokenError``, or what the store throws.
  public var certificates: JSONValue {
    get throws { try published.keys { try PublishedKeys(keys.signing, of: realm, in: store) } }
  }

  /// The realm document, at the issuer's own address (§16).
  ///
  /// - Throws: What the store throws.
  public var realmDocument: JSONValue {
    get throws {
      let mark = try store.read { try $0.notBefore(of: [.realm]) }
      return realmDocument(notBefore: mark)
    }
  }

  private func realmDocument(notBefore mark: Instant?) -> JSONValue {
    .object([
      .init("realm", .string(realm.name)), .init("public_key", .string(keys.publicKeyDER)),
      .init("token-service", .string(realm.issuer + "/protocol/openid-connect")),
      .init("account-service", .string(realm.issuer + "/account")),
      .init("tokens-not-before", .integer(mark?.seconds ?? 0)),
    ])
  }

  /// The origins that a client's pages may call the service from, for CORS; `nil` where there is no
  /// such client.
  ///
  /// - Throws: What the store throws.
  public func webOrigins(ofClient id: String) throws -> [String]? {
    try store.read { try ClientLookup(id, facts: $0).client?.origins }
  }
}
