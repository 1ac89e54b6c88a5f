import PortalModel

extension TokenService {
  /// Finds out what would become of the tokens of a granted exchange: each act is carried out by the
  /// service itself where it is one of its own, and each question put to it, on a store that keeps nothing.
  ///
  /// - Parameters:
  ///   - request: The exchange.
  ///   - answer: What it gave.
  ///   - now: When.
  /// - Returns: `nil` where nothing was granted, or no access token.
  /// - Throws: As ``answer(_:at:)``.
  public func aftermath(
    of request: TokenRequest, _ answer: TokenAnswer, at now: Instant
  ) async throws -> Aftermath? {
    guard let exchanged = answer.tokens.first(where: { $0.kind == .access }),
      let subject = request["subject_token"],
      let requester = (exchanged["azp"]?.string).flatMap({ try? ApplicationIdentifier($0) }),
      let user = (exchanged["sub"]?.string).flatMap({ try? IdentityIdentifier($0) })
    else { return nil }
    let scene = AftermathScene(
      service: self, request: request, subject: subject, exchanged: exchanged.compact,
      refresh: answer.tokens.first { $0.kind == .refresh }?.compact,
      session: exchanged["sid"]?.string, requester: requester,
      target: request["audience"].flatMap { try? ApplicationIdentifier($0) } ?? requester,
      user: user, now: now)
    return try await scene.aftermath()
  }

  /// The same service under a supposition.
  func supposing(_ supposition: Supposition) -> TokenService {
    TokenService(
      realm: realm, keys: keys, store: SupposedStore(store, supposition),
      identifiers: .seeded(0), explainsRoles: false)
  }
}

/// The tokens of one exchange, and who is concerned.
private struct AftermathScene {
  var service: TokenService
  var request: TokenRequest
  var subject: String
  var exchanged: String
  var refresh: String?
  var session: String?
  var requester: ApplicationIdentifier
  var target: ApplicationIdentifier
  var user: IdentityIdentifier
  var now: Instant

  func aftermath() async throws -> Aftermath {
    var aftermath = Aftermath()
    // What the exchange wrote is in the store by now.
    if let refresh {
      aftermath.refresh = try await refreshed(
        refresh, by: requester, in: service.supposing(.init()))
      if target != requester {
        aftermath.refreshByTarget = try await refreshed(
          refresh, by: target, in: service.supposing(.init()))
      }
    }
    for act in TokenFate.Act.allCases where isPossible(act) {
      let supposed = try await carriedOut(act)
      aftermath.fates.append(
        TokenFate(
          act: act, subject: try life(of: subject, in: supposed),
          exchanged: try life(of: exchanged, in: supposed), offline: offline(in: supposed),
          refresh: try await refreshLife(in: supposed), again: try await again(in: supposed)))
    }
    return aftermath
  }

  private func isPossible(_ act: TokenFate.Act) -> Bool {
    switch act {
    case .revokeRefresh: refresh != nil
    case .revokePermission, .disableTarget: target != requester
    case .logOut: session != nil
    default: true
    }
  }

  /// The service after an act.
  private func carriedOut(_ act: TokenFate.Act) async throws -> TokenService {
    var supposition = Supposition()
    switch act {
    case .revokePermission:
      supposition.revokedPermission = ExchangeDirection(source: requester, target: target)
    case .disableUser: supposition.disabledIdentity = user
    case .disableTarget: supposition.disabledClient = target
    case .disableRequester: supposition.disabledClient = requester
    case .logOut where refresh == nil:
      // Without a refresh token it is a browser that logs out; what is written is the same.
      supposition.records = session.map { [.sessionEnded($0, at: now)] } ?? []
    case .nothing, .revokeSubject, .revokeExchanged, .revokeRefresh, .logOut: break
    }
    let supposed = service.supposing(supposition)
    switch act {
    case .revokeSubject: _ = try await supposed.revoke(form(["token": subject]), at: now)
    case .revokeExchanged: _ = try await supposed.revoke(form(["token": exchanged]), at: now)
    case .revokeRefresh: _ = try await supposed.revoke(form(["token": refresh ?? ""]), at: now)
    case .logOut where refresh != nil:
      _ = try await supposed.logOut(form(["refresh_token": refresh ?? ""]), at: now)
    case .nothing, .logOut, .revokePermission, .disableUser, .disableTarget, .disableRequester:
      break
    }
    return supposed
  }

  /// A form of the requester's, as it authenticated for the exchange.
  private func form(_ fields: [String: String]) throws -> TokenRequest {
    try form(fields, by: requester)
  }

  private func form(
    _ fields: [String: String], by client: ApplicationIdentifier
  ) throws -> TokenRequest {
    let secret = try service.store.read { try $0.secret(of: client) }
    var parameters = [Repair.Parameter(name: "client_id", value: client.text)]
    if let secret { parameters.append(.init(name: "client_secret", value: secret)) }
    return TokenRequest(
      parameters: parameters + fields.sorted { $0.key < $1.key }.map { .init(name: $0, value: $1) })
  }

  /// What looking a token up comes down to (X4).
  private func life(of token: String, in supposed: TokenService) throws -> TokenFate.Life {
    let sent = SentToken(token, keys: supposed.keys)
    return try supposed.store.read { facts in
      guard let client = try ClientLookup(requester.text, facts: facts).client else {
        return .alive
      }
      let rules = SubjectRules(realm: supposed.realm, now: now, facts: facts, requester: client)
      var trail = Trail()
      do {
        _ = try trail.check(.subjectToken) { try rules.judge(sent) }
        return .alive
      } catch is Denied {
        return Self.life(trail.verdict(order: [.subjectToken]))
      }
    }
  }

  private func offline(in supposed: TokenService) -> TokenFate.Life {
    let inspector = TokenInspector(realm: supposed.realm, keys: supposed.keys)
    let inspection = inspector.inspect(exchanged, for: target, at: now)
    guard !inspection.isAccepted else { return .alive }
    return .dead(
      Check(id: inspection.acceptanceCheck, outcome: .failed, found: inspection.acceptance))
  }

  private func refreshed(
    _ token: String, by client: ApplicationIdentifier, in supposed: TokenService
  ) async throws -> Aftermath.Answer {
    let answer = try await supposed.answer(
      form(["grant_type": Grant.refresh.rawValue, "refresh_token": token], by: client), at: now)
    return Aftermath.Answer(
      reply: answer.reply, verdict: answer.verdict, tokens: answer.tokens)
  }

  private func refreshLife(in supposed: TokenService) async throws -> TokenFate.Life {
    guard let refresh else { return .absent }
    return Self.life(try await refreshed(refresh, by: requester, in: supposed).verdict)
  }

  private func again(in supposed: TokenService) async throws -> TokenFate.Life {
    Self.life(try await supposed.answer(request, at: now).verdict)
  }

  private static func life(_ verdict: Verdict) -> TokenFate.Life {
    verdict.failure.map { .dead($0) } ?? .alive
  }
}
