import PortalModel

extension Refusal {
  static func alreadyOwner(
    _ id: ApplicationIdentifier, _ identity: IdentityIdentifier
  ) -> Explanation {
    Explanation(
      what: "\(identity) owns \(id) already.",
      why: "An offer is for somebody else, who then has to accept \(Source.life).",
      next: "Nothing is left to do, or offer it to another account.")
  }

  static func alreadyOffered(_ offer: OwnershipOffer) -> Explanation {
    Explanation(
      what: "\(offer.application) is offered to \(offer.to) already: \(offer.by) did so on "
        + "\(offer.at.date).",
      why: "One offer waits for its answer at a time \(Source.invented).",
      next: "Wait until \(offer.to) answers, or withdraw that offer first.")
  }

  static func notOffered(_ id: ApplicationIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is offered to nobody.",
      why: "Only an offer can be accepted, declined or withdrawn; a new owner must agree "
        + "\(Source.life).",
      next: "Let a manager of \(id) offer it first.")
  }

  static func offeredToAnother(
    _ offer: OwnershipOffer, _ actor: IdentityIdentifier
  ) -> Explanation {
    Explanation(
      what: "\(offer.application) is offered to \(offer.to), not to \(actor).",
      why: "Only the one who is to own it answers an offer \(Source.life).",
      next: "Act as \(offer.to), or let a manager of \(offer.application) withdraw the offer.")
  }

  static func applicationIdentityIsKept(_ id: IdentityIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is an application's own identity.",
      why: "It comes and goes with its application, and nothing of it can be changed by hand "
        + "(CERN's page \"API Access\").",
      next: "Choose another account; an application's identity can be disabled, enabled and put "
        + "into groups.")
  }

  static func ownsApplications(
    _ id: IdentityIdentifier, _ owned: [ApplicationIdentifier]
  ) -> Explanation {
    let shown = owned.prefix(5).map(\.text)
    let rest = owned.count - shown.count
    let list = listed(rest > 0 ? shown + ["\(rest) more"] : shown)
    return Explanation(
      what: "\(id) cannot be deleted while it owns \(list).",
      why: "Every application has an owner \(Source.life), and would be left without.",
      next: "Transfer or delete what \(id) owns first, or let \(id) leave, which passes official "
        + "applications to the supervisor.")
  }

  static func supervisorMissing(
    _ id: IdentityIdentifier, _ application: ApplicationIdentifier
  ) -> Explanation {
    Explanation(
      what: "\(id) has no supervisor to take over \(application), which is official.",
      why: "Official applications pass to the supervisor when their owner leaves \(Source.life). "
        + "That nobody leaves before there is one is invented.",
      next: "Give \(id) a supervisor who can sign in, or transfer \(application) first.")
  }

  static func supervisorCycle(_ path: [IdentityIdentifier]) -> Explanation {
    Explanation(
      what: "Somebody would be their own supervisor: "
        + "\(path.map(\.text).joined(separator: " under ")).",
      why: "Supervision goes upward and never in a circle \(Source.invented).",
      next: "Choose another supervisor, or take one of these away first.")
  }
}
