import PortalModel

/// What logging out asks for and ends, within one snapshot (§15).
struct LogoutRules {
  var request: TokenRequest
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  /// The program's refresh token, or the browser's ID token.
  var sent: SentToken
  var cookie: SentToken

  static let programOrder: [CheckIdentifier] = [
    .method, .contentType, .client, .duplicates, .logoutPresent, .logoutGenuine, .logoutClient,
  ]
  static let browserOrder: [CheckIdentifier] = [.logoutHint, .logoutRedirectURI]

  /// A program: ends the whole login, or with an offline token its client's offline session only. An
  /// expired token ends it too, as with Keycloak.
  func program(_ trail: inout Trail) throws -> (LogoutAnswer, [TokenRecord]) {
    do {
      let gate = Gate(request: request, realm: realm, facts: facts)
      try trail.check(.method, gate.method)
      try trail.check(.contentType, gate.contentType)
      let client = try trail.check(.client, gate.authenticate)
      try trail.check(.duplicates) { gate.duplicates() }
      let again = Repair.request(.restartSignIn(client.id))
      try trail.check(.logoutPresent) {
        request["refresh_token"] == nil
          ? .refused(.parameterMissing("refresh_token"), .refreshTokenMissing, [again])
          : .passed(.fine)
      }
      let claims = try trail.check(.logoutGenuine) { RefreshRules.genuine(sent, [again]) }
      try trail.check(.logoutClient) { holder(claims, client) }
      let verdict = trail.verdict(order: Self.programOrder)
      let answer = LogoutAnswer(
        outcome: .reply(Reply(status: 204, body: nil)), verdict: verdict)
      guard let session = claims.session else { return (answer, []) }
      return (
        answer,
        claims.type == RefreshRules.offline
          ? [.offlineSessionEnded(session, client: client.id)]
          : [.sessionEnded(session, at: now)]
      )
    } catch let denied as Denied {
      return (
        LogoutAnswer(
          outcome: .reply(denied.reply), verdict: trail.verdict(order: Self.programOrder)), []
      )
    }
  }

  private func holder(_ claims: SubjectClaims, _ client: Client) -> Ruling<Void> {
    let finding = Finding.signOn(.tokenOf(claims.holder, sentBy: client.id))
    if claims.holder == client.id.text { return .passed(finding) }
    let holder = claims.holder.flatMap { try? ApplicationIdentifier($0) }
    return .refused(
      finding,
      .invalidGrant("Invalid refresh token. Token client and authorized client don't match"),
      holder.map { [.request(.callAs($0))] } ?? [])
  }
}

extension LogoutRules {
  /// A browser (OpenID Connect RP-Initiated Logout §2). An expired ID token counts.
  func browser(_ trail: inout Trail) throws -> (LogoutAnswer, [TokenRecord]) {
    do {
      let hint = try trail.check(.logoutHint, self.hint)
      let target = try trail.check(.logoutRedirectURI) { try redirectURI(hint) }
      let verdict = trail.verdict(order: Self.browserOrder)
      let session = try session(hint)
      guard hint != nil || request["confirm"] == "yes" else {
        return (LogoutAnswer(outcome: .confirmPage, verdict: verdict), [])
      }
      let outcome = target.map { LogoutAnswer.Outcome.redirect($0) } ?? .donePage
      return (
        LogoutAnswer(outcome: outcome, verdict: verdict, forgetsCookie: true),
        session.map { [.sessionEnded($0, at: now)] } ?? []
      )
    } catch let denied as Denied {
      let page = LogoutAnswer.Outcome.errorPage(
        status: denied.reply.status, sentence: denied.reply.errorDescription ?? "")
      return (LogoutAnswer(outcome: page, verdict: trail.verdict(order: Self.browserOrder)), [])
    }
  }

  private func session(_ hint: SubjectClaims?) throws -> String? {
    if let id = hint?.session { return id }
    return try BrowserSession.session(of: cookie, realm: realm, at: now, facts: facts)?.id
  }

  private func hint() -> Ruling<SubjectClaims?> {
    let reply = Reply(
      status: 400, error: "invalid_request", description: "Invalid parameter: id_token_hint")
    func refused(_ finding: Finding) -> Ruling<SubjectClaims?> {
      .refused(finding, reply, [.request(.remove(["id_token_hint"]))])
    }
    switch sent {
    case .absent: return .passed(nil, .notApplicable)
    case .malformed: return refused(.tokenMalformed)
    case .token(let claims, let problem):
      if let problem { return refused(.tokenSignature(problem)) }
      guard claims.issuer == realm.issuer else {
        return refused(.tokenIssuer(found: claims.issuer, expected: realm.issuer))
      }
      return claims.type == "ID" ? .passed(claims, .fine) : refused(.tokenType(claims.type))
    }
  }

  /// Needs a client to be checked against: the hint's, or the one that is named.
  private func redirectURI(_ hint: SubjectClaims?) throws -> Ruling<String?> {
    guard let sent = request["post_logout_redirect_uri"] else {
      return .passed(nil, .notApplicable)
    }
    let id = hint?.holder ?? request["client_id"] ?? ""
    let client = try ClientLookup(id, facts: facts).client
    let registered = client?.registration.redirectURIs ?? []
    guard RedirectMatch.allows(sent, registered) else {
      return .refused(
        .signOn(.redirectURI(sent, registered: registered)),
        Reply(status: 400, error: "invalid_request", description: "Invalid redirect uri"),
        [.request(.remove(["post_logout_redirect_uri"]))])
    }
    guard let state = request["state"] else { return .passed(sent, .fine) }
    return .passed(
      sent + (sent.contains("?") ? "&" : "?") + "state=" + Redirect.encoded(state), .fine)
  }
}
