import PortalModel

extension SignOnFinding {
  /// The finding of a failed check in one short line.
  var failedLine: String {
    switch self {
    case .redirectURI(nil, _): "no redirect URI was sent"
    case .redirectURI(let sent?, _): "\(quoted(sent)) is not registered"
    case .responseType(let type): "nobody knows the response type \(quoted(type))"
    case .implicitFlow(let type): "\(quoted(type)) is the implicit flow, which is off"
    case .scopes(let names, _): "not offered: \(listed(names))"
    case .challenge(let problem): problem.line
    case .loginRequired: "nobody is signed on, and no page may be shown"
    case .signedOn(let id): "\(id) is signed on"
    case .code(let problem): problem.line
    case .codeRedirectURI: "the redirect URI is not the one of the code"
    case .codeClient(let client, let sender): "the code is \(client)'s, not \(sender)'s"
    case .verifier(let problem): problem.line
    case .tokenOf(let holder, let sender): "the token is \(holder ?? "nobody")'s, not \(sender)'s"
    case .noServiceAccount(let id, let isPublic):
      isPublic ? "\(id) is public" : "\(id) may not have tokens of its own"
    case .device(let problem): problem.line
    case .deviceGrantOff(let id): "\(id) does not allow the device grant"
    case .passwordGrantOff(let id): "\(id) does not allow the password grant"
    case .passwordWrong(let login): "login or password of \(quoted(login)) is wrong"
    case .publicCaller(let id): "\(id) is public"
    case .tokenKind(let kind): "nobody knows the token type \(quoted(kind))"
    case .openidMissing: "the token has no scope openid"
    case .tokenSentTwice: "the token was sent more than once"
    case .tokenNotSent: "no bearer token was sent"
    case .applicationUnknown(let name): "there is no application \(quoted(name))"
    case .noRole(_, let id): "the token carries no role of \(id)"
    case .roles(let roles): "roles: \(listed(roles.map(\.text)))"
    case .standardExchangeOff(let id): "\(id) may not use the standard exchange"
    case .refreshUsed(let times, let allowed):
      "the refresh token was used \(counted(times, "time")), \(allowed + 1) allowed"
    case .refreshReplaced: "a newer refresh token was used since"
    case .sessionCannotRefresh: "the session cannot have another refresh token"
    case .audienceUnavailable(let ids, let requester):
      "\(requester)'s own tokens do not name \(listed(ids.map(\.text)))"
    }
  }

  /// The finding of a passed check, where it tells more than the check's own line.
  var passedLine: String? {
    switch self {
    case .signedOn(let id): "\(id) is signed on already"
    case .tokenOf(_, let sender): "\(sender) holds the token"
    case .roles(let roles): "roles honoured: \(listed(roles.map(\.text)))"
    case .redirectURI, .responseType, .implicitFlow, .scopes, .challenge, .loginRequired, .code,
      .codeRedirectURI, .codeClient, .verifier, .noServiceAccount, .device, .deviceGrantOff,
      .passwordGrantOff, .passwordWrong, .publicCaller, .tokenKind, .openidMissing,
      .tokenSentTwice, .tokenNotSent, .applicationUnknown, .noRole, .standardExchangeOff,
      .sessionCannotRefresh, .audienceUnavailable, .refreshUsed, .refreshReplaced:
      nil
    }
  }
}

extension SignOnFinding.ChallengeProblem {
  var line: String {
    switch self {
    case .missing: "a PKCE method was sent, but no challenge"
    case .malformed: "the PKCE challenge is malformed"
    case .method: "the PKCE method is neither S256 nor plain"
    }
  }
}

extension SignOnFinding.CodeProblem {
  var line: String {
    switch self {
    case .unknown: "nobody issued this code"
    case .used: "the code was used before"
    case .expired: "the code is too old"
    }
  }
}

extension SignOnFinding.VerifierProblem {
  var line: String {
    switch self {
    case .missing: "no PKCE verifier was sent"
    case .malformed: "the PKCE verifier is malformed"
    case .mismatch: "the PKCE verifier does not fit the challenge"
    case .unexpected: "a PKCE verifier was sent, but there was no challenge"
    }
  }
}

extension SignOnFinding.DeviceProblem {
  var line: String {
    switch self {
    case .unknown: "nobody issued this code"
    case .used: "the code was used before"
    case .otherClient(let id): "the code was issued to \(id)"
    case .expired: "the code is too old"
    case .tooFast(let interval): "the device asks more often than every \(interval) s"
    case .denied: "the user said no"
    case .pending: "the user has not answered yet"
    }
  }
}
