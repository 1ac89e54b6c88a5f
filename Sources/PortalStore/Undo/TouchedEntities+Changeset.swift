import PortalModel

extension TouchedEntities {
  /// What the rows of a changeset are about.
  init(of changeset: Changeset) throws {
    self.init()
    try changeset.forEachRow { row in
      add(row.table, row.key)
      if row.table == "applications", row.text(Self.ownerColumn) != nil {
        owners.insert(ApplicationIdentifier(trusted: row.key[0]))
      }
    }
  }

  /// Where `applications` has its owner.
  private static let ownerColumn = 5

  private mutating func add(_ table: String, _ key: [String]) {
    switch table {
    case "applications", "registrations", "redirect_uris", "client_secrets", "roles",
      "ownership_offers", "saml_registrations":
      applications.insert(ApplicationIdentifier(trusted: key[0]))
    case "role_links":
      links.insert(
        RoleLink(
          application: ApplicationIdentifier(trusted: key[0]),
          role: RoleIdentifier(trusted: key[1]), group: GroupIdentifier(trusted: key[2])))
    case "identities", "former_logins": identities.insert(IdentityIdentifier(trusted: key[0]))
    case "groups": groups.insert(GroupIdentifier(trusted: key[0]))
    case "group_members":
      memberships.insert(
        Membership(
          member: .identity(IdentityIdentifier(trusted: key[1])),
          group: GroupIdentifier(trusted: key[0])))
    case "group_nestings":
      memberships.insert(
        Membership(
          member: .group(GroupIdentifier(trusted: key[1])), group: GroupIdentifier(trusted: key[0])
        ))
    case "exchange_permissions":
      directions.insert(
        ExchangeDirection(
          source: ApplicationIdentifier(trusted: key[0]),
          target: ApplicationIdentifier(trusted: key[1])))
    default: return
    }
  }
}
