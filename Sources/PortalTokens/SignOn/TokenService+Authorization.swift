import PortalModel

extension TokenService {
  /// Judges a request to the authorization endpoint: shows the sign-in page, sends the browser back
  /// with a code where its cookie has signed it on already, or says what is wrong.
  ///
  /// - Throws: ``TokenError``, or what the store throws. A refusal is an answer, not an error.
  public func authorize(
    _ request: AuthorizationRequest, at now: Instant
  ) async throws -> AuthorizationAnswer {
    try authorize(request, as: nil, at: now)
  }

  /// Takes what somebody chose on the sign-in page, judges the same request again, begins a session
  /// and sends the browser back with a code; or shows the page again, or an error page.
  ///
  /// - Throws: As ``authorize(_:at:)``.
  public func completeSignIn(
    _ request: AuthorizationRequest, as choice: SignInChoice, at now: Instant
  ) async throws -> AuthorizationAnswer {
    try authorize(request, as: choice, at: now)
  }

  private func authorize(
    _ request: AuthorizationRequest, as choice: SignInChoice?, at now: Instant
  ) throws -> AuthorizationAnswer {
    let cookie = SentToken(request.cookie, keys: keys)
    let (answer, records, session) = try store.read { facts in
      var trail = Trail()
      let signOn = SignOn(
        request: request, choice: choice, realm: realm, now: now, facts: facts,
        identifiers: identifiers, cookie: cookie)
      return try signOn.answer(&trail)
    }
    if !records.isEmpty { try store.record(records) }
    var signed = answer
    if let session {
      let claims = BrowserSession.claims(of: session, realm: realm, jti: identifiers.next())
      signed.cookie = try keys.sign(claims, as: .refresh).compact
    }
    return signed
  }
}
