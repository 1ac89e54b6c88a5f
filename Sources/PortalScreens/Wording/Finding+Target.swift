import PortalModel

/// What is wrong with the target, or with the requester's claim on the token.
extension Finding {
  func unknownAudience(
    _ text: String, _ nearest: [ApplicationIdentifier], _ check: CheckIdentifier
  ) -> Explanation {
    let names = listed(nearest.map(\.text), joint: "or")
    return Explanation(
      what: text.isEmpty
        ? "The audience was sent, but empty." : "No client is called \(quoted(text)).",
      why: check.because(
        self,
        "audience must be a client ID to the letter; a name, an address or a blank at the "
          + "end does not count."),
      next: nearest.isEmpty
        ? "Send the Application Identifier of the target." : "Did you mean \(names)?")
  }

  func unregisteredAudience(_ id: ApplicationIdentifier, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is an application, but has no OIDC registration.",
      why: check.because(self, "without a registration there is no client of that ID."),
      next: "A manager of \(id) chooses \"Add SSO\" on its page.")
  }

  func unfitTarget(_ id: ApplicationIdentifier, _ check: CheckIdentifier) -> Explanation {
    check == .consent
      ? Explanation(
        what: "\(id) requires that users consent.",
        why: check.because(
          self,
          "an exchange shows the user no page on which to say yes. CERN's registrations have "
            + "consent off."),
        next: "A manager of \(id) turns consent off in the settings of its client.")
      : Explanation(
        what: "The client \(id) is disabled.",
        why: check.because(self, "no token is issued for a client that is switched off."),
        next: "A manager of \(id) enables the client.")
  }

  func blockedTarget(_ id: ApplicationIdentifier, _ check: CheckIdentifier) -> Explanation {
    Explanation(
      what: "The application \(id) is blocked.",
      why: check.because(
        self, "a blocked application's client is switched off \(Source.invented)."),
      next: "A manager of \(id) lifts the block on its tab \"Application details\".")
  }

  func otherHolder(
    _ holder: ApplicationIdentifier, _ requester: ApplicationIdentifier, _ check: CheckIdentifier
  ) -> Explanation {
    Explanation(
      what: "The token was issued to \(holder) (claim azp), but \(requester) sent it.",
      why: check.because(
        self,
        "a public client, which proves nothing by a secret, may exchange its own tokens only. "
          + "Permissions were not looked at."),
      next: "Let \(holder) make the request, or sign the user in to \(requester) and send that "
        + "token. A manager of \(requester) could also make it confidential.")
  }

  func otherAudience(
    _ audience: [String], _ requester: ApplicationIdentifier, _ check: CheckIdentifier
  ) -> Explanation {
    if check == .resourceAudience {
      return Explanation(
        what: "The token is for \(listed(audience)), not for \(requester).",
        why: check.because(
          self,
          "an application that took tokens for others would let in every user of every "
            + "application."),
        next: "Exchange the token toward \(requester), and send the new one.")
    }
    return Explanation(
      what: "The token is for \(listed(audience)), not for \(requester).",
      why: check.because(
        self,
        "the target is \(requester) itself, which it also becomes where no audience is sent, and a "
          + "token that was neither issued to it nor meant for it is not its own to renew."),
      next: "Send audience=<the target's identifier>, if another target was meant; else send a "
        + "token of \(requester).")
  }

  func notPermitted(
    _ direction: ExchangeDirection, _ step: PermissionStep, _ newest: ExchangePermission?,
    _ target: Managers, _ now: Instant
  ) -> Explanation {
    Explanation(
      what: Self.state(direction, newest, now),
      why: CheckIdentifier.permission.because(
        self,
        "the target decides who may exchange toward it, whoever the user is. "
          + Self.reason(direction, step)),
      next: Self.next(direction, newest, target))
  }

  private static func state(
    _ direction: ExchangeDirection, _ newest: ExchangePermission?, _ now: Instant
  ) -> String {
    let from = direction.source
    let to = direction.target
    guard let newest else { return "Nobody has asked for a permission from \(from) to \(to)." }
    let when = (newest.decidedAt ?? newest.openedAt).relative(to: now)
    let by = newest.decidedBy ?? newest.openedBy
    let words = newest.reason.isEmpty ? "." : ": \(quoted(newest.reason))."
    switch newest.state {
    case .pending: return "The request of \(from) toward \(to), sent by \(by) \(when), waits."
    case .granted: return "\(to) permits \(from), but the exchange was refused all the same."
    case .rejected: return "\(by) rejected the request of \(from) toward \(to) \(when)\(words)"
    case .withdrawn: return "\(by) withdrew the request of \(from) toward \(to) \(when)."
    case .revoked: return "\(by) revoked the permission of \(from) toward \(to) \(when)\(words)"
    }
  }

  private static func reason(_ direction: ExchangeDirection, _ step: PermissionStep) -> String {
    switch step {
    case .resourceMissing: "\(direction.target) has never permitted anybody."
    case .noPolicy: "\(direction.target) permits nobody at present."
    case .notThisRequester:
      "\(direction.target) permits others, but not \(direction.source). A permission the other way "
        + "round, or of another application of the same owner, does not count."
    case .notUnanimous:
      "\(direction.target) has granted several applications under the strategy \"unanimous\", by "
        + "which each grant denies all the others."
    case .granted: "The permission is there."
    }
  }

  private static func next(
    _ direction: ExchangeDirection, _ newest: ExchangePermission?, _ target: Managers
  ) -> String {
    let side = "\"Token exchange permissions\" of \(direction.target)"
    switch newest?.state {
    case .pending: return "\(target.label) approves it, under Requests or under \(side)."
    case .rejected, .withdrawn, .revoked, nil:
      return "A manager of \(direction.source) requests it and \(target.label) approves; or "
        + "\(target.label) grants it unasked, under \(side)."
    case .granted: return "Ask \(target.label) to look at \(side)."
    }
  }
}
