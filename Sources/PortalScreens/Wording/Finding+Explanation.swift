import PortalModel

extension Finding {
  /// What a failed check found, at length: what it was, what the service's words mean here,
  /// and what to do next.
  func explanation(of check: CheckIdentifier, now: Instant) -> Explanation {
    switch self {
    case .fine, .notApplicable, .client, .subjectToken, .target, .targetDefaulted:
      unexplained(check, now)
    case .method(let method): otherMethod(method, check)
    case .contentType(let type): otherContentType(type, check)
    case .parameterMissing(let name): missing(name, check)
    case .parameter(let name, let value): unwanted(name, value, check)
    case .grantTypeUnknown(let value, let meant): unknownGrantType(value, meant, check)
    case .duplicated(let names): sentTwice(names, check)
    case .clientMissing(let badHeader): noClient(badHeader, check)
    case .clientUnknown(let id): unknownClient(id, check)
    case .clientProtocol(let id): otherProtocol(id, check)
    case .clientDisabled(let id, let blocked): disabledClient(id, blocked, check)
    case .secretMissing(let id): noSecret(id, check)
    case .secretWrong(let id): wrongSecret(id, check)
    case .secretNotKept(let id): noKeptSecret(id, check)
    case .tokenMalformed: malformed(check)
    case .tokenType(let type): otherTokenType(type, check)
    case .tokenIssuer(let found, let expected): otherIssuer(found, expected, check)
    case .tokenSignature(let problem): badSignature(problem, check)
    case .tokenExpired(let at, _): expired(at, now, check)
    case .tokenNotYetValid(let from, _): notYetValid(from, now, check)
    case .tokenRevoked(let jti): revoked(jti, check)
    case .tokenStale(let issued, let mark): stale(issued, mark, check)
    case .tokenUser(let user, let disabled): lostUser(user, disabled, check)
    case .tokenSession(let session, let end): lostSession(session, end, check)
    case .tokenClient(let client, let disabled): lostClient(client, disabled, check)
    case .tokenClientSession(let client): lostClientSession(client, check)
    case .requestedType(let type): otherRequestedType(type, check)
    case .audienceUnknown(let text, let nearest): unknownAudience(text, nearest, check)
    case .audienceNotRegistered(let id): unregisteredAudience(id, check)
    case .targetSetting(let id): unfitTarget(id, check)
    case .targetBlocked(let id): blockedTarget(id, check)
    case .holder(let holder, let requester): otherHolder(holder, requester, check)
    case .audience(let audience, let requester): otherAudience(audience, requester, check)
    case .permission(let direction, let step, let newest, let target):
      notPermitted(direction, step, newest, target, now)
    case .notRegistered(let id): unregistered(id, check)
    case .identity(let id, let disabled): noSignIn(id, disabled, check)
    case .requiredRolesMissing(let findings): lockedOut(findings, check)
    case .signOn(let finding): finding.explanation(of: check, now: now)
    }
  }

  private func unexplained(_ check: CheckIdentifier, _ now: Instant) -> Explanation {
    Explanation(
      what: "This failed: \(check.title).", why: check.because(self, "of what was sent."),
      next: "Compare the request with CERN's page \"Token Exchange\".")
  }
}
