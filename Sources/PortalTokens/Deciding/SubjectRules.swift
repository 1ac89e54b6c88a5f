import PortalModel

/// A subject token that verified, and what it leads to.
struct Subject {
  var claims: SubjectClaims
  var identity: Identity
  var holder: Client
  /// The login; `nil` for a service account's token, which has none.
  var session: UserSession?
  /// The latest not-before mark that concerns it.
  var notBefore: Instant?

  /// How the user signed in: what roles depend on.
  var signIn: SignIn { session?.signIn ?? identity.defaultSignIn }
}

/// X4: whether a subject token verifies, and if not, which of X4a to X4k it is (§4.1).
struct SubjectRules {
  var realm: Realm
  var now: Instant
  var facts: any TokenFacts
  /// Who asks: a new token of theirs is what most repairs come down to.
  var requester: Client

  func judge(_ sent: SentToken) throws -> Ruling<Subject> {
    guard case .token(let claims, let problem) = sent else {
      return .refused(.tokenMalformed, .invalidToken, [again(nil)])
    }
    if let finding = shape(claims, problem) {
      return refused(finding, [again(try known(claims.subject)?.id)])
    }
    let holderID = claims.holder.flatMap { try? ApplicationIdentifier($0) }
    let mark = try notBefore(of: claims, holder: holderID)
    if let jti = claims.jti, try facts.isRevoked(jti: jti) {
      return refused(.tokenRevoked(jti: jti), [again(try known(claims.subject)?.id)])
    }
    // In whole seconds, as tokens count: one issued within the mark's own second stays good.
    if let mark, claims.issuedAt.seconds < mark.seconds {
      return refused(
        .tokenStale(issued: claims.issuedAt, notBefore: mark),
        [again(try known(claims.subject)?.id)])
    }
    guard let identity = try known(claims.subject) else {
      return refused(.tokenUser(claims.subject, disabled: false), [again(nil)])
    }
    guard identity.enabled else {
      return refused(
        .tokenUser(claims.subject, disabled: true),
        Repairs(facts: facts).enabling(identity.id, by: requester.application.owner))
    }
    let session = try session(of: claims, identity)
    if case .ended(let end) = session {
      return refused(.tokenSession(claims.session, ended: end), [again(identity.id)])
    }
    switch try ClientLookup(claims.holder ?? "", known: requester, facts: facts) {
    case .unknown:
      return refused(.tokenClient(claims.holder, disabled: false), [again(identity.id)])
    case .notRegistered(let application):
      return refused(
        .tokenClient(claims.holder, disabled: false),
        try Repairs(facts: facts).registering(application) + [again(identity.id)])
    case .client(let holder):
      guard holder.isEnabled else {
        return refused(
          .tokenClient(claims.holder, disabled: true), try Repairs(facts: facts).enabling(holder))
      }
      if case .live(let live) = session, !live.isOffline,
        try facts.clientSession(of: holder.id, in: live.id) == nil
      {
        return refused(.tokenClientSession(holder.id), [again(identity.id)])
      }
      let subject = Subject(
        claims: claims, identity: identity, holder: holder, session: session.live,
        notBefore: mark)
      return .passed(
        subject,
        .subjectToken(subject: identity.id, holder: holder.id, expires: claims.expiresAt))
    }
  }

  private func refused(_ finding: Finding, _ repairs: [Repair]) -> Ruling<Subject> {
    .refused(finding, .invalidToken, repairs)
  }

  private func again(_ identity: IdentityIdentifier?) -> Repair {
    .request(.signInAgain(identity, to: requester.id))
  }
}

extension SubjectRules {
  /// X4b to X4e: what the token itself says.
  private func shape(_ claims: SubjectClaims, _ problem: Finding.SignatureProblem?) -> Finding? {
    guard let type = claims.type?.lowercased(), type == "bearer" || type == "dpop" else {
      return .tokenType(claims.type)
    }
    guard claims.issuer == realm.issuer else {
      return .tokenIssuer(found: claims.issuer, expected: realm.issuer)
    }
    if let problem { return .tokenSignature(problem) }
    return Self.timeProblem(of: claims, at: now)
  }

  /// X4e: whole seconds, no leeway; a token is good through its last second.
  static func timeProblem(of claims: SubjectClaims, at now: Instant) -> Finding? {
    if now.seconds > claims.expiresAt.seconds {
      return .tokenExpired(at: claims.expiresAt, now: now)
    }
    if let start = claims.notBefore, now.seconds < start.seconds {
      return .tokenNotYetValid(from: start, now: now)
    }
    return nil
  }

  private func known(_ login: String?) throws -> Identity? {
    guard let login, let id = try? IdentityIdentifier(login) else { return nil }
    return try facts.identity(id)
  }

  private func notBefore(
    of claims: SubjectClaims, holder: ApplicationIdentifier?
  ) throws -> Instant? {
    let identity = claims.subject.flatMap { try? IdentityIdentifier($0) }
    return try facts.notBefore(
      of: [.realm] + (holder.map { [.client($0)] } ?? [])
        + (identity.map { [.identity($0)] } ?? []))
  }

  private enum SessionState {
    case live(UserSession)
    case ended(Finding.SessionEnd)
    /// A service account's token has no session; one is made up for the moment.
    case transient

    var live: UserSession? {
      if case .live(let session) = self { session } else { nil }
    }
  }

  /// X4i.
  private func session(of claims: SubjectClaims, _ identity: Identity) throws -> SessionState {
    guard let id = claims.session else {
      return identity.kind == .application ? .transient : .ended(.unknown)
    }
    guard let session = try facts.userSession(id), session.identity == identity.id else {
      return .ended(.unknown)
    }
    guard let end = session.endedAt == nil ? realm.end(of: session, at: now) : .loggedOut else {
      return .live(session)
    }
    let holder = claims.holder.flatMap { try? ApplicationIdentifier($0) }
    guard let holder,
      let offline = try realm.offline(session, for: holder, at: now, facts: facts)
    else { return .ended(end) }
    return .live(offline)
  }
}

extension Realm {
  /// When a session reaches its maximum age.
  func maximumEnd(of session: UserSession) -> Instant {
    session.isOffline
      ? Instant(milliseconds: .max) : session.startedAt.advanced(seconds: sessionMaximum)
  }

  /// A session that is over, as it counts for a client that may go on without its user; `nil` where
  /// that one may not.
  func offline(
    _ session: UserSession, for client: ApplicationIdentifier, at now: Instant,
    facts: any TokenFacts
  ) throws -> UserSession? {
    guard let offline = try facts.offlineSession(of: client, in: session.id),
      now <= offline.lastUsedAt.advanced(seconds: offlineIdle)
    else { return nil }
    var live = session
    live.isOffline = true
    return live
  }

  /// Whether a session's time is over, and why (`portal.md` §5.6).
  func end(of session: UserSession, at now: Instant) -> Finding.SessionEnd? {
    if now >= maximumEnd(of: session) { return .expired }
    return now > session.lastUsedAt.advanced(seconds: sessionIdle) ? .idle : nil
  }
}
