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
        let member = Member.group(id)
        if GroupClosure(of: member, memberships: memberships).contains(id) || id == membership.group
        {
          return "\(id): inside itself"
        }
      }
    }
    for offer in ownershipOffers {
      guard people.contains(offer.to), applications.contains(where: { $0.id == offer.application })
      else { return "\(offer): dangling" }
    }
    let live = permissions.filter { $0.state.isLive }.map(\.direction)
    return Set(live).count == live.count ? nil : "two live rounds of one direction"
  }
}

private struct RoleKey: Hashable {
  var application: ApplicationIdentifier
  var role: RoleIdentifier
}
