import PortalModel

extension Check {
  /// The check in short lines for a list, without glyphs: two for a live subject token.
  public func lines(now: Instant) -> [String] {
    switch outcome {
    case .passed: found.flatMap { passed($0, now) } ?? [id.plainPass]
    case .failed: [found.map { $0.failedLine(id, now) } ?? "\(id.title): failed"]
    case .notReached: ["not reached: \(id.title)"]
    }
  }

  /// The check in one line.
  public func line(now: Instant) -> String { lines(now: now).joined(separator: ", ") }

  /// Why the check failed, at length; `nil` where it did not.
  public func explanation(now: Instant) -> Explanation? {
    guard outcome == .failed else { return nil }
    return found.map { $0.explanation(of: id, now: now) }
      ?? Explanation(
        what: "This failed: \(id.title).", why: id.because(nil, "of what was sent."),
        next: "Compare the request with CERN's page \"Token Exchange\".")
  }

  private func passed(_ finding: Finding, _ now: Instant) -> [String]? {
    switch finding {
    case .client(let id, let kind): return ["\(id) is known, \(kind.label)"]
    case .subjectToken(let subject, let holder, _) where id == .resourceIssuer:
      return ["\(id.plainPass): a token of \(subject), got by \(holder)"]
    case .subjectToken(_, _, let expires):
      let left = durationText(seconds: expires.seconds - now.seconds)
      return ["subject token is genuine", "not expired (\(left) left)"]
    case .requestedType(nil): return ["no type asked for: refresh token is the default"]
    case .requestedType(.some): return ["the type asked for is supported"]
    case .target(let id, let isSelf, let unused):
      let first = isSelf ? "the target is \(id) itself" : "\(id) is registered"
      if unused.isEmpty { return [first] }
      return [first, "only this first audience is used, not \(listed(unused.map(\.text)))"]
    case .targetDefaulted(let id):
      return ["no audience was sent, so the target became \(id) itself"]
    case .targetSetting(let target):
      return id == .consent ? ["\(target) needs no consent"] : ["\(target) is enabled"]
    case .holder(let holder, let requester):
      return holder == requester
        ? ["\(holder) holds the token"] : ["\(requester) may use the token of \(holder)"]
    case .audience(_, let requester): return ["\(requester) is in the token's audience"]
    case .permission(_, _, let newest, _): return [Self.granted(newest, now)]
    case .notApplicable: return ["does not apply: \(id.title)"]
    case .parameter(let name, let value): return ["\(name) is \(value)"]
    case .identity(let identity, _): return ["\(identity) may sign in"]
    case .signOn(let finding): return finding.passedLine.map { [$0] }
    case .fine, .method, .contentType, .parameterMissing, .grantTypeUnknown, .duplicated,
      .clientMissing, .clientUnknown, .clientProtocol, .clientDisabled, .secretMissing,
      .secretWrong, .secretNotKept,
      .tokenMalformed, .tokenType, .tokenIssuer, .tokenSignature, .tokenExpired,
      .tokenNotYetValid, .tokenRevoked, .tokenStale, .tokenUser, .tokenSession, .tokenClient,
      .tokenClientSession, .audienceUnknown, .audienceNotRegistered, .targetBlocked,
      .notRegistered, .requiredRolesMissing:
      return nil
    }
  }

  private static func granted(_ newest: ExchangePermission?, _ now: Instant) -> String {
    guard let newest, newest.state == .granted else { return "permission granted" }
    let by = newest.decidedBy ?? newest.openedBy
    let when = newest.decidedAt ?? newest.openedAt
    return "permission granted by \(by), \(when.relative(to: now))"
  }
}

extension CheckIdentifier {
  /// `The service answers 403 … because …`, with the check's id.
  func because(_ finding: Finding?, _ reason: String) -> String {
    guard let words = serviceWords(for: finding) else {
      return "Sign-in ends here (\(rawValue)) because \(reason)"
    }
    let who = rawValue.hasPrefix("W") ? "application" : "service"
    return "The \(who) answers \(words) (\(rawValue)) because \(reason)"
  }
}
