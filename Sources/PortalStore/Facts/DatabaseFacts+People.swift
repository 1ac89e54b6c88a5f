import GRDB
import PortalModel

extension DatabaseFacts {
  func identity(_ id: IdentityIdentifier) throws -> Identity? {
    try database.first(
      "SELECT \(IdentityRow.columns) FROM identities WHERE id = ?", keys: id.text,
      make: IdentityRow.value)
  }

  func group(_ id: GroupIdentifier) throws -> Group? {
    try database.first(
      "SELECT \(GroupRow.columns) FROM groups WHERE id = ?", keys: id.text, make: GroupRow.value)
  }

  func isMember(_ member: Member, of group: GroupIdentifier) throws -> Bool {
    switch member {
    case .identity(let id):
      try database.first(
        "SELECT 1 FROM group_members WHERE group_id = ? AND identity = ?", keys: group.text, id.text
      ) { _ in true } ?? false
    case .group(let id):
      try database.first(
        "SELECT 1 FROM group_nestings WHERE outer_id = ? AND inner_id = ?", keys: group.text,
        id.text
      ) { _ in true } ?? false
    }
  }

  /// Each member that is reached is looked at once: a cycle, should one ever come to be, ends there.
  func memberships(from member: Member) throws -> [Membership] {
    var found: [Membership] = []
    var reached: Set<Member> = [member]
    var waiting = [member]
    while let inner = waiting.popLast() {
      for group in try groups(directlyWith: inner) {
        found.append(Membership(member: inner, group: group))
        if reached.insert(.group(group)).inserted { waiting.append(.group(group)) }
      }
    }
    return found
  }

  private func groups(directlyWith member: Member) throws -> [GroupIdentifier] {
    switch member {
    case .identity(let id):
      try database.all(
        "SELECT group_id FROM group_members WHERE identity = ?", keys: id.text
      ) { GroupIdentifier(trusted: $0[0]) }
    case .group(let id):
      try database.all(
        "SELECT outer_id FROM group_nestings WHERE inner_id = ?", keys: id.text
      ) { GroupIdentifier(trusted: $0[0]) }
    }
  }
}
