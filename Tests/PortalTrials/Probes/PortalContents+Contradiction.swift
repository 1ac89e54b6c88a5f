import PortalModel

extension PortalContents {
  /// What in one state contradicts itself; `nil` for nothing. Half a command would.
  var contradiction: String? {
    let people = Set(identities.map(\.id))
    let groups = Set(groups.map(\.id))
    let applications = Set(applications.map(\.id))
    let clients = Set(registrations.map(\.application))
    let roles = Set(roles.map { RoleKey(application: $0.application, role: $0.id) })
    for application in self.applications {
      guard people.contains(application.identity) else { return "\(application.id): no identity" }
      guard people.contains(application.owner) else { return "\(application.id): no owner" }
    }
    guard identities.filter({ $0.kind == .application }).count == applications.count else {
      return "identities of applications that are not there"
    }
    guard clients.isSubset(of: applications) else { return "a client without application" }
    for registration in registrations {
      guard !registration.redirectURIs.isEmpty else {
        return "\(registration.application): no redirect URI"
      }
      guard registration.kind.hasSecret == (secrets[registration.application] != nil) else {
        return "\(registration.application): secret and kind"
      }
    }
    for link in roleLinks {
      guard roles.contains(RoleKey(application: link.application, role: link.role)),
        groups.contains(link.group)
      else { return "\(link): dangling" }
    }
    for round in permissions {
      guard clients.contains(round.direction.source), clients.contains(round.direction.target)
      else { return "\(round.direction): no client" }
    }
    return structure
  }

  /// What contradicts itself in names, memberships, offers and rounds.
  private var structure: String? {
    let people = Set(identities.map(\.id))
    let known = Set(groups.map(\.id))
    guard Set(applications.map(\.name)).count == applications.count else {
      return "two applications of one name"
    }
    for application in applications {
      if let group = application.administrators, !known.contains(group) {
        return "\(application.id): no administrators"
      }
    }
    for membership in memberships {
      guard known.contains(membership.group) else { return "\(membership): no group" }
      switch membership.member {
      case .identity(let id): if !people.contains(id) { return "\(membership): no identity" }
      case .group(let id):
        if !known.contains(id) { return "\(membership): no inner group" }
        if isInside(id, itself: [membership.group]) { return "\(id): inside itself" }
      }
    }
    if let loop = identities.first(where: { isAboveItself($0.id) }) {
      return "\(loop.id): their own supervisor"
    }
    for identity in identities {
      if let id = identity.supervisor, !people.contains(id) {
        return "\(identity.id): no supervisor"
      }
    }
    let persons = identities.filter { $0.kind == .primary }.compactMap(\.personID)
    guard Set(persons).count == persons.count else { return "a person with two primary accounts" }
    for identity in identities {
      if formerLogins.contains(identity.id) { return "\(identity.id): given again" }
      guard let owner = identity.owner else { continue }
      let owns = identities.first { $0.id == owner }
      let beside = identities.filter { $0.owner == owner && $0.kind == identity.kind }.count
      guard owns?.kind == .primary, beside <= identity.kind.mostOfOnePerson ?? 0 else {
        return "\(identity.id): no place of an account"
      }
    }
    for registration in registrations
    where Set(registration.redirectURIs).count < registration.redirectURIs.count {
      return "\(registration.application): a redirect URI twice"
    }
    guard Set(samlRegistrations.map(\.form.entityID)).count == samlRegistrations.count else {
      return "two registrations of one entityID"
    }
    for offer in ownershipOffers {
      if applications.contains(where: { $0.id == offer.application && $0.owner == offer.to }) {
        return "\(offer): offered to its owner"
      }
      guard people.contains(offer.to), applications.contains(where: { $0.id == offer.application })
      else { return "\(offer): dangling" }
    }
    let live = permissions.filter { $0.state.isLive }.map(\.direction)
    return Set(live).count == live.count ? nil : "two live rounds of one direction"
  }
}

extension PortalContents {
  /// Whether a group is reached by going up from groups that it is in.
  private func isInside(_ id: GroupIdentifier, itself start: Set<GroupIdentifier>) -> Bool {
    var reached = start
    while !reached.contains(id) {
      let above = memberships.filter {
        if case .group(let inner) = $0.member { reached.contains(inner) } else { false }
      }.map(\.group)
      guard !reached.isSuperset(of: above) else { return false }
      reached.formUnion(above)
    }
    return true
  }

  /// Whether the supervisors above somebody lead back there.
  private func isAboveItself(_ id: IdentityIdentifier) -> Bool {
    var next = identities.first { $0.id == id }?.supervisor
    for _ in identities {
      guard let above = next, above != id else { break }
      next = identities.first { $0.id == above }?.supervisor
    }
    return next == id
  }
}

private struct RoleKey: Hashable {
  var application: ApplicationIdentifier
  var role: RoleIdentifier
}
