import GRDB
import PortalModel

/// Where a page of a group's members lies.
public enum MemberPosition: Hashable, Sendable {
  /// At the beginning.
  case first
  /// At the end.
  case last
  /// Behind a member.
  case after(Member)
  /// In front of a member.
  case before(Member)
  /// At a member, or where it would stand.
  case startingAt(Member)
}

/// The direct members of one group: people, then groups. Each kind is walked along its own index, so
/// that a page costs the same in a group of any size.
struct MemberList {
  let group: GroupIdentifier
  let database: Database

  func page(_ position: MemberPosition, limit: Int) throws -> KeyPage<Member> {
    let (parts, key) = parts(position)
    var rows: [Member] = []
    for part in parts where rows.count <= limit {
      rows += try read(part, limit: limit + 1 - rows.count)
    }
    return try KeyPage(
      read: rows, limit: limit, key, total: total(), unfiltered: 0
    ) {
      let opposite: MemberPosition? = rows.first.map { key.isBackward ? .after($0) : .before($0) }
      guard let opposite else { return true }
      return try self.parts(opposite).parts.contains { try !read($0, limit: 1).isEmpty }
    }
  }

  /// How many people, or groups, are directly in it.
  func count(groups: Bool) throws -> RowTotal {
    let rows =
      groups
      ? "SELECT 1 FROM group_nestings WHERE outer_id = ?"
      : "SELECT 1 FROM group_members WHERE group_id = ?"
    return try RowTotal(
      counted: database.first(
        "SELECT count(*) FROM (\(rows) LIMIT \(RowTotal.limit + 1))", [group.text]
      ) { $0[0] } ?? 0)
  }

  private func total() throws -> RowTotal {
    switch (try count(groups: false), try count(groups: true)) {
    case (.exactly(let people), .exactly(let groups)): RowTotal(counted: people + groups)
    default: .atLeast(RowTotal.limit)
    }
  }

  private struct Part {
    var isGroups: Bool
    var position: KeyPosition
  }

  /// Which kinds to walk, in the direction of reading, and how the whole lies.
  private func parts(_ position: MemberPosition) -> (parts: [Part], key: KeyPosition) {
    switch position {
    case .first:
      ([Part(isGroups: false, position: .first), Part(isGroups: true, position: .first)], .first)
    case .last:
      ([Part(isGroups: true, position: .last), Part(isGroups: false, position: .last)], .last)
    case .after(.identity(let id)):
      (
        [
          Part(isGroups: false, position: .after(id.text)),
          Part(isGroups: true, position: .first),
        ], .after(id.text)
      )
    case .after(.group(let id)):
      ([Part(isGroups: true, position: .after(id.text))], .after(id.text))
    case .startingAt(.identity(let id)):
      (
        [
          Part(isGroups: false, position: .startingAt(id.text)),
          Part(isGroups: true, position: .first),
        ], .startingAt(id.text)
      )
    case .startingAt(.group(let id)):
      ([Part(isGroups: true, position: .startingAt(id.text))], .startingAt(id.text))
    case .before(.identity(let id)):
      ([Part(isGroups: false, position: .before(id.text))], .before(id.text))
    case .before(.group(let id)):
      (
        [
          Part(isGroups: true, position: .before(id.text)),
          Part(isGroups: false, position: .last),
        ], .before(id.text)
      )
    }
  }

  private func read(_ part: Part, limit: Int) throws -> [Member] {
    let position = part.position
    let order = position.isBackward ? "DESC" : "ASC"
    let arguments: StatementArguments = [group.text, position.anchor, limit]
    if part.isGroups {
      return try database.all(
        """
        SELECT inner_id FROM group_nestings WHERE outer_id = ? AND inner_id \(position.comparison) ?
        ORDER BY inner_id \(order) LIMIT ?
        """, arguments
      ) { .group(GroupIdentifier(trusted: $0[0])) }
    }
    return try database.all(
      """
      SELECT identity FROM group_members WHERE group_id = ? AND identity \(position.comparison) ?
      ORDER BY identity \(order) LIMIT ?
      """, arguments
    ) { .identity(IdentityIdentifier(trusted: $0[0])) }
  }
}
