import GRDB
import PortalModel

extension DatabaseFacts {
  func identity(_ id: IdentityIdentifier) throws -> Identity? {
    try database.first(
      "SELECT \(IdentityRow.columns) FROM identities WHERE id = ?", [id.text], IdentityRow.value)
  }

  func group(_ id: GroupIdentifier) throws -> Group? {
    try database.first(
      "SELECT \(GroupRow.columns) FROM groups WHERE id = ?", [id.text], GroupRow.value)
  }

  func isMember(_ member: Member, of group: GroupIdentifier) throws -> Bool {
    switch member {
    case .identity(let id):
      try database.first(
        "SELECT 1 FROM group_members WHERE group_id = ? AND identity = ?", [group.text, id.text]
      ) { _ in true } ?? false
    case .group(let id):
      try database.first(
        "SELECT 1 FROM group_nestings WHERE outer_id = ? AND inner_id = ?", [group.text, id.text]
      ) { _ in true } ?? false
    }
  }

  func memberships(from member: Member) throws -> [Membership] {
    switch member {
    case .identity(let id):
      let direct = try database.all(
        "SELECT group_id FROM group_members WHERE identity = ?", [id.text]
      ) { Membership(member: member, group: GroupIdentifier(trusted: $0[0])) }
      guard !direct.isEmpty else { return [] }
      return try direct
        + database.all(
          Self.upward("SELECT group_id FROM group_members WHERE identity = ?"), [id.text],
          Self.nesting)
    case .group(let id):
      return try database.all(Self.upward("VALUES (?)"), [id.text], Self.nesting)
    }
  }

  /// Every nesting that leads upward from the groups that `start` selects.
  ///
  /// `UNION`, not `UNION ALL`: a cycle, should one ever come to be, must not run for ever.
  private static func upward(_ start: String) -> String {
    """
    WITH RECURSIVE reached (id) AS (
      \(start)
      UNION SELECT outer_id FROM reached CROSS JOIN group_nestings ON inner_id = reached.id)
    SELECT inner_id, outer_id FROM reached CROSS JOIN group_nestings ON inner_id = reached.id
    """
  }

  private static func nesting(_ row: StatementRow) -> Membership {
    var reader = ColumnReader(row)
    return Membership(member: .group(reader.id()), group: reader.id())
  }
}
