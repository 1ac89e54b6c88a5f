import PortalModel

extension SignOnFinding {
  /// What a failed check found, at length. Without `default`: a new finding does not compile until it has
  /// its words.
  func explanation(of check: CheckIdentifier, now: Instant) -> Explanation {
    let made = SignOnWords(check: check, finding: .signOn(self), now: now)
    return switch self {
    case .redirectURI(let sent, let registered): made.redirectURI(sent, registered)
    case .responseType(let type): made.responseType(type)
    case .implicitFlow(let type): made.implicitFlow(type)
    case .scopes(let names, let offered): made.scopes(names, offered)
    case .challenge(let problem): made.challenge(problem)
    case .loginRequired, .signedOn: made.loginRequired
    case .code(let problem): made.code(problem)
    case .codeRedirectURI(let expected, let sent): made.codeRedirectURI(expected, sent)
    case .codeClient(let client, let sender): made.codeClient(client, sender)
    case .verifier(let problem): made.verifier(problem)
    case .tokenOf(let holder, let sender): made.tokenOf(holder, sender)
    case .refreshUsed(let times, let allowed): made.refreshUsed(times, allowed)
    case .refreshReplaced(let at): made.refreshReplaced(at)
    case .noServiceAccount(let id, let isPublic): made.noServiceAccount(id, isPublic)
    case .device(let problem): made.device(problem)
    case .deviceGrantOff(let id): made.deviceGrantOff(id)
    case .passwordGrantOff(let id): made.passwordGrantOff(id)
    case .passwordWrong(let login): made.passwordWrong(login)
    case .publicCaller: made.publicCaller
    case .tokenKind(let kind): made.tokenKind(kind)
    case .openidMissing(let scope): made.openidMissing(scope)
    case .tokenSentTwice: made.tokenSentTwice
    case .tokenNotSent: made.tokenNotSent
    case .applicationUnknown(let name): made.applicationUnknown(name)
    case .noRole(let roles, let id): made.noRole(roles, id)
    case .roles: made.roles
    case .standardExchangeOff(let id): made.standardExchangeOff(id)
    case .sessionCannotRefresh: made.sessionCannotRefresh
    case .audienceUnavailable(let ids, let requester): made.audienceUnavailable(ids, requester)
    }
  }
}
