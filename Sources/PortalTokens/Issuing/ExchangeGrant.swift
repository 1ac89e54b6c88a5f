import PortalModel

/// A granted exchange: all that is to be signed, recorded and told.
struct ExchangeGrant {
  var contents: TokenContents
  var want: ExchangeWant
  var hasRefreshToken: Bool
  /// `not-before-policy` of the reply (§7).
  var notBefore: Instant?
  /// The requester's part in the session, where it has had none so far (26.1).
  var newClientSession: ClientSession?
  var verdict: Verdict
  var roles: RoleComparison?
  var notes: [TokenNote]
  var standard: [Check]
  /// What became of each scope (§10).
  var scopes: [ScopeFate]

  init(
    _ exchange: Exchange, _ permit: Exchange.Permit, before: ApplicationRoles?, verdict: Verdict
  ) throws {
    let subject = permit.subject
    let target = permit.targets.first
    let requester = exchange.requester
    let requested = exchange.request["scope"]?.parts(between: " ")
    contents = TokenContents(
      realm: exchange.realm, now: exchange.now, identity: subject.identity,
      session: subject.session, requester: requester.id, target: target,
      scope: GrantedScope(
        requested: requested, held: subject.claims.scope, target: target.settings),
      roles: try TokenRoles(
        of: subject.identity.id, signedIn: subject.signIn, target: target, facts: exchange.facts))
    want = permit.want
    hasRefreshToken =
      want == .refreshToken && subject.session != nil && requester.settings.useRefreshTokens
    notBefore = subject.notBefore
    self.verdict = verdict
    let after = ApplicationRoles(
      application: target.id, inToken: contents.roles.given.map(\.text),
      findings: contents.roles.findings)
    roles = before.map { RoleComparison(before: $0, after: after) }
    notes = []
    scopes = contents.scope.fates(
      requested: requested, held: subject.claims.scope, target: target.settings)
    standard = try StandardLint(exchange: exchange, permit: permit).failures()
    newClientSession = try Self.joining(exchange, subject)
    notes = try notes(exchange, permit)
  }

  /// The holder takes part already (X4k); another requester may not.
  private static func joining(_ exchange: Exchange, _ subject: Subject) throws -> ClientSession? {
    let client = exchange.requester.id
    guard let session = subject.session, client != subject.holder.id,
      try exchange.facts.clientSession(of: client, in: session.id) == nil
    else { return nil }
    return ClientSession(session: session.id, client: client, startedAt: exchange.now)
  }

  private func notes(_ exchange: Exchange, _ permit: Exchange.Permit) throws -> [TokenNote] {
    let target = permit.targets.first
    let requester = exchange.requester
    let missing = try contents.roles.missing(in: target.id, facts: exchange.facts)
    let sentSecret = requester.isPublic && ClientCredentials(exchange.request).secret != nil
    let hasAudience = !contents.isSelf || target.settings.ownAudience
    let candidates: [(Bool, TokenNote)] = [
      (sentSecret, .secretIgnored(requester.id)),
      (!permit.targets.areNamed, .audienceDefaulted(requester.id)),
      (contents.roles.given.isEmpty, .noRole(of: target.id, contents.identity.id)),
      (!permit.targets.unused.isEmpty, .audiencesUnused(permit.targets.unused.map(\.id))),
      (!contents.scope.dropped.isEmpty, .scopesDropped(contents.scope.dropped)),
      (hasRefreshToken && !contents.isSelf, .refreshLosesAudience(target.id)),
      (want == .refreshToken && !hasRefreshToken, .refreshTokenWithheld),
      (!missing.isEmpty, .requiredRolesMissing(missing)),
      (!hasAudience, .audienceMissing(target.id)),
      (target.settings.fullScopeAllowed, .fullScope(target.id)),
      (contents.isCut, .cutBySession(expires: contents.accessEnd)),
    ]
    return candidates.filter(\.0).map(\.1)
  }
}
