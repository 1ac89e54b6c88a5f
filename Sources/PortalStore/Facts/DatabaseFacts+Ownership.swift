import GRDB
import PortalModel

extension DatabaseFacts {
  func applications(ownedBy identity: IdentityIdentifier) throws -> [Application] {
    try database.all(
      "SELECT \(ApplicationRow.columns) FROM applications WHERE owner = ? ORDER BY id",
      [identity.text], ApplicationRow.value)
  }

  func applications(administeredBy group: GroupIdentifier) throws -> [Application] {
    try database.all(
      "SELECT \(ApplicationRow.columns) FROM applications WHERE administrators = ? ORDER BY id",
      [group.text], ApplicationRow.value)
  }

  func ownershipOffer(of application: ApplicationIdentifier) throws -> OwnershipOffer? {
    try database.first(
      "SELECT \(OwnershipOfferRow.columns) FROM ownership_offers WHERE application = ?",
      [application.text], OwnershipOfferRow.value)
  }

  func ownershipOffers(to identity: IdentityIdentifier) throws -> [OwnershipOffer] {
    try database.all(
      """
      SELECT \(OwnershipOfferRow.columns) FROM ownership_offers WHERE offered_to = ?
      ORDER BY application
      """, [identity.text], OwnershipOfferRow.value)
  }

  func ownershipOffers(by identity: IdentityIdentifier) throws -> [OwnershipOffer] {
    try database.all(
      """
      SELECT \(OwnershipOfferRow.columns) FROM ownership_offers WHERE offered_by = ?
      ORDER BY application LIMIT 1000
      """, [identity.text], OwnershipOfferRow.value)
  }

  func roleLinks(to group: GroupIdentifier) throws -> [RoleLink] {
    try database.all(
      """
      SELECT \(RoleLinkRow.columns) FROM role_links WHERE group_id = ? ORDER BY application, role
      """, [group.text], RoleLinkRow.value)
  }

  func identities(ownedBy owner: IdentityIdentifier) throws -> [Identity] {
    try database.all(
      "SELECT \(IdentityRow.columns) FROM identities WHERE owner = ? ORDER BY id",
      [owner.text], IdentityRow.value)
  }

  func primaryAccount(
    ofPerson number: Int, besides id: IdentityIdentifier
  ) throws -> IdentityIdentifier? {
    try database.first(
      """
      SELECT id FROM identities WHERE kind = 'primary' AND person_id = ? AND id <> ?
      ORDER BY id LIMIT 1
      """, [number, id.text]
    ) { IdentityIdentifier(trusted: $0[0]) }
  }

  func isFormerLogin(_ id: IdentityIdentifier) throws -> Bool {
    try database.first("SELECT 1 FROM former_logins WHERE id = ?", [id.text]) { $0[0] as Int }
      != nil
  }

  func identities(supervisedBy supervisor: IdentityIdentifier) throws -> [Identity] {
    try database.all(
      "SELECT \(IdentityRow.columns) FROM identities WHERE supervisor = ? ORDER BY id",
      [supervisor.text], IdentityRow.value)
  }

  func members(of group: GroupIdentifier) throws -> [Member] {
    try database.all(
      "SELECT identity FROM group_members WHERE group_id = ? ORDER BY identity", [group.text]
    ) { Member.identity(IdentityIdentifier(trusted: $0[0])) }
      + database.all(
        "SELECT inner_id FROM group_nestings WHERE outer_id = ? ORDER BY inner_id", [group.text]
      ) { Member.group(GroupIdentifier(trusted: $0[0])) }
  }
}

enum OwnershipOfferRow {
  static let columns = "application, offered_to, offered_by, offered_at"

  static func value(_ row: StatementRow) -> OwnershipOffer {
    var reader = ColumnReader(row)
    return OwnershipOffer(
      application: reader.id(), to: reader.id(), by: reader.id(), at: reader.instant())
  }
}
