import PortalModel
import TerminalKit

extension GroupScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let head = PageHead(
      kind: "Group", id: id.text,
      name: detail.map(\.group.displayName).flatMap { $0 == id.text ? nil : $0 } ?? "",
      tabs: Tab.allCases.map { .init(title: $0.title, isHere: $0 == tab) },
      standing: detail != nil ? .read : isGone ? .gone : .reading)
    guard let rest = head.render(into: &frame, context.body), let detail else { return }
    switch tab {
    case .members:
      membersTable.render(members.window, into: &frame, rect: rest, context)
    case .roles: rolesTable.render(roles.window, into: &frame, rect: rest, context)
    case .above: renderAbove(detail, into: &frame, rest, context)
    case .details: renderPane(pane, detail.detailLines, into: &frame, rest, context)
    }
  }

  private var membersTable: WindowTable<GroupMember> {
    WindowTable(
      columns: [
        TableColumn("MEMBER", minimum: 14, ideal: 36, priority: 9),
        TableColumn("NAME", minimum: 9, ideal: 34, priority: 6),
        TableColumn("KIND", minimum: 9, ideal: 22, priority: 7),
      ],
      empty: members.isRead
        ? "Nobody is in this group, so nobody has its roles. \(keyName(.addMember)) adds a member, "
          + "\(keyName(.nestGroup)) a group."
        : "Reading…",
      cells: { row in
        let id =
          switch row.member {
          case .identity(let id): id.text
          case .group(let id): id.text
          }
        return [StyledLine(id), StyledLine(row.name), StyledLine(row.kind?.label ?? "group", .dim)]
      })
  }

  private var rolesTable: WindowTable<GroupRole> {
    WindowTable(
      columns: [
        TableColumn("APPLICATION", minimum: 14, ideal: 32, priority: 8),
        TableColumn("ROLE", minimum: 12, ideal: 32, priority: 9),
        TableColumn("WHY", minimum: 16, ideal: 60, priority: 7),
      ],
      empty: roles.isRead
        ? "No role is linked to this group. Roles are linked on an application's page, tab Roles, "
          + "\(keyName(.linkedGroups))."
        : "Reading…",
      cells: { row in
        [
          StyledLine(row.link.application.text), StyledLine(row.link.role.text),
          row.path.isEmpty
            ? StyledLine("linked to this group")
            : StyledLine(
              "linked to \(row.link.group), which it is in"
                + (row.path.count > 1
                  ? ", through \(listed(row.path.dropLast().map(\.text)))" : ""),
              .dim),
        ]
      })
  }

  private func renderAbove(
    _ detail: GroupDetail, into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    renderTable(
      ListTable(
        columns: [
          TableColumn("GROUP, AND WHAT IT IS IN", minimum: 24, ideal: 50, priority: 9),
          TableColumn("NAME", minimum: 8, ideal: 36, priority: 5),
        ],
        rows: (tree?.rows ?? []).map {
          [
            StyledLine($0.label(context.glyphs)),
            StyledLine(detail.groupNames[$0.group] ?? "", .dim),
          ]
        },
        empty:
          "This group is in no other. On another group's page \(keyName(.nestGroup)) puts this one into it."
      ),
      scroll: above, into: &frame, rect: rect, context)
  }
}

extension GroupDetail {
  /// The tab "Group details".
  var detailLines: [StyledLine] {
    [
      labelled("Identifier", group.id.text), labelled("Display name", group.displayName),
      labelled("Description", group.description.isEmpty ? "none" : group.description),
      labelled(
        "Members", "\(people.words("person", "people")), \(groups.words("group", "groups"))"),
      labelled(
        "Administers",
        administers.isEmpty ? "no application" : listed(administers.map(\.text))),
    ]
  }

  /// The pane beside the list.
  func summaryLines(_ context: ScreenContext) -> [StyledLine] {
    let tree = GroupTree(of: .group(group.id), memberships: memberships)
    var lines: [StyledLine] = [
      StyledLine(group.displayName, .heading), StyledLine(group.id.text, .dim), StyledLine(),
    ]
    if !group.description.isEmpty { lines += [StyledLine(group.description), StyledLine()] }
    lines += [
      StyledLine([("People   ", .label), (people.number, .plain)]),
      StyledLine([("Groups   ", .label), (groups.number, .plain)]),
      StyledLine(), StyledLine("In groups", .label),
    ]
    lines +=
      tree.rows.isEmpty
      ? [StyledLine("none", .dim)]
      : tree.rows.prefix(12).map { StyledLine($0.label(context.glyphs)) }
    guard !administers.isEmpty else { return lines }
    return lines + [StyledLine(), StyledLine("Administers", .label)]
      + administers.prefix(10).map { StyledLine($0.text) }
  }

  private func labelled(_ label: String, _ value: String) -> StyledLine {
    StyledLine([(TerminalText.padded(label, to: 22), .label), (value, .plain)])
  }
}

extension ApplicationPage.Total {
  /// `7`, `1,000+`.
  var number: String {
    switch self {
    case .exactly(let count): grouped(count)
    case .atLeast(let count): "\(grouped(count))+"
    }
  }

  /// `1 person`, `7 people`, `1,000+ people`.
  func words(_ one: String, _ many: String) -> String {
    "\(number) \(self == .exactly(1) ? one : many)"
  }
}
