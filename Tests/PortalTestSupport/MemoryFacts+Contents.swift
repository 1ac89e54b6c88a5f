import PortalModel

extension MemoryFacts {
  /// Everything as plain values, in the order in which the store gives them.
  public var contents: PortalContents {
    var contents = PortalContents()
    contents.identities = identities.values.sorted { $0.id < $1.id }
    contents.formerLogins = formerLogins.sorted()
    contents.groups = groups.values.sorted { $0.id < $1.id }
    contents.memberships = members.sorted { ($0.group, $0.rank) < ($1.group, $1.rank) }
    contents.applications = applications.values.sorted { $0.id < $1.id }
    contents.ownershipOffers = offers.values.sorted { $0.application < $1.application }
    contents.samlRegistrations = saml.values.sorted { $0.application < $1.application }
    for application in contents.applications {
      if let registration = registration(of: application.id) {
        contents.registrations.append(registration)
      }
      contents.secrets[application.id] = secret(of: application.id)
      contents.roles += roles(of: application.id)
      contents.roleLinks += roleLinks(of: application.id)
      contents.permissions += permissions(of: application.id)
        .filter { $0.direction.source == application.id }
    }
    return contents
  }
}

extension Membership {
  /// People before groups, each by identifier.
  fileprivate var rank: String {
    switch member {
    case .identity(let id): "0" + id.text
    case .group(let id): "1" + id.text
    }
  }
}
