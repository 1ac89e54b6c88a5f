import PortalModel
import PortalStore

/// What stands around an account or a group: the groups that it is in, and applications.
struct MemberSheet {
  var member: Member
  var surroundings: MemberSurroundings

  /// The groups that the member is in, each with a shortest way there.
  private var groups: [(id: GroupIdentifier, path: [GroupIdentifier])] {
    let closure = GroupClosure(of: member, memberships: surroundings.memberships)
    return closure.groups.map { ($0, closure.path(to: $0)) }
  }

  var groupsJSON: JSONValue {
    .array(
      groups.map { group in
        .object([
          .init("id", JSONValue(group.id)),
          .init("name", .string(surroundings.groupNames[group.id] ?? group.id.text)),
          .init("path", .texts(group.path.map(\.text))),
        ])
      })
  }

  var groupLines: [String] {
    TextTable(
      titles: ["GROUP", "NAME", "THROUGH"],
      rows: groups.map { group in
        [
          group.id.text, surroundings.groupNames[group.id] ?? "",
          group.path.dropLast().map(\.text).joined(separator: ", "),
        ]
      }
    ).lines(empty: "none").map { "  \($0)" }
  }

  var applicationsJSON: JSONValue {
    .array(
      surroundings.applications.map {
        .object([
          .init("id", JSONValue($0.id)), .init("name", .string($0.name)),
          .init("blocked", .bool($0.blocked)),
        ])
      })
  }

  var applicationLines: [String] {
    var lines = TextTable(
      titles: ["IDENTIFIER", "NAME"],
      rows: surroundings.applications.map {
        [$0.id.text, $0.name + ($0.blocked ? " (blocked)" : "")]
      }
    ).lines(empty: "none")
    if case .atLeast = surroundings.applicationsTotal { lines.append("… and more") }
    return lines.map { "  \($0)" }
  }
}
