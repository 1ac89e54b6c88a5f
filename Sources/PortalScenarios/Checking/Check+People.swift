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
    checkAccounts()
    for id in scenario.formerIdentities where ownIdentities[id.value] != nil {
      log.add(.loginIsApplications(id.value), at: id.place)
    }
  }

  /// A person's accounts, by the rules of the portal (`Rules.requirePlace`).
  private func checkAccounts() {
    let kinds = Dictionary(
      scenario.identities.map { ($0.value.id, $0.value.kind) }, uniquingKeysWith: { $1 })
    var persons: Set<Int> = []
    var accounts: [IdentityIdentifier: [AccountKind: Int]] = [:]
    for identity in scenario.identities {
      let account = identity.value
      if !ORCID.isWellFormed(account.orcid) { log.add(.orcid(account.orcid), at: identity.place) }
      if account.kind == .primary, let number = account.personID, !persons.insert(number).inserted {
        log.add(.primaryTwice(number), at: identity.place)
      }
      guard let owner = account.owner else { continue }
      requireIdentity(Located(value: owner, place: identity.place))
      guard let most = account.kind.mostOfOnePerson, kinds[owner] ?? .primary == .primary else {
        log.add(.accountOwner(owner, account.kind.rawValue), at: identity.place)
        continue
      }
      accounts[owner, default: [:]][account.kind, default: 0] += 1
      if accounts[owner]?[account.kind] == most + 1 {
        log.add(.tooManyAccounts(owner, account.kind.rawValue, most), at: identity.place)
      }
    }
  }

  /// Whoever is deleted owns nothing and is in nothing.
  func requirePresent(_ id: Located<IdentityIdentifier>) {
    if scenario.formerIdentities.contains(where: { $0.value == id.value }) {
      log.add(.gone(id.value), at: id.place)
    }
  }
}
