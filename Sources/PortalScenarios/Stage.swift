import PortalModel

/// Lets somebody act who is made to manage what they act for, for that moment.
struct Stage {
  var line: Int

  /// A command given by a former owner, or by somebody put into the administrator group, and
  /// everything as it was afterwards.
  func steps(
    _ command: PortalCommand, by who: IdentityIdentifier, at time: ScenarioTime,
    managing managed: [ApplicationEntry]
  ) -> [PlacedStep] {
    let foreign = managed.filter { $0.owner.value != who }
    let owned = foreign.filter { $0.wasOwned(by: who) }
    let groups = Set(
      foreign.filter { !$0.wasOwned(by: who) }.compactMap(\.administrators?.value)
    ).sorted()
    let member = Member.identity(who)
    return groups.map { .open(.addMember(member, to: $0), line) }
      + owned.flatMap { $0.changingHands(from: $0.owner.value, to: who, line) }
      + [PlacedStep(identity: who, command: command, time: time, line: line)]
      + owned.flatMap { $0.changingHands(from: who, to: $0.owner.value, line) }
      + groups.map { .open(.removeMember(member, from: $0), line) }
  }
}

extension ApplicationEntry {
  func wasOwned(by who: IdentityIdentifier) -> Bool { formerOwners.contains { $0.value == who } }

  /// An offer and its acceptance.
  func changingHands(
    from owner: IdentityIdentifier, to next: IdentityIdentifier, _ line: Int
  ) -> [PlacedStep] {
    [
      PlacedStep(identity: owner, command: .offerOwnership(id, to: next), line: line),
      PlacedStep(identity: next, command: .acceptOwnership(id), line: line),
    ]
  }
}

extension Scenario {
  /// Offers that wait, each by whoever made it.
  var offerSteps: [PlacedStep] {
    applications.flatMap { application -> [PlacedStep] in
      let entry = application.value
      guard let offer = entry.offer else { return [] }
      let by = offer.by?.value ?? entry.owner.value
      return Stage(line: offer.to.place.line).offering(
        offer.to.value, entry, by: by, at: offer.at, stage: freeGroup)
    }
  }

  /// A group that there is none of.
  private var freeGroup: GroupIdentifier {
    let taken = Set(groups.map(\.value.group.id))
    var number = 1
    while taken.contains(Self.stage(number)) { number += 1 }
    return Self.stage(number)
  }

  private static func stage(_ number: Int) -> GroupIdentifier {
    GroupIdentifier(trusted: "scenario-\(number)")
  }
}

extension Stage {
  /// An offer stands only as long as the owner does not change, so nobody is made owner for it: who was
  /// owner or administrator then is put among the administrators, those of a group made for it where the
  /// application has none today.
  fileprivate func offering(
    _ to: IdentityIdentifier, _ entry: ApplicationEntry, by who: IdentityIdentifier,
    at time: ScenarioTime, stage: GroupIdentifier
  ) -> [PlacedStep] {
    let command = PortalCommand.offerOwnership(entry.id, to: to)
    let step = PlacedStep(identity: who, command: command, time: time, line: line)
    if who == entry.owner.value { return [step] }
    let member = Member.identity(who)
    if let group = entry.administrators?.value {
      return [.open(.addMember(member, to: group), line), step]
        + [.open(.removeMember(member, from: group), line)]
    }
    let administered = ApplicationDetails(
      name: entry.name.value, homePage: entry.homePage, description: entry.description,
      category: entry.category, administrators: stage)
    return [
      .open(.createGroup(Group(id: stage, displayName: "")), line),
      .open(.addMember(member, to: stage), line),
      PlacedStep(
        identity: entry.owner.value, command: .editApplication(entry.id, administered), line: line),
      step, .open(.deleteGroup(stage), line),
    ]
  }
}
