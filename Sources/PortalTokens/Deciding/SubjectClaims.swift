import PortalModel

/// The subject token as it was sent, verified before the snapshot is taken.
enum SentToken {
  /// None was sent (X0).
  case absent
  /// It cannot be read (X4a).
  case malformed
  /// Its claims, and what is wrong with its signature (X4d).
  case token(SubjectClaims, Finding.SignatureProblem?)

  init(_ text: String?, keys: RealmKeys) {
    guard let text else {
      self = .absent
      return
    }
    guard let token = CompactToken(text), let claims = SubjectClaims(token.claims) else {
      self = .malformed
      return
    }
    self = .token(claims, keys.signatureProblem(of: token))
  }

  /// The claims, believed or not.
  var claims: SubjectClaims? {
    if case .token(let claims, _) = self { claims } else { nil }
  }
}

/// The claims of a subject token that the rules look at.
struct SubjectClaims {
  var type: String?
  var issuer: String?
  var subject: String?
  var holder: String?
  var session: String?
  var jti: String?
  var audience: [String]
  var scope: [String]
  var issuedAt: Instant
  var expiresAt: Instant
  var notBefore: Instant?
  var roles: JSONValue?
  /// A refresh token's own: the audience of the standard exchange that it came from.
  var requestedAudience: [String]

  /// Reads them; `nil` where one is of the wrong sort, or `iat` or `exp` is missing (stricter than
  /// Keycloak, which reads a missing `exp` as never).
  init?(_ claims: JSONValue) {
    for name in ["typ", "iss", "sub", "azp", "sid", "jti", "scope"] {
      if let value = claims[name], value.string == nil { return nil }
    }
    guard let issued = Self.instant(claims["iat"]), let expires = Self.instant(claims["exp"])
    else { return nil }
    if let value = claims["nbf"] {
      guard let instant = Self.instant(value) else { return nil }
      notBefore = instant
    }
    type = claims["typ"]?.string
    issuer = claims["iss"]?.string
    subject = claims["sub"]?.string
    holder = claims["azp"]?.string
    session = claims["sid"]?.string
    jti = claims["jti"]?.string
    audience = claims["aud"]?.strings ?? []
    scope = (claims["scope"]?.string ?? "").parts(between: " ")
    issuedAt = issued
    expiresAt = expires
    roles = claims["resource_access"]
    requestedAudience = claims[RefreshRules.audience]?.strings ?? []
  }

  /// Seconds that fit an instant: years up to 9999.
  private static func instant(_ value: JSONValue?) -> Instant? {
    guard let seconds = value?.integer, (0...253_402_300_799).contains(seconds) else { return nil }
    return Instant(seconds: seconds)
  }
}
