import GRDB
import PortalModel

/// The rules' look-ups over one transaction.
struct DatabaseFacts: Facts {
  let database: Database

  func application(_ id: ApplicationIdentifier) throws -> Application? {
    try database.first(
      "SELECT \(ApplicationRow.columns) FROM applications WHERE id = ?", keys: id.text,
      make: ApplicationRow.value)
  }

  func application(named name: String) throws -> ApplicationIdentifier? {
    try database.first("SELECT id FROM applications WHERE name = ?", keys: name) {
      ApplicationIdentifier(trusted: $0[0])
    }
  }

  func application(ownedBy identity: IdentityIdentifier) throws -> ApplicationIdentifier? {
    try database.first(
      "SELECT id FROM applications WHERE owner = ? ORDER BY id LIMIT 1", keys: identity.text
    ) { ApplicationIdentifier(trusted: $0[0]) }
  }

  func registration(of application: ApplicationIdentifier) throws -> Registration? {
    var registration = try database.first(
      "SELECT \(RegistrationRow.columns) FROM registrations WHERE application = ?",
      keys: application.text, make: RegistrationRow.value)
    registration?.redirectURIs = try database.all(
      "SELECT uri FROM redirect_uris WHERE application = ? ORDER BY position",
      keys: application.text
    ) { RedirectURI(trusted: $0[0]) }
    return registration
  }

  func role(_ id: RoleIdentifier, of application: ApplicationIdentifier) throws -> Role? {
    try database.first(
      "SELECT \(RoleRow.columns) FROM roles WHERE application = ? AND id = ?",
      keys: application.text, id.text, make: RoleRow.value)
  }

  func roles(of application: ApplicationIdentifier) throws -> [Role] {
    try database.all(
      "SELECT \(RoleRow.columns) FROM roles WHERE application = ? ORDER BY id",
      keys: application.text, make: RoleRow.value)
  }

  func roleLinks(of application: ApplicationIdentifier) throws -> [RoleLink] {
    try database.all(
      """
      SELECT \(RoleLinkRow.columns) FROM role_links WHERE application = ? ORDER BY role, group_id
      """, keys: application.text, make: RoleLinkRow.value)
  }

  func permission(_ direction: ExchangeDirection) throws -> ExchangePermission? {
    try database.first(
      """
      SELECT \(PermissionRow.columns) FROM exchange_permissions
      WHERE source = ? AND target = ? ORDER BY round DESC LIMIT 1
      """, keys: direction.source.text, direction.target.text, make: PermissionRow.value)
  }

  func permissions(of application: ApplicationIdentifier) throws -> [ExchangePermission] {
    try database.all(
      """
      SELECT \(PermissionRow.columns) FROM exchange_permissions WHERE source = :application
      UNION ALL
      SELECT \(PermissionRow.columns) FROM exchange_permissions WHERE target = :application
      ORDER BY 1, 2, 3
      """, ["application": application.text], PermissionRow.value)
  }
}
