import PortalModel

/// What is wrong with a subject token (checks X2 and X4): the service says "Invalid token" to each
/// of these, and the sub-ids X4a to X4k tell them apart here.
extension Finding {
  private func invalid(
    _ sub: String, _ check: CheckIdentifier, what: String, why: String, next: String,
    comparison: Comparison? = nil
  ) -> Explanation {
    let remark =
      check == .subjectToken ? " It says the same for all causes; this one is \(sub)." : ""
    return Explanation(
      what: what, why: check.because(self, why) + remark, next: next,
      comparison: comparison)
  }

  func malformed(_ check: CheckIdentifier) -> Explanation {
    invalid(
      "X4a", check,
      what: "The \(check.tokenNoun) is not a token: not three base64url parts of JSON.",
      why: "nothing can be read from it.",
      next: "Send the whole access_token of the login, without quotation marks, dots for \"and so "
        + "on\" or line breaks.")
  }

  func otherTokenType(_ type: String?, _ check: CheckIdentifier) -> Explanation {
    invalid(
      "X4b", check,
      what: "The token sent is of type \(type ?? "unknown") (claim typ), not \(check.tokenType).",
      why: check.tokenType == "Bearer"
        ? "only access tokens count here; ID and refresh tokens do not."
        : "only the token of that type counts here.",
      next: "Send the \(check.tokenMember) that the login gave to your application.")
  }

  func otherIssuer(
    _ found: String?, _ expected: String, _ check: CheckIdentifier
  ) -> Explanation {
    invalid(
      "X4c", check,
      what: found == nil
        ? "The token names no issuer; this one is \(expected)." : "The token is of another issuer.",
      why: "the claim iss must be this issuer's address to the letter, host name included.",
      next: "Sign in again here, and send the token got thereby. Look for QA and production mixed "
        + "up, or localhost against 127.0.0.1.",
      comparison: found.map { Comparison("token", $0, "here", expected) })
  }

  func badSignature(_ problem: SignatureProblem, _ check: CheckIdentifier) -> Explanation {
    let what =
      switch problem {
      case .wrong: "The token's signature does not fit its contents."
      case .unknownKey(let key): "The token names the key \(key ?? "(none)"), which is unknown."
      case .algorithm(let algorithm):
        "The token names the algorithm \(algorithm ?? "(none)"), which is not the key's."
      }
    return invalid(
      "X4d", check, what: what,
      why: "a token counts only as the issuer signed it, to the last character.",
      next: "Send the token exactly as it was received, or sign in again for a new one.")
  }

  func expired(_ at: Instant, _ now: Instant, _ check: CheckIdentifier) -> Explanation {
    invalid(
      "X4e", check,
      what: "The token expired \(at.relative(to: now)), at \(at.dateAndTime) UTC.",
      why: "an access token lives 20 minutes, and nothing is added to that.",
      next: "Get a new access token with the refresh token or by signing in again, and exchange "
        + "that one.")
  }

  func notYetValid(_ from: Instant, _ now: Instant, _ check: CheckIdentifier) -> Explanation {
    invalid(
      "X4e", check,
      what: "The token counts only from \(from.dateAndTime) UTC, \(from.relative(to: now)).",
      why: "its claim nbf lies in the future, and nothing is taken off that.",
      next: "Wait until then, or look for a clock that is wrong.")
  }

  func revoked(_ jti: String, _ check: CheckIdentifier) -> Explanation {
    invalid(
      "X4f", check, what: "The token \(jti) was revoked.",
      why: "what is revoked never counts again.",
      next: "Sign in again for a new one.")
  }

  func stale(_ issued: Instant, _ mark: Instant, _ check: CheckIdentifier) -> Explanation {
    invalid(
      "X4g", check,
      what: "The token was issued at \(issued.dateAndTime) UTC, before the not-before mark "
        + "\(mark.dateAndTime).",
      why: "tokens older than the mark are void.",
      next: "Sign in again for a new one.")
  }

  func lostUser(_ user: String?, _ disabled: Bool, _ check: CheckIdentifier) -> Explanation {
    let name = user ?? "(nobody)"
    return invalid(
      "X4h", check, what: "The token's user \(name) is \(disabled ? "disabled" : "unknown").",
      why: "a token counts only as long as its user may sign in.",
      next: disabled
        ? "Enable \(name) under People, which anybody may here."
        : "Sign in as a user who exists, and send the token got thereby.")
  }

  func lostSession(
    _ session: String?, _ end: SessionEnd, _ check: CheckIdentifier
  ) -> Explanation {
    let name = session.map { " (sid \($0))" } ?? ""
    return invalid(
      "X4i", check, what: "The session of the token does not count\(name): \(end.line).",
      why: "tokens end with the session they come from: at logout, after 10 h without use, and "
        + "after 12 h in any case.",
      next: "Sign in again, and send the token got thereby.")
  }

  func lostClient(_ client: String?, _ disabled: Bool, _ check: CheckIdentifier) -> Explanation {
    let name = client ?? "(none)"
    return invalid(
      "X4j", check,
      what: "The token's client \(name) (claim azp) is \(disabled ? "disabled" : "unknown").",
      why: "a token counts only as long as the client it was issued to does.",
      next: disabled
        ? "A manager of \(name) enables the client or lifts the block."
        : "Sign in to an application that is registered, and send the token got thereby.")
  }

  func lostClientSession(
    _ client: ApplicationIdentifier, _ check: CheckIdentifier
  ) -> Explanation {
    invalid(
      "X4k", check,
      what: "The user's session knows nothing of \(client), to which the token was issued.",
      why: "every client that tokens are issued to must have its place in the session.",
      next: "Sign in to \(client) again, and send the token got thereby.")
  }
}

extension CheckIdentifier {
  private var isRefresh: Bool { self == .refreshGenuine || self == .logoutGenuine }

  /// What the token that is looked at is called.
  fileprivate var tokenNoun: String {
    if isRefresh { return "refresh token" }
    return rawValue.hasPrefix("X") ? "subject token" : "token"
  }

  /// The type that it must be of.
  fileprivate var tokenType: String {
    if isRefresh { return "Refresh" }
    return self == .logoutHint ? "ID" : "Bearer"
  }

  /// Where the login gave it.
  fileprivate var tokenMember: String {
    if isRefresh { return "refresh_token" }
    return self == .logoutHint ? "id_token" : "access_token"
  }
}
