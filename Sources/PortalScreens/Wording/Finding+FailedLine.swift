import PortalModel

extension Finding {
  /// What a failed check found, in one short line.
  func failedLine(_ check: CheckIdentifier, _ now: Instant) -> String {
    switch self {
    case .fine: "\(check.title): failed"
    case .notApplicable: "\(check.title): failed"
    case .method(let method): "the method is \(method), not POST"
    case .contentType(let type): type.map { "the body is \($0), not a form" } ?? "no content type"
    case .parameterMissing(let name): "\(name) is missing"
    case .parameter(let name, let value): "\(name) is \(quoted(value))"
    case .grantTypeUnknown(let value, _): "nobody knows the grant type \(quoted(value))"
    case .duplicated(let names): "sent more than once: \(listed(names))"
    case .client(let id, _): "\(id) is refused"
    case .clientMissing(let badHeader):
      badHeader ? "the Authorization header cannot be read" : "no client_id was sent"
    case .clientUnknown(let id): "there is no client \(quoted(id))"
    case .clientProtocol(let id): "\(id) is registered for SAML, not for OIDC"
    case .clientDisabled(let id, let blocked): "\(id) is \(blocked ? "blocked" : "disabled")"
    case .secretMissing(let id): "\(id) is confidential, and no secret was sent"
    case .secretWrong(let id): "the secret is not that of \(id)"
    case .secretNotKept(let id): "\(id) is confidential, but has no secret here"
    case .subjectToken: "the subject token is refused"
    case .tokenMalformed: "the subject token is no token at all (X4a)"
    case .tokenType(let type): "the token is of type \(type ?? "none"), not Bearer (X4b)"
    case .tokenIssuer: "the token is of another issuer (X4c)"
    case .tokenSignature(let problem): "\(problem.line) (X4d)"
    case .tokenExpired(let at, _): "the token expired \(at.relative(to: now)) (X4e)"
    case .tokenNotYetValid(let from, _): "the token counts only \(from.relative(to: now)) (X4e)"
    case .tokenRevoked: "the token was revoked (X4f)"
    case .tokenStale: "the token is older than allowed (X4g)"
    case .tokenUser(let user, let disabled):
      "\(user ?? "the user") is \(disabled ? "disabled" : "unknown") (X4h)"
    case .tokenSession(_, let end): "\(end.line) (X4i)"
    case .tokenClient(let client, let disabled):
      "the token's client \(client ?? "(none)") is \(disabled ? "disabled" : "unknown") (X4j)"
    case .tokenClientSession(let client): "the session knows nothing of \(client) (X4k)"
    case .requestedType(let type): "\(quoted(type ?? "")) cannot be asked for"
    case .target(let id, _, _), .targetDefaulted(let id): "\(id) cannot be the target"
    case .audienceUnknown(let text, _): "there is no client \(quoted(text))"
    case .audienceNotRegistered(let id): "\(id) has no OIDC registration"
    case .targetSetting(let id):
      check == .consent ? "\(id) requires user consent" : "\(id) is disabled"
    case .targetBlocked(let id): "\(id) is blocked"
    case .holder(let holder, let requester): "\(holder) holds the token, \(requester) does not"
    case .audience(let audience, let requester):
      "the token is for \(listed(audience)), not for \(requester)"
    case .permission(let direction, _, let newest, _): Self.permission(direction, newest)
    case .notRegistered(let id): "\(id) has no OIDC registration"
    case .identity(let id, let disabled): "\(id) is \(disabled ? "disabled" : "unknown")"
    case .requiredRolesMissing(let findings):
      "required, but not given: \(listed(findings.map(\.role.text)))"
    case .signOn(let finding): finding.failedLine
    }
  }

  private static func permission(
    _ direction: ExchangeDirection, _ newest: ExchangePermission?
  ) -> String {
    switch newest?.state {
    case .pending: "the request toward \(direction.target) is still pending"
    case .rejected: "the request toward \(direction.target) was rejected"
    case .withdrawn: "the request toward \(direction.target) was withdrawn"
    case .revoked: "the permission toward \(direction.target) was revoked"
    case .granted, nil: "\(direction.target) has not permitted \(direction.source)"
    }
  }
}

extension Finding.SignatureProblem {
  var line: String {
    switch self {
    case .wrong: "the token's signature is wrong"
    case .unknownKey: "the token's key is unknown"
    case .algorithm: "the token's algorithm is not the key's"
    }
  }
}

extension Finding.SessionEnd {
  var line: String {
    switch self {
    case .unknown: "the token's session is unknown"
    case .loggedOut: "the user has logged out"
    case .idle: "the session was idle too long"
    case .expired: "the session reached its maximum age"
    }
  }
}
