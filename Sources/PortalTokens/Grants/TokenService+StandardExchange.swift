import PortalModel

extension TokenService {
  /// Answers an exchange as the standard exchange would (profile `keycloak-v2`).
  func answerStandardExchange(
    _ request: TokenRequest, at now: Instant
  ) async throws -> TokenAnswer {
    let sent = SentToken(request["subject_token"], keys: keys)
    return try answer(request, order: StandardExchange.order, at: now) { scene, trail, records in
      try StandardExchange(scene: scene, sent: sent).pass(&trail, &records)
    }
  }

  /// Where the same exchange would fail under the newer standard exchange (§11.1): its checks, made on
  /// one snapshot, nothing issued and nothing recorded.
  ///
  /// - Throws: What the store throws.
  public func standardVerdict(of request: TokenRequest, at now: Instant) throws -> Verdict {
    let sent = SentToken(request["subject_token"], keys: keys)
    let order = Gate.order + StandardExchange.order
    return try store.read { facts in
      var trail = Trail()
      var records: [TokenRecord] = []
      do {
        let requester = try Gate(request: request, realm: realm, facts: facts).pass(&trail)
        let scene = GrantScene(
          request: request, realm: realm, now: now, facts: facts, requester: requester)
        _ = try StandardExchange(scene: scene, sent: sent).pass(&trail, &records)
      } catch is Denied {}
      return trail.verdict(order: order)
    }
  }
}
