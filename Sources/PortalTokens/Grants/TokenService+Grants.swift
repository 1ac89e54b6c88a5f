import PortalModel

extension TokenService {
  /// Answers a request to the token endpoint, by the realm's profile.
  ///
  /// - Throws: ``TokenError``, or what the store throws. A refusal is an answer, not an error.
  public func answer(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    let grant = request["grant_type"].flatMap(Grant.init(rawValue:))
    let answer =
      switch grant {
      case nil: try await answerExchange(request, at: now)
      case .exchange:
        realm.profile == .keycloakV2
          ? try await answerStandardExchange(request, at: now)
          : try await answerExchange(request, at: now)
      case .code:
        try answer(request, as: CodeGrant.self, writes: true, at: now) { CodeGrant(scene: $0) }
      case .refresh: try refresh(request, at: now)
      case .service:
        try answer(request, as: ServiceGrant.self, at: now) { ServiceGrant(scene: $0) }
      case .device:
        try answer(request, as: DeviceGrant.self, writes: true, at: now) { DeviceGrant(scene: $0) }
      case .password:
        try answer(request, as: PasswordGrant.self, at: now) { scene in
          PasswordGrant(scene: scene, freeSession: try freeSession(scene.facts))
        }
      }
    return answer
  }

  private func refresh(_ request: TokenRequest, at now: Instant) throws -> TokenAnswer {
    let sent = SentToken(request["refresh_token"], keys: keys)
    // Where uses are counted, two at once must not both be the first.
    return try answer(request, as: RefreshGrant.self, writes: realm.refreshReuse != nil, at: now) {
      RefreshGrant(scene: $0, sent: sent)
    }
  }

  /// Answers `api-access/token`: client credentials for another application's audience
  /// (`portal.md` §5.5).
  ///
  /// - Throws: ``TokenError``, or what the store throws. A refusal is an answer, not an error.
  public func answerAPIAccess(
    _ request: TokenRequest, at now: Instant
  ) async throws -> TokenAnswer {
    let answer = try answer(
      request, order: ServiceGrant.apiOrder, served: [.service], at: now
    ) { scene, trail, records in
      try ServiceGrant(scene: scene, isAPIAccess: true).pass(&trail, &records)
    }
    return answer
  }

  private func answer<Rules: GrantRules>(
    _ request: TokenRequest, as: Rules.Type, writes: Bool = false, at now: Instant,
    _ rules: (GrantScene) throws -> Rules
  ) throws -> TokenAnswer {
    try answer(request, order: Rules.order, writes: writes, at: now) { scene, trail, records in
      try rules(scene).pass(&trail, &records)
    }
  }

  private enum GrantDecision {
    case refused(TokenAnswer)
    case granted(SessionGrant, Verdict)
  }

  /// The steps of every grant: judge on one snapshot, record, sign.
  ///
  /// - Parameter writes: Whether judging and recording must be one transaction, since what is asked
  ///   for must not happen twice.
  func answer(
    _ request: TokenRequest, order: [CheckIdentifier], served: [Grant] = Grant.allCases,
    writes: Bool = false, at now: Instant,
    _ rules: (GrantScene, inout Trail, inout [TokenRecord]) throws -> SessionGrant
  ) throws -> TokenAnswer {
    func judge(_ facts: any TokenFacts) throws -> (GrantDecision, [TokenRecord]) {
      var trail = Trail()
      var records: [TokenRecord] = []
      do {
        let gate = Gate(
          request: request, realm: realm, facts: facts, served: served.map(\.rawValue))
        let scene = GrantScene(
          request: request, realm: realm, now: now, facts: facts, requester: try gate.pass(&trail))
        var grant = try rules(scene, &trail, &records)
        grant.addNotes(scene)
        return (.granted(grant, trail.verdict(order: Gate.order + order)), records)
      } catch let denied as Denied {
        let verdict = trail.verdict(order: Gate.order + order)
        return (.refused(TokenAnswer(reply: denied.reply, verdict: verdict)), records)
      }
    }
    let decision: GrantDecision
    if writes {
      decision = try store.transact(judge)
    } else {
      let (judged, records) = try store.read(judge)
      if !records.isEmpty { try store.record(records) }
      decision = judged
    }
    switch decision {
    case .refused(let answer): return answer
    case .granted(let grant, let verdict): return try issue(grant, verdict)
    }
  }
}

extension SessionGrant {
  fileprivate mutating func addNotes(_ scene: GrantScene) {
    if scene.requester.isPublic, ClientCredentials(scene.request).secret != nil {
      notes.append(.secretIgnored(scene.requester.id))
    }
    if !contents.scope.dropped.isEmpty { notes.append(.scopesDropped(contents.scope.dropped)) }
    if contents.isSelf, !contents.target.settings.ownAudience {
      notes.append(.audienceMissing(contents.target.id))
    }
    if contents.target.settings.fullScopeAllowed { notes.append(.fullScope(contents.target.id)) }
    if contents.isCut { notes.append(.cutBySession(expires: contents.accessEnd)) }
  }
}
