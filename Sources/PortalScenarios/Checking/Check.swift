import PortalModel

/// What can be said of a scenario only once all of it is read: that what is named exists, and that
/// what it tells can have happened under the portal's rules.
struct Check {
  let scenario: Scenario
  let declared: Declared
  let log: ProblemLog

  let applications: [ApplicationIdentifier: ApplicationEntry]
  let ownIdentities: [IdentityIdentifier: ApplicationIdentifier]
  let above: GroupsAbove

  init(scenario: Scenario, declared: Declared, log: ProblemLog) {
    self.scenario = scenario
    self.declared = declared
    self.log = log
    applications = Dictionary(
      scenario.applications.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first }
    )
    ownIdentities = Dictionary(
      declared.applications.map { (IdentityIdentifier(applicationIdentity: $0), $0) },
      uniquingKeysWith: { first, _ in first })
    above = GroupsAbove(scenario.groups.map(\.value))
  }

  func run() {
    checkNames()
    scenario.groups.forEach { checkReferences(of: $0.value) }
    scenario.applications.forEach { checkReferences(of: $0.value) }
    checkCycles()
    checkPeople()
    checkPermissions()
  }

  private func checkNames() {
    for identity in scenario.identities where ownIdentities[identity.value.id] != nil {
      log.add(.loginIsApplications(identity.value.id), at: identity.place)
    }
    var names: [String: ApplicationIdentifier] = [:]
    for application in scenario.applications {
      let entry = application.value
      if declared.identities.contains(IdentityIdentifier(trusted: entry.id.text)) {
        log.add(.identifierIsLogin(entry.id.text), at: application.place)
      }
      if let other = names[entry.name.value] {
        log.add(.nameTaken(entry.name.value, by: other), at: entry.name.place)
      } else if !entry.name.value.isEmpty {
        names[entry.name.value] = entry.id
      }
    }
  }

  private func checkReferences(of entry: GroupEntry) {
    entry.members.forEach(requireIdentity)
    entry.memberGroups.forEach(requireGroup)
    entry.memberApplications.forEach { requireApplication($0) }
    entry.formerMembers.forEach(requireIdentity)
    entry.members.forEach(requirePresent)
    // An application's identity has a list of its own: in both it would be a member twice.
    for member in entry.members {
      if let application = ownIdentities[member.value],
        entry.memberApplications.contains(where: { $0.value == application })
      {
        log.add(.twice(member.value.text), at: member.place)
      }
    }
  }

  private func checkReferences(of entry: ApplicationEntry) {
    requireIdentity(entry.owner)
    entry.formerOwners.forEach(requireIdentity)
    for id in [entry.offer?.to, entry.offer?.by].compactMap(\.self) { requireIdentity(id) }
    [entry.owner, entry.offer?.to].compactMap(\.self).forEach(requirePresent)
    if let offer = entry.offer, let by = offer.by { requireManager(by, of: entry) }
    entry.administrators.map(requireGroup)
    entry.roles.flatMap(\.groups).forEach(requireGroup)
  }

  private func checkCycles() {
    if let path = above.cycle(), let first = path.first,
      let place = scenario.groups.first(where: { $0.value.group.id == first })?.place
    {
      log.add(.groupCycle(path), at: place)
    }
    for path in OwnerOrder(scenario.applications.map(\.value)).cycles {
      guard let first = path.first, let entry = applications[first] else { continue }
      log.add(.ownerCycle(path), at: entry.owner.place)
    }
  }
}

extension Check {
  func isKnown(_ id: IdentityIdentifier) -> Bool {
    declared.identities.contains(id) || ownIdentities[id] != nil
  }

  func requireIdentity(_ id: Located<IdentityIdentifier>) {
    guard !isKnown(id.value), !log.isFull else { return }
    let nearest = nearestWord(to: id.value.text, among: declared.identities.map(\.text).sorted())
    log.add(.unknown(.identity, id.value.text, nearest: nearest), at: id.place)
  }

  func requireGroup(_ id: Located<GroupIdentifier>) {
    guard !declared.groups.contains(id.value), !log.isFull else { return }
    let nearest = nearestWord(to: id.value.text, among: declared.groups.map(\.text).sorted())
    log.add(.unknown(.group, id.value.text, nearest: nearest), at: id.place)
  }

  @discardableResult
  func requireApplication(_ id: Located<ApplicationIdentifier>) -> Bool {
    if declared.applications.contains(id.value) { return true }
    guard !log.isFull else { return false }
    let nearest = nearestWord(to: id.value.text, among: declared.applications.map(\.text).sorted())
    log.add(.unknown(.application, id.value.text, nearest: nearest), at: id.place)
    return false
  }
}
