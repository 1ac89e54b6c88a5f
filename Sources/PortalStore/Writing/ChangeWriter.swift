import GRDB
import PortalModel

/// Carries changes out, as rows.
struct ChangeWriter {
  let database: Database
  let secrets: SecretSource

  func apply(_ changes: [Change]) throws {
    for change in changes { try apply(change) }
  }

  private func apply(_ change: Change) throws {
    switch change {
    case .insertApplication(let application): try insert(application)
    case .updateApplication(let application): try update(application)
    case .deleteApplication(let id): try delete("applications", "id", id.text)
    case .insertOwnershipOffer(let offer): try insert(offer)
    case .deleteOwnershipOffer(let id): try delete("ownership_offers", "application", id.text)
    case .insertRegistration(let registration): try insert(registration)
    case .updateRegistration(let registration): try update(registration)
    case .deleteRegistration(let id):
      try delete("client_secrets", "application", id.text)
      try delete("redirect_uris", "application", id.text)
      try delete("registrations", "application", id.text)
    case .drawSecret(let id): try put(secrets.secret(for: id), of: id)
    case .deleteSecret(let id): try delete("client_secrets", "application", id.text)
    case .insertSAML(let registration): try insert(registration)
    case .updateSAML(let registration): try update(registration)
    case .deleteSAML(let id): try delete("saml_registrations", "application", id.text)
    case .insertRole(let role): try insert(role)
    case .updateRole(let role): try update(role)
    case .deleteRole(let application, let role):
      try database.run(
        "DELETE FROM roles WHERE application = ? AND id = ?", [application.text, role.text])
    case .insertRoleLink(let link):
      try database.run(
        "INSERT INTO role_links (\(RoleLinkRow.columns)) VALUES (?, ?, ?)", arguments(link))
    case .deleteRoleLink(let link):
      try database.run(
        "DELETE FROM role_links WHERE application = ? AND role = ? AND group_id = ?",
        arguments(link))
    case .insertIdentity(let identity): try insert(identity)
    case .updateIdentity(let identity): try update(identity)
    case .deleteIdentity(let id): try delete("identities", "id", id.text)
    case .insertFormerLogin(let id):
      try database.run("INSERT INTO former_logins (id) VALUES (?)", [id.text])
    case .insertGroup(let group): try insert(group)
    case .updateGroup(let group): try update(group)
    case .deleteGroup(let id): try delete("groups", "id", id.text)
    case .insertMember(let member, let group): try insert(member, into: group)
    case .deleteMember(let member, let group): try delete(member, from: group)
    case .insertPermission(let round): try insert(round)
    case .updatePermission(let round): try update(round)
    case .deletePermission(let direction, let round): try delete(direction, round)
    case .removeEverything:
      for table in Schema.journalledTables { try database.run("DELETE FROM \(table)") }
    }
  }

  private func delete(_ table: String, _ column: String, _ key: String) throws {
    try database.run("DELETE FROM \(table) WHERE \(column) = ?", [key])
  }

  private func put(_ secret: String, of id: ApplicationIdentifier) throws {
    try database.run(
      """
      INSERT INTO client_secrets (application, secret) VALUES (?, ?)
      ON CONFLICT (application) DO UPDATE SET secret = excluded.secret
      """, [id.text, secret])
  }

  private func arguments(_ link: RoleLink) -> StatementArguments {
    [link.application.text, link.role.text, link.group.text]
  }
}
