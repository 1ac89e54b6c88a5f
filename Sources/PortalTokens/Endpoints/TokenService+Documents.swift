import PortalModel

extension TokenService {
  /// `.well-known/openid-configuration` (OpenID Connect Discovery §3, §16).
  public var discovery: JSONValue { .object([.init("issuer", .string(realm.issuer))]) }

  /// `certs`: the JWK set (RFC 7517 §5, §16).
  public var certificates: JSONValue { .object([.init("keys", .array([keys.publicKey]))]) }

  /// The realm document, at the issuer's own address (§16).
  public var realmDocument: JSONValue { .object([.init("realm", .string(realm.name))]) }
}
