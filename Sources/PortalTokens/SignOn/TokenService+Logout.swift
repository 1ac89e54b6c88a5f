import PortalModel

extension TokenService {
  /// Logs out: a program with its refresh token, a browser with an ID token or its cookie (§15).
  ///
  /// A program's POST names a client or a refresh token; everything else is a browser's, which is asked
  /// first where nothing shows that it wants to: neither an ID token nor `confirm=yes` from the page.
  ///
  /// - Parameters:
  ///   - request: The form, or the query of a GET.
  ///   - cookie: The browser's sign-on cookie.
  ///   - now: When.
  /// - Throws: As ``authorize(_:at:)``.
  public func logOut(
    _ request: TokenRequest, cookie: String? = nil, at now: Instant
  ) async throws -> LogoutAnswer {
    let isProgram = request.method == "POST" && isProgram(request)
    let sent = SentToken(
      request[isProgram ? "refresh_token" : "id_token_hint"], keys: keys)
    let browser = SentToken(cookie, keys: keys)
    let (answer, records) = try store.read { facts in
      var trail = Trail()
      let rules = LogoutRules(
        request: request, realm: realm, now: now, facts: facts, sent: sent, cookie: browser)
      return try isProgram ? rules.program(&trail) : rules.browser(&trail)
    }
    if !records.isEmpty { try store.record(records) }
    return answer
  }

  private func isProgram(_ request: TokenRequest) -> Bool {
    if request["refresh_token"] != nil { return true }
    let isBrowser =
      request["id_token_hint"] != nil || request["confirm"] != nil
      || request["post_logout_redirect_uri"] != nil
    return !isBrowser && ClientCredentials(request).id != nil
  }
}
