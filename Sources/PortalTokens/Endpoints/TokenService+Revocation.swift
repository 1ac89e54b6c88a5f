import PortalModel

extension TokenService {
  /// Answers `revoke` (RFC 7009, §15): an access token dies alone, a refresh token with all tokens of
  /// its client in that login.
  ///
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func revoke(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    let order: [CheckIdentifier] = [
      .method, .contentType, .client, .duplicates, .revocationToken, .revocationGenuine,
      .revocationType, .revocationClient,
    ]
    let sent = SentToken(request["token"], keys: keys)
    let (answer, records): (TokenAnswer, [TokenRecord]) = try store.read { facts in
      var trail = Trail()
      do {
        let rules = RevocationRules(
          request: request, realm: realm, now: now, facts: facts, sent: sent)
        let records = try rules.pass(&trail)
        let verdict = trail.verdict(order: order)
        return (TokenAnswer(reply: Reply(status: 200, body: nil), verdict: verdict), records)
      } catch let denied as Denied {
        return (TokenAnswer(reply: denied.reply, verdict: trail.verdict(order: order)), [])
      }
    }
    if !records.isEmpty { try store.record(records) }
    return answer
  }
}

/// The checks of revocation, in Keycloak's order.
struct RevocationRules {
  var request: TokenRequest
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  var sent: SentToken

  /// What to record.
  func pass(_ trail: inout Trail) throws -> [TokenRecord] {
    let gate = Gate(request: request, realm: realm, facts: facts)
    try trail.check(.method, gate.method)
    try trail.check(.contentType, gate.contentType)
    let client = try trail.check(.client, gate.authenticate)
    try trail.check(.duplicates) { gate.duplicates() }
    let again = Repair.request(.signInAgain(nil, to: client.id))
    try trail.check(.revocationToken) {
      request["token"] == nil
        ? .refused(.parameterMissing("token"), .revocationTokenMissing, [again]) : .passed(.fine)
    }
    let claims = try trail.check(.revocationGenuine) { try genuine(again) }
    try trail.check(.revocationType) {
      ["Bearer", RefreshRules.refresh, RefreshRules.offline].contains(claims.type)
        ? .passed(.fine)
        : .refused(.tokenType(claims.type), .revocationType, [again])
    }
    try trail.check(.revocationClient) { holder(claims, client) }
    return records(claims, client)
  }

  private func records(_ claims: SubjectClaims, _ client: Client) -> [TokenRecord] {
    if claims.type == "Bearer" {
      return claims.jti.map { [.revoked(jti: $0, expires: claims.expiresAt)] } ?? []
    }
    guard let session = claims.session else { return [] }
    let ended: [TokenRecord] = [.clientSessionEnded(session, client: client.id)]
    return claims.type == RefreshRules.offline
      ? ended + [.offlineSessionEnded(session, client: client.id)] : ended
  }

  /// What cannot be told from nonsense is answered like nonsense: with status 200.
  private func genuine(_ again: Repair) throws -> Ruling<SubjectClaims> {
    func refused(_ finding: Finding) -> Ruling<SubjectClaims> {
      .refused(finding, .revocationInvalid, [again])
    }
    guard case .token(let claims, let problem) = sent else { return refused(.tokenMalformed) }
    if let problem { return refused(.tokenSignature(problem)) }
    guard claims.issuer == realm.issuer else {
      return refused(.tokenIssuer(found: claims.issuer, expected: realm.issuer))
    }
    if claims.holder == nil { return refused(.tokenClient(nil, disabled: false)) }
    if let finding = SubjectRules.timeProblem(of: claims, at: now) { return refused(finding) }
    if let jti = claims.jti, try facts.isRevoked(jti: jti) {
      return refused(.tokenRevoked(jti: jti))
    }
    if let finding = try ended(claims) { return refused(finding) }
    return .passed(claims, .fine)
  }

  /// Its user or its login is gone: dead already. A service account's token has no login.
  private func ended(_ claims: SubjectClaims) throws -> Finding? {
    let user = claims.subject.flatMap { try? IdentityIdentifier($0) }
    guard let identity = try user.flatMap({ try facts.identity($0) }) else {
      return .tokenUser(claims.subject, disabled: false)
    }
    guard identity.enabled else { return .tokenUser(claims.subject, disabled: true) }
    guard let id = claims.session else { return nil }
    guard let session = try facts.userSession(id) else {
      return .tokenSession(id, ended: .unknown)
    }
    guard let end = session.endedAt == nil ? realm.end(of: session, at: now) : .loggedOut else {
      return nil
    }
    let holder = claims.holder.flatMap { try? ApplicationIdentifier($0) }
    let offline = try holder.flatMap {
      try realm.offline(session, for: $0, at: now, facts: facts)
    }
    return offline == nil ? .tokenSession(id, ended: end) : nil
  }

  private func holder(_ claims: SubjectClaims, _ client: Client) -> Ruling<Void> {
    let finding = Finding.signOn(.tokenOf(claims.holder, sentBy: client.id))
    if claims.holder == client.id.text { return .passed(finding) }
    let holder = claims.holder.flatMap { try? ApplicationIdentifier($0) }
    return .refused(
      finding, .revocationClient, holder.map { [.request(.callAs($0))] } ?? [])
  }
}
