import PortalModel

/// The token endpoint without its HTTP: takes a request, answers it, and says why.
///
/// Each request is answered in four steps: the subject token's signature is verified; everything is
/// decided on one snapshot of the store; what was decided is signed; what the new tokens depend on is
/// recorded, if there is anything new. A refused request and a repeated one write nothing.
public struct TokenService: Sendable {
  /// The realm's settings.
  public private(set) var realm: Realm
  /// The realm's keys.
  public let keys: RealmKeys
  let store: any TokenStore
  let identifiers: IdentifierSource
  let explainsRoles: Bool
  /// What `certs` says, once somebody has asked for it.
  let published = PublishedKeysOnce()

  /// Makes the service.
  ///
  /// - Parameters:
  ///   - realm: The realm's settings.
  ///   - keys: The realm's keys.
  ///   - store: Where to read and record.
  ///   - identifiers: Where `sid` and `jti` come from.
  ///   - explainsRoles: Whether answers also find the reasons for the roles in the subject token,
  ///     which the new token does not depend on. A busy endpoint can do without.
  public init(
    realm: Realm = Realm(), keys: RealmKeys, store: any TokenStore,
    identifiers: IdentifierSource = .random, explainsRoles: Bool = true
  ) {
    self.realm = realm
    self.keys = keys
    self.store = store
    self.identifiers = identifiers
    self.explainsRoles = explainsRoles
  }

  /// The same service under other settings of the realm, as another process may have made them.
  public func under(_ realm: Realm) -> TokenService {
    var service = self
    service.realm = realm
    return service
  }

  /// Answers an exchange, or a request of which the gate cannot tell what it is.
  func answerExchange(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    let isExchange = request["grant_type"] == Wire.exchangeGrant
    let sent = SentToken(isExchange ? request["subject_token"] : nil, keys: keys)
    let decision = try store.read { facts in
      try decide(request, sent, at: now, facts: facts)
    }
    switch decision {
    case .refused(let answer): return answer
    case .granted(let grant):
      let answer = try issue(grant)
      if let session = grant.newClientSession { try store.record([.clientSession(session)]) }
      return answer
    }
  }

  private enum Decision {
    case refused(TokenAnswer)
    case granted(ExchangeGrant)
  }

  private func decide(
    _ request: TokenRequest, _ sent: SentToken, at now: Instant, facts: any TokenFacts
  ) throws -> Decision {
    var trail = Trail()
    let order = Gate.order + Exchange.order
    var before: ApplicationRoles?
    do {
      let gate = Gate(request: request, realm: realm, facts: facts, holder: sent.claims?.holder)
      let requester = try gate.pass(&trail)
      let exchange = Exchange(
        request: request, realm: realm, now: now, facts: facts, sent: sent, requester: requester)
      let permit = try exchange.pass(&trail) { before = try rolesBefore($0, facts: facts) }
      return .granted(
        try ExchangeGrant(
          exchange, permit, before: before, verdict: trail.verdict(order: order)))
    } catch let denied as Denied {
      return .refused(
        TokenAnswer(
          reply: denied.reply, verdict: trail.verdict(order: order),
          roles: before.map { RoleComparison(before: $0) }))
    }
  }

  /// The roles in the subject token: those of the application that it is for, which is its holder
  /// unless it came from an exchange itself.
  private func rolesBefore(
    _ subject: Subject, facts: any TokenFacts
  ) throws -> ApplicationRoles {
    let audience = subject.claims.audience
    var application = subject.holder.id
    if !audience.contains(application.text),
      let last = audience.last.flatMap({ try? ApplicationIdentifier($0) })
    {
      application = last
    }
    return ApplicationRoles(
      application: application,
      inToken: subject.claims.roles?[application.text]?["roles"]?.strings ?? [],
      findings: explainsRoles
        ? try roleFindings(
          of: subject.identity.id, signedIn: subject.signIn, in: application, facts: facts) : [])
  }
}
