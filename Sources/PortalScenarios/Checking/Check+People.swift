import PortalModel

extension Check {
  /// Supervisors exist, are people, and are above nobody who is above them; who is gone does nothing
  /// but having acted.
  func checkPeople() {
    let supervisors = Dictionary(
      scenario.identities.map { ($0.value.id, $0.value.supervisor) }, uniquingKeysWith: { $1 })
    for identity in scenario.identities {
      guard let supervisor = identity.value.supervisor else { continue }
      let located = Located(value: supervisor, place: identity.place)
      requireIdentity(located)
      requirePresent(located)
      if ownIdentities[supervisor] != nil {
        log.add(.applicationIdentity(supervisor), at: identity.place)
      }
      var path = [identity.value.id]
      var next: IdentityIdentifier? = supervisor
      while let id = next, !path.contains(id) {
        path.append(id)
        next = supervisors[id] ?? nil
      }
      // A circle is told once, by the first login in it.
      if next == identity.value.id, path.min() == next {
        log.add(.supervisorCycle(path + [identity.value.id]), at: identity.place)
      }
    }
    for id in scenario.formerIdentities where ownIdentities[id.value] != nil {
      log.add(.loginIsApplications(id.value), at: id.place)
    }
  }

  /// Whoever is deleted owns nothing and is in nothing.
  func requirePresent(_ id: Located<IdentityIdentifier>) {
    if scenario.formerIdentities.contains(where: { $0.value == id.value }) {
      log.add(.gone(id.value), at: id.place)
    }
  }
}
