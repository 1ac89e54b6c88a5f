import GRDB
import PortalModel

extension ChangeWriter {
  func insert(_ identity: Identity) throws {
    try database.run(
      """
      INSERT INTO identities (\(IdentityRow.columns))
      VALUES (:id, :kind, :givenName, :familyName, :email, :personID, :language, :enabled,
        :secondFactor, :supervisor, :owner, :orcid, :unixUser, :unixGroup, :institute)
      """, arguments(identity))
  }

  func update(_ identity: Identity) throws {
    try database.run(
      """
      UPDATE identities SET kind = :kind, given_name = :givenName, family_name = :familyName,
        email = :email, person_id = :personID, language = :language, enabled = :enabled,
        has_second_factor = :secondFactor, supervisor = :supervisor,
        owner = :owner, orcid = :orcid, unix_user = :unixUser, unix_group = :unixGroup,
        institute = :institute
      WHERE id = :id
      """, arguments(identity))
  }

  func insert(_ group: Group) throws {
    try database.run(
      "INSERT INTO groups (\(GroupRow.columns)) VALUES (?, ?, ?)",
      [group.id.text, group.displayName, group.description])
  }

  func update(_ group: Group) throws {
    try database.run(
      "UPDATE groups SET display_name = ?, description = ? WHERE id = ?",
      [group.displayName, group.description, group.id.text])
  }

  func insert(_ offer: OwnershipOffer) throws {
    try database.run(
      "INSERT INTO ownership_offers (\(OwnershipOfferRow.columns)) VALUES (?, ?, ?, ?)",
      [offer.application.text, offer.to.text, offer.by.text, offer.at.milliseconds])
  }

  func insert(_ member: Member, into group: GroupIdentifier) throws {
    switch member {
    case .identity(let id):
      try database.run(
        "INSERT INTO group_members (group_id, identity) VALUES (?, ?)", [group.text, id.text])
    case .group(let id):
      try database.run(
        "INSERT INTO group_nestings (outer_id, inner_id) VALUES (?, ?)", [group.text, id.text])
    }
  }

  func delete(_ member: Member, from group: GroupIdentifier) throws {
    switch member {
    case .identity(let id):
      try database.run(
        "DELETE FROM group_members WHERE group_id = ? AND identity = ?", [group.text, id.text])
    case .group(let id):
      try database.run(
        "DELETE FROM group_nestings WHERE outer_id = ? AND inner_id = ?", [group.text, id.text])
    }
  }

  private func arguments(_ identity: Identity) -> StatementArguments {
    [
      "id": identity.id.text, "kind": identity.kind.rawValue, "givenName": identity.givenName,
      "familyName": identity.familyName, "email": identity.email,
      "personID": identity.personID, "language": identity.language.rawValue,
      "enabled": identity.enabled, "secondFactor": identity.hasSecondFactor,
      "supervisor": identity.supervisor?.text, "owner": identity.owner?.text,
      "orcid": identity.orcid, "unixUser": identity.unixUser, "unixGroup": identity.unixGroup,
      "institute": identity.institute,
    ]
  }
}
