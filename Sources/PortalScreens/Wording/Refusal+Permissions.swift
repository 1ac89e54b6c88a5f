import PortalModel

extension Refusal {
  static func towardItself(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) cannot ask for a permission toward itself.",
      why: "An exchange without another target needs no permission, so there is nothing to grant "
        + "\(Source.invented).",
      next: "Choose another application as target.")
  }

  static func alreadyPending(_ round: ExchangePermission) -> Explanation {
    Explanation(
      what: "A request of \(round.direction.source) toward \(round.direction.target) is waiting "
        + "already: \(round.openedBy) sent it on \(round.openedAt.date).",
      why: "One request of a direction waits at a time \(Source.invented).",
      next: "Wait until the owner of \(round.direction.target) decides, or let \(round.openedBy) "
        + "withdraw it first.")
  }

  static func alreadyGranted(_ round: ExchangePermission) -> Explanation {
    let by = round.decidedBy ?? round.openedBy
    let since = round.decidedAt ?? round.openedAt
    return Explanation(
      what: "\(round.direction.source) may exchange toward \(round.direction.target) already: "
        + "\(by) granted it on \(since.date).",
      why: "A permission is given once, and counts until it is revoked \(Source.invented).",
      next: "Nothing is left to do: exchange as \(round.direction.source), or let \(by) revoke it.")
  }

  static func notPending(
    _ direction: ExchangeDirection, _ newest: ExchangePermission?
  ) -> Explanation {
    Explanation(
      what: "No request of \(direction.source) toward \(direction.target) is waiting"
        + "\(ending(newest)).",
      why: "Only a waiting request can be approved, rejected or withdrawn. Direction matters: the "
        + "way back is another permission \(Source.invented).",
      next: nextStep(direction, newest))
  }

  static func notGranted(
    _ direction: ExchangeDirection, _ newest: ExchangePermission?
  ) -> Explanation {
    Explanation(
      what: "\(direction.source) has no permission toward \(direction.target) to revoke"
        + "\(ending(newest)).",
      why: "Only what is granted can be taken back. Direction matters: the way back is another "
        + "permission \(Source.exchange).",
      next: newest?.state == .pending
        ? "A manager of \(direction.target) can reject the waiting request instead."
        : "Nothing is left to do: without a permission the exchange is refused.")
  }

  static let reasonMissing = Explanation(
    what: "A rejection needs a reason.",
    why: "Whoever asked should learn why, and what would have to be different "
      + "\(Source.invented).",
    next: "Write one sentence for the requester.")

  private static func ending(_ newest: ExchangePermission?) -> String {
    guard let newest else { return "; none was ever sent" }
    let by = newest.decidedBy ?? newest.openedBy
    let when = (newest.decidedAt ?? newest.openedAt).date
    switch newest.state {
    case .pending: return "; \(newest.openedBy) asked for it on \(when)"
    case .granted: return "; \(by) has granted it on \(when)"
    case .rejected: return "; \(by) has rejected it on \(when)"
    case .withdrawn: return "; \(by) has withdrawn it on \(when)"
    case .revoked: return "; \(by) has revoked the permission on \(when)"
    }
  }

  private static func nextStep(
    _ direction: ExchangeDirection, _ newest: ExchangePermission?
  ) -> String {
    let request = "A manager of \(direction.source) can request it"
    switch newest?.state {
    case nil, .pending: return "\(request), or a manager of \(direction.target) can grant it."
    case .granted:
      return "Exchange as \(direction.source), or let a manager of \(direction.target) revoke it."
    case .rejected, .withdrawn, .revoked:
      let by = (newest?.decidedBy ?? newest?.openedBy).map { "; ask \($0) first" } ?? ""
      return "\(request) again, or a manager of \(direction.target) can grant it\(by)."
    }
  }
}
