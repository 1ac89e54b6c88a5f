import GRDB
import PortalModel

extension PortalDatabase {
  /// The whole portal, read in one consistent state. For export: a large portal is a large value.
  public func snapshot() throws(StoreError) -> PortalContents { try reading(Self.snapshot) }

  static func snapshot(in database: Database) throws -> PortalContents {
    func all<Value>(
      _ columns: String, _ table: String, _ order: String, _ make: (StatementRow) throws -> Value
    ) throws -> [Value] {
      try database.all("SELECT \(columns) FROM \(table) ORDER BY \(order)", [], make)
    }
    var snapshot = PortalContents()
    snapshot.identities = try all(IdentityRow.columns, "identities", "id", IdentityRow.value)
    snapshot.formerLogins = try all("id", "former_logins", "id") {
      IdentityIdentifier(trusted: $0[0])
    }
    snapshot.groups = try all(GroupRow.columns, "groups", "id", GroupRow.value)
    snapshot.memberships = try members(in: database)
    snapshot.applications = try all(
      ApplicationRow.columns, "applications", "id", ApplicationRow.value)
    snapshot.ownershipOffers = try all(
      OwnershipOfferRow.columns, "ownership_offers", "application", OwnershipOfferRow.value)
    snapshot.registrations = try registrations(in: database)
    snapshot.samlRegistrations = try all(
      SAMLRow.columns, "saml_registrations", "application", SAMLRow.value)
    snapshot.roles = try all(RoleRow.columns, "roles", "application, id", RoleRow.value)
    snapshot.roleLinks = try all(
      RoleLinkRow.columns, "role_links", "application, role, group_id", RoleLinkRow.value)
    snapshot.permissions = try all(
      PermissionRow.columns, "exchange_permissions", "source, target, round",
      PermissionRow.value)
    let secrets = try all("application, secret", "client_secrets", "application") { row in
      (ApplicationIdentifier(trusted: row[0]), row[1] as String)
    }
    snapshot.secrets = Dictionary(uniqueKeysWithValues: secrets)
    return snapshot
  }

  private static func members(in database: Database) throws -> [Membership] {
    try database.all(
      """
      SELECT group_id AS holder, 0 AS nested, identity AS member FROM group_members
      UNION ALL SELECT outer_id, 1, inner_id FROM group_nestings ORDER BY 1, 2, 3
      """
    ) { row in
      let isGroup: Bool = row[1]
      return Membership(
        member: isGroup
          ? .group(GroupIdentifier(trusted: row[2]))
          : .identity(IdentityIdentifier(trusted: row[2])),
        group: GroupIdentifier(trusted: row[0]))
    }
  }

  private static func registrations(in database: Database) throws -> [Registration] {
    let uris = Dictionary(
      grouping: try database.all(
        "SELECT application, uri FROM redirect_uris ORDER BY application, position"
      ) { (application: $0[0] as String, uri: RedirectURI(trusted: $0[1])) },
      by: \.application)
    return try database.all(
      "SELECT \(RegistrationRow.columns) FROM registrations ORDER BY application"
    ) { row in
      var registration = try RegistrationRow.value(row)
      registration.redirectURIs = (uris[registration.application.text] ?? []).map(\.uri)
      return registration
    }
  }
}
