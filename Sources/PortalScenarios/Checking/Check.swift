import PortalModel

/// What can be said of a scenario only once all of it is read: that what is named exists, and that
/// what it tells can have happened under the portal's rules.
struct Check {
  let scenario: Scenario
  let declared: Declared
  let log: ProblemLog

  private let applications: [ApplicationIdentifier: ApplicationEntry]
  private let ownIdentities: [IdentityIdentifier: ApplicationIdentifier]
  private let above: GroupsAbove

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
  fileprivate func requireIdentity(_ id: Located<IdentityIdentifier>) {
    if declared.identities.contains(id.value) || ownIdentities[id.value] != nil { return }
    guard !log.isFull else { return }
    let nearest = nearestWord(to: id.value.text, among: declared.identities.map(\.text).sorted())
    log.add(.unknown(.identity, id.value.text, nearest: nearest), at: id.place)
  }

  fileprivate func requireGroup(_ id: Located<GroupIdentifier>) {
    guard !declared.groups.contains(id.value), !log.isFull else { return }
    let nearest = nearestWord(to: id.value.text, among: declared.groups.map(\.text).sorted())
    log.add(.unknown(.group, id.value.text, nearest: nearest), at: id.place)
  }

  @discardableResult
  fileprivate func requireApplication(_ id: Located<ApplicationIdentifier>) -> Bool {
    if declared.applications.contains(id.value) { return true }
    guard !log.isFull else { return false }
    let nearest = nearestWord(to: id.value.text, among: declared.applications.map(\.text).sorted())
    log.add(.unknown(.application, id.value.text, nearest: nearest), at: id.place)
    return false
  }
}

extension Check {
  private func checkPermissions() {
    var latest: [ExchangeDirection: ExchangePermission.State] = [:]
    for permission in scenario.permissions {
      let entry = permission.value
      if let state = latest.updateValue(entry.state, forKey: entry.direction), state.isLive {
        log.add(.roundStillOpen(state), at: permission.place)
      }
      check(entry)
    }
  }

  private func check(_ entry: PermissionEntry) {
    let ends = [entry.source, entry.target]
    let allKnown = ends.map { requireApplication($0) }.allSatisfy(\.self)
    let acts = [entry.opened, entry.decided].compactMap(\.self)
    acts.forEach { requireIdentity($0.by) }
    guard allKnown else { return }
    guard entry.source.value != entry.target.value else {
      log.add(.towardItself, at: entry.target.place)
      return
    }
    for end in ends where applications[end.value]?.registration == nil {
      if applications[end.value] != nil { log.add(.notRegistered(end.value), at: end.place) }
    }
    guard let source = applications[entry.source.value],
      let target = applications[entry.target.value]
    else { return }
    checkActors(entry, source, target)
  }

  private func checkActors(
    _ entry: PermissionEntry, _ source: ApplicationEntry, _ target: ApplicationEntry
  ) {
    switch entry.origin {
    case .requested:
      requireManager(entry.opened.by, of: source)
      let opener = entry.opened.by.value
      let isAutomatic =
        opener == target.owner.value
        || opener != source.owner.value && target.administrators != nil
          && source.administrators?.value == target.administrators?.value
      if isAutomatic { log.add(.requestIsAutomatic(opener), at: entry.opened.by.place) }
    case .granted: requireManager(entry.opened.by, of: target)
    case .automatic:
      requireManager(entry.opened.by, of: source)
      requireManager(entry.opened.by, of: target)
    }
    if let decided = entry.decided {
      requireManager(decided.by, of: entry.state == .withdrawn ? source : target)
    }
  }

  private func requireManager(
    _ who: Located<IdentityIdentifier>, of application: ApplicationEntry
  ) {
    if application.owner.value == who.value { return }
    if let administrators = application.administrators?.value {
      if above.contains(administrators, above: .identity(who.value)) { return }
      if above.former[administrators, default: []].contains(who.value) { return }
    }
    log.add(.notManager(who.value, application.id), at: who.place)
  }
}
