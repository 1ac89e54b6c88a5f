import PortalModel

extension Refusal {
  static func unknown(_ kind: String, _ id: String, list: String) -> Explanation {
    Explanation(
      what: "There is no \(kind) \(quoted(id)).",
      why: "Commands name things by their identifiers, which must exist \(Source.simulator).",
      next: "Look it up under \(list), or check the spelling.")
  }

  static func disabled(_ id: IdentityIdentifier) -> Explanation {
    Explanation(
      what: "\(id) is disabled.",
      why: "A disabled account cannot sign in, so it cannot act either \(Source.invented).",
      next: "Enable \(id) under People, which anybody may here, or act as somebody else.")
  }

  static func notManager(
    of application: ApplicationIdentifier, _ actor: IdentityIdentifier, _ managers: Managers
  ) -> Explanation {
    let administrators =
      managers.administrators.map { "and the members of \($0), its administrators group, " } ?? ""
    return Explanation(
      what: "\(actor) does not manage \(application).",
      why: "Only \(managers.owner), the owner, \(administrators)may do this \(Source.scheme).",
      next: "Ask \(managers.owner), or act as \(managers.owner).")
  }

  static func identityExists(_ id: IdentityIdentifier) -> Explanation {
    Explanation(
      what: "The login \(id) is taken.",
      why: "A login belongs to one account for ever (CERN's account pages).",
      next: "Choose another login, or use the account \(id) that exists.")
  }

  static func groupExists(_ id: GroupIdentifier) -> Explanation {
    Explanation(
      what: "There is a group \(id) already.",
      why: "Group identifiers are unique \(Source.invented).",
      next: "Choose another identifier, or put members into the group \(id) that exists.")
  }

  static let applicationIdentityIsMade = Explanation(
    what: "An application's own identity cannot be added by hand.",
    why: "It comes with its application and goes with it (CERN's page \"API Access\").",
    next: "Add the application; its identity service-account-<identifier> comes with it.")

  static func alreadyMember(_ member: Member, _ group: GroupIdentifier) -> Explanation {
    Explanation(
      what: "\(member.sentenceStart) is in \(group) already.",
      why: "A member stands in a group once \(Source.invented).",
      next: "Nothing is left to do.")
  }

  static func notMember(_ member: Member, _ group: GroupIdentifier) -> Explanation {
    Explanation(
      what: "\(member.sentenceStart) is not directly in \(group).",
      why: "Only a direct membership can be taken away; one through another group ends in that "
        + "group \(Source.invented).",
      next: "Look under People which group leads to \(group), and take \(member.label) out there.")
  }

  static func groupCycle(_ path: [GroupIdentifier]) -> Explanation {
    Explanation(
      what: "The group would end up inside itself: \(path.map(\.text).joined(separator: " in ")).",
      why: "Groups nest, but never in a circle \(Source.invented).",
      next: "Take one of these memberships away first, or choose another group.")
  }

  static func listedMember(_ number: Int, _ inner: Refusal) -> Explanation {
    let reason = inner.explanation
    return Explanation(
      what: "Number \(number) of the list is refused: \(reason.what)",
      why: "\(reason.why) A list is taken whole or not at all, so nothing was changed.",
      next: reason.next)
  }

  static let nobodyListed = Explanation(
    what: "The list names nobody.",
    why: "There would be nothing to do \(Source.simulator).",
    next: "Name at least one account or group.")

  static func scenarioStep(_ number: Int, _ inner: Refusal) -> Explanation {
    let reason = inner.explanation
    return Explanation(
      what: "Step \(number) of the scenario is refused: \(reason.what)",
      why: "\(reason.why) A scenario is loaded whole or not at all, so nothing was changed.",
      next: "Correct step \(number) and load it again. For the step itself: \(reason.next)")
  }

  static let scenarioInScenario = Explanation(
    what: "A scenario cannot load another scenario.",
    why: "Loading replaces the whole portal, so nothing before it would be left "
      + "\(Source.simulator).",
    next: "Take the step out, and load the two scenarios one after the other.")
}

extension Member {
  var sentenceStart: String {
    switch self {
    case .identity(let id): id.text
    case .group(let id): "Group \(id)"
    }
  }
}
