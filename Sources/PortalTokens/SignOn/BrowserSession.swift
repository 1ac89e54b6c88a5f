import PortalModel

/// The sign-on cookie: a token of the service for itself, which says in which login a browser is.
enum BrowserSession {
  static let type = "Serialized-ID"

  /// The cookie's claims.
  static func claims(of session: UserSession, realm: Realm, jti: String) -> [TokenView.Claim] {
    [
      .init("exp", .integer(realm.maximumEnd(of: session).seconds), origin: .time),
      .init("iat", .integer(session.startedAt.seconds), origin: .time),
      .init("jti", .string(jti), origin: .drawn),
      .init("iss", .string(realm.issuer), origin: .service),
      .init("sub", .string(session.identity.text), origin: .identity),
      .init("typ", .string(type), origin: .service),
      .init("sid", .string(session.id), origin: .session),
    ]
  }

  /// The login of a cookie, where it is genuine and the login is live.
  static func session(
    of cookie: SentToken, realm: Realm, at now: Instant, facts: any TokenFacts
  ) throws -> UserSession? {
    guard case .token(let claims, nil) = cookie, claims.type == type,
      claims.issuer == realm.issuer, let id = claims.session,
      let session = try facts.userSession(id), session.endedAt == nil,
      session.identity.text == claims.subject, realm.end(of: session, at: now) == nil
    else { return nil }
    return session
  }
}
