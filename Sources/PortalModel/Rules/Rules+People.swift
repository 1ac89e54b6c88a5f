extension Rules {
  func create(_ identity: Identity) throws -> [Change] {
    guard identity.kind != .application else { throw Refusal.applicationIdentityIsMade }
    guard try facts.identity(identity.id) == nil else {
      throw Refusal.identityExists(identity.id)
    }
    guard try !facts.isFormerLogin(identity.id) else {
      throw Refusal.loginWasGiven(identity.id)
    }
    try requireSound(identity)
    // The other half of the rule that an identifier may not be a login.
    if let taken = try? ApplicationIdentifier(identity.id.text),
      try facts.application(taken) != nil
    {
      throw Refusal.identifierIsLogin(taken)
    }
    return [.insertIdentity(identity)]
  }

  func enable(_ id: IdentityIdentifier, _ enabled: Bool) throws -> [Change] {
    var identity = try requireIdentity(id)
    guard identity.enabled != enabled else { return [] }
    identity.enabled = enabled
    return [.updateIdentity(identity)]
  }

  func create(_ group: Group) throws -> [Change] {
    guard try facts.group(group.id) == nil else { throw Refusal.groupExists(group.id) }
    try requireSound(group)
    return [.insertGroup(group)]
  }

  func add(_ member: Member, to group: GroupIdentifier) throws -> [Change] {
    try requireMember(member, group)
    guard try !facts.isMember(member, of: group) else {
      throw Refusal.alreadyMember(member, group)
    }
    if case .group(let inner) = member { try requireNoCycle(putting: inner, into: group) }
    return [.insertMember(member, group)]
  }

  func remove(_ member: Member, from group: GroupIdentifier) throws -> [Change] {
    try requireMember(member, group)
    guard try facts.isMember(member, of: group) else { throw Refusal.notMember(member, group) }
    return [.deleteMember(member, group)]
  }

  func add(_ members: [Member], to group: GroupIdentifier) throws -> [Change] {
    try each(of: members, again: { .alreadyMember($0, group) }, { try add($0, to: group) })
  }

  func remove(_ members: [Member], from group: GroupIdentifier) throws -> [Change] {
    try each(of: members, again: { .notMember($0, group) }, { try remove($0, from: group) })
  }

  /// What is to be done for each member of a list. One that stands in it again is refused as it would
  /// be after the first; whom a rule refuses is named by its place.
  private func each(
    of members: [Member], again: (Member) -> Refusal, _ changes: (Member) throws -> [Change]
  ) throws -> [Change] {
    guard !members.isEmpty else { throw Refusal.nobodyListed }
    var seen: Set<Member> = []
    return try members.enumerated().flatMap { index, member in
      do {
        guard seen.insert(member).inserted else { throw again(member) }
        return try changes(member)
      } catch let refusal as Refusal {
        throw Refusal.listedMember(index + 1, refusal)
      }
    }
  }

  func load(_ script: ScenarioScript) throws -> [Change] {
    for (index, step) in script.steps.enumerated() {
      if case .loadScenario = step.command {
        throw Refusal.scenarioStep(index + 1, .scenarioInScenario)
      }
    }
    return [.removeEverything]
  }

  private func requireMember(_ member: Member, _ group: GroupIdentifier) throws {
    _ = try requireGroup(group)
    switch member {
    case .identity(let id): _ = try requireIdentity(id)
    case .group(let id): _ = try requireGroup(id)
    }
  }

  private func requireNoCycle(
    putting inner: GroupIdentifier, into outer: GroupIdentifier
  ) throws {
    if let path = try cycle(putting: inner, into: outer, facts: facts) {
      throw Refusal.groupCycle(path)
    }
  }
}
