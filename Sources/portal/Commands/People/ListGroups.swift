import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal group list`.
struct ListGroups: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List groups by identifier.",
    discussion: """
      The filter looks at identifier and name.

      Example:
        portal group list --filter ^front
      """)
  @OptionGroup var page: PageOptions
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let found = try session.database.groups(
        filter: page.filter, at: page.after.map(KeyPosition.after) ?? .first, limit: page.limit)
      let next = found.hasMoreAfter ? found.rows.last?.id.text : nil
      let table = TextTable(
        titles: ["IDENTIFIER", "NAME", "DESCRIPTION"],
        rows: found.rows.map { [$0.id.text, $0.displayName, $0.description] })
      return Outcome(
        schema: "portal.groups/1",
        [
          .init("total", found.total.json), .init("next", .optional(next)),
          .init("groups", .array(found.rows.map { .object($0.members) })),
        ], lines: table.lines(empty: "No group fits.") + page.more(next: next))
    }
  }
}

/// `portal group show`.
struct ShowGroup: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one group: its members, the groups above it, and what it gives.",
    discussion: """
      Members are people first, then groups, each by identifier.

      Example:
        portal group show web-team
      """)
  @Argument(help: "The group's identifier.", transform: Parsing.group) var id: GroupIdentifier
  @Option(
    help: ArgumentHelp("Only members behind this account.", valueName: "login"),
    transform: Parsing.identity)
  var after: IdentityIdentifier?
  @Option(
    help: ArgumentHelp("Only members behind this group.", valueName: "group"),
    transform: Parsing.group)
  var afterGroup: GroupIdentifier?
  @Option(
    help: ArgumentHelp("At most so many members.", valueName: "rows"), transform: Parsing.limit)
  var limit = 100
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if after != nil, afterGroup != nil {
      throw ValidationError("Give --after or --after-group, not both.")
    }
  }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      guard let found = try session.database.groupPage(id) else { throw Refusal.unknownGroup(id) }
      let members = try session.database.members(of: id, at: position, limit: limit)
      let roles = try session.database.roleLinks(from: id, limit: Self.roleLimit)
      return GroupSheet(
        group: found.group, people: found.people, groups: found.groups,
        above: MemberSheet(member: .group(id), surroundings: found.surroundings),
        members: members, links: roles.rows.flatMap { $0 }.map(\.link),
        hasMoreLinks: roles.hasMoreAfter
      ).outcome
    }
  }

  private var position: MemberPosition {
    if let after { return .after(.identity(after)) }
    if let afterGroup { return .after(.group(afterGroup)) }
    return .first
  }

  /// Applications whose roles are listed.
  private static let roleLimit = 100
}

/// One group as it is shown.
struct GroupSheet {
  var group: Group
  var people: RowTotal
  var groups: RowTotal
  var above: MemberSheet
  var members: KeyPage<Member>
  var links: [RoleLink]
  var hasMoreLinks: Bool

  var outcome: Outcome {
    Outcome(
      schema: "portal.group/1",
      group.members + [
        .init("people", people.json), .init("groups", groups.json),
        .init("members", .array(members.rows.map(\.json))),
        .init("next", next?.json ?? .null), .init("within", above.groupsJSON),
        .init("administers", above.applicationsJSON),
        .init("roles", .array(links.map(\.json))), .init("more_roles", .bool(hasMoreLinks)),
      ], lines: lines)
  }

  private var next: Member? { members.hasMoreAfter ? members.rows.last : nil }

  private var lines: [String] {
    var lines = ["Group: \(group.id)", "  Name         \(group.displayName)"]
    if !group.description.isEmpty { lines.append("  Description  \(group.description)") }
    lines += ["", "Members"] + listed(members.rows.map(\.label))
    if let next {
      let option =
        switch next {
        case .identity(let id): "--after \(id)"
        case .group(let id): "--after-group \(id)"
        }
      lines.append("  There are more: \(option) goes on.")
    }
    lines += ["", "Inside"] + above.groupLines
    lines += ["", "Administers"] + above.applicationLines
    lines += ["", "Gives its members"] + listed(links.map(\.label))
    return lines + (hasMoreLinks ? ["  … and more"] : [])
  }

  private func listed(_ rows: [String]) -> [String] {
    rows.isEmpty ? ["  none"] : rows.map { "  \($0)" }
  }
}

extension RoleLink {
  fileprivate var json: JSONValue {
    .object([
      .init("application", JSONValue(application)), .init("role", JSONValue(role)),
      .init("group", JSONValue(group)),
    ])
  }

  fileprivate var label: String { "role \(role) of \(application), linked to \(group)" }
}
