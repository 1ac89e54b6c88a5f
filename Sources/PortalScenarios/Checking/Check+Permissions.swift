import PortalModel

extension Check {
  func checkPermissions() {
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
        !target.formerOwners.contains { $0.value != opener } && !source.wasOwned(by: opener)
        && (opener == target.owner.value
          || opener != source.owner.value && target.administrators != nil
            && source.administrators?.value == target.administrators?.value)
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

  func requireManager(
    _ who: Located<IdentityIdentifier>, of application: ApplicationEntry
  ) {
    if application.owner.value == who.value || !isKnown(who.value) { return }
    if application.wasOwned(by: who.value) { return }
    if let administrators = application.administrators?.value {
      if above.contains(administrators, above: .identity(who.value)) { return }
      if above.former[administrators, default: []].contains(who.value) { return }
    }
    log.add(.notManager(who.value, application.id), at: who.place)
  }
}
