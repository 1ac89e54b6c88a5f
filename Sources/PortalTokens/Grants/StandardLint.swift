import PortalModel

/// Where an exchange that V1 grants would fail under Keycloak 26.2's standard exchange (§11, §11.1).
///
/// Every row is judged by itself, so that one switch which is off does not hide what else would have to
/// change. Rows that a granted request cannot break are left out: its subject token is there, verifies
/// and is an access token, its targets exist and are enabled.
struct StandardLint {
  var exchange: Exchange
  var permit: Exchange.Permit

  private var request: TokenRequest { exchange.request }
  private var requester: Client { exchange.requester }
  private var settings: ClientSettings { requester.settings }

  /// The rows that it would break, in the order of §11.
  func failures() throws -> [Check] {
    let rows: [(CheckIdentifier, Finding?)] = [
      (.standardSubjectIssuer, subjectIssuer), (.standardEnabled, enabled),
      (.standardSubjectTokenType, subjectTokenType), (.standardRequestedType, requestedType),
      (.standardConfidential, confidential), (.standardWithinAudience, within),
      (.standardScope, scope), (.standardSession, session), (.standardOffline, offline),
      (.standardConsent, consent), (.standardAvailable, try available()),
    ]
    return rows.compactMap { id, finding in
      finding.map { Check(id: id, outcome: .failed, found: $0) }
    }
  }

  /// S3: refused whatever it says; V1 takes its own issuer's name.
  private var subjectIssuer: Finding? {
    request["subject_issuer"].map { .parameter("subject_issuer", value: $0) }
  }

  /// S4.
  private var enabled: Finding? {
    settings.standardExchange ? nil : .signOn(.standardExchangeOff(requester.id))
  }

  /// S6.
  private var subjectTokenType: Finding? {
    request["subject_token_type"] == nil ? .parameterMissing("subject_token_type") : nil
  }

  /// S11: left out it means an access token there.
  private var requestedType: Finding? {
    let mayRefresh = settings.standardExchangeRefresh && settings.useRefreshTokens
    return wantsRefresh && !mayRefresh ? .requestedType(ExchangeWant.refreshToken.uri) : nil
  }

  private var wantsRefresh: Bool {
    request["requested_token_type"] == ExchangeWant.refreshToken.uri
  }

  /// S13.
  private var confidential: Finding? {
    requester.isPublic ? .signOn(.publicCaller(requester.id)) : nil
  }

  /// S15.
  private var within: Finding? {
    let audience = permit.subject.claims.audience
    let isWithin =
      permit.subject.holder.id == requester.id || audience.contains(requester.id.text)
    return isWithin ? nil : .audience(audience, requester: requester.id)
  }

  private var requestedScope: [String] { request["scope"]?.parts(between: " ") ?? [] }

  /// S16: the scope is the requester's own there.
  private var scope: Finding? {
    guard case .refused(let finding, _, _) = ScopeRules.judge(requestedScope, of: settings) else {
      return nil
    }
    return finding
  }

  /// S17.
  private var session: Finding? {
    guard wantsRefresh else { return nil }
    let session = permit.subject.session
    return session == nil || session?.isOffline == true ? .signOn(.sessionCannotRefresh) : nil
  }

  /// S18.
  private var offline: Finding? {
    guard wantsRefresh, requestedScope.contains("offline_access") else { return nil }
    return .parameter("scope", value: requestedScope.joined(separator: " "))
  }

  /// S19: consent is the requester's matter there.
  private var consent: Finding? {
    settings.consentRequired ? .targetSetting(requester.id) : nil
  }

  /// S20: the audience only filters what the requester's own token would name. Its roles elsewhere are
  /// in that one with full scope only, so they are not looked up otherwise.
  private func available() throws -> Finding? {
    guard permit.targets.areNamed else { return nil }
    var named = settings.extraAudiences + (settings.ownAudience ? [requester.id.text] : [])
    var missing: [ApplicationIdentifier] {
      permit.targets.all.map(\.id).filter { !named.contains($0.text) }
    }
    if settings.fullScopeAllowed, !missing.isEmpty {
      named += try TokenRoles(
        of: permit.subject.identity.id, signedIn: permit.subject.signIn, target: requester,
        facts: exchange.facts
      ).others.map(\.application.text)
    }
    return missing.isEmpty ? nil : .signOn(.audienceUnavailable(missing, of: requester.id))
  }
}
