import PortalModel
import TerminalKit

extension PersonScreen {
  /// The rows under the list of roles in which the selected one's reason stands whole.
  static let reasonRows = 3

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let head = PageHead(
      kind: "Person", id: id.text, name: detail?.identity.displayName ?? "",
      tabs: Tab.allCases.map { .init(title: $0.title, isHere: $0 == tab) },
      standing: detail != nil ? .read : isGone ? .gone : .reading)
    guard let rest = head.render(into: &frame, context.body), let detail else { return }
    switch tab {
    case .account: renderPane(pane, detail.accountLines(context), into: &frame, rest, context)
    case .groups: renderGroups(detail, into: &frame, rest, context)
    case .applications: renderApplications(detail, into: &frame, rest, context)
    case .roles: renderRoles(into: &frame, rest, context)
    }
  }

  private func renderGroups(
    _ detail: PersonDetail, into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    renderTable(
      ListTable(
        columns: [
          TableColumn("GROUP, AND WHAT IT IS IN", minimum: 24, ideal: 48, priority: 9),
          TableColumn("HOW", minimum: 9, ideal: 22, priority: 8),
          TableColumn("NAME", minimum: 8, ideal: 30, priority: 5),
        ],
        rows: (tree?.rows ?? []).map { row in
          [
            StyledLine(row.label(context.glyphs)),
            row.depth == 0
              ? StyledLine("direct") : StyledLine(row.isRepeated ? "as above" : "inherited", .dim),
            StyledLine(detail.groupNames[row.group] ?? "", .dim),
          ]
        },
        empty:
          "In no group, so only roles that apply to all users are given. "
          + "\(keyName(.joinGroup)) puts \(id) into one."
      ), scroll: groups, into: &frame, rect: rect, context)
  }

  private func renderApplications(
    _ detail: PersonDetail, into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    renderTable(
      ListTable(
        columns: [
          TableColumn("IDENTIFIER", minimum: 17, ideal: 32, priority: 9),
          TableColumn("NAME", minimum: 9, ideal: 40, priority: 6),
          TableColumn("STATE", minimum: 10, ideal: 10, priority: 7),
        ],
        rows: detail.owned.map { application in
          [
            StyledLine(application.id.text), StyledLine(application.name),
            application.blocked
              ? StyledLine("\(context.glyphs.refused) blocked", .refused)
              : StyledLine("\(context.glyphs.granted) active", .granted),
          ]
        },
        empty:
          "\(id) owns no application. Whoever adds one, in \(Section.applications.name), owns it."),
      scroll: applications, into: &frame, rect: rect, context)
  }

  private func renderRoles(into frame: inout Frame, _ rect: Rect, _ context: ScreenContext) {
    let how =
      effectiveSignIn.map { "Signed in with \($0.label); \(keyName(.signInAs)) changes it." } ?? ""
    let scope =
      includesOpen ? "" : " Only roles that groups give; \(keyName(.openRoles)) shows all."
    let (heading, table, reason) = Self.rolesRects(rect)
    if !heading.isEmpty {
      frame.write(
        how + scope, at: Point(column: rect.column + 1, row: rect.row), role: .dim,
        limit: rect.columns - 2)
    }
    WindowTable<PersonRole>(
      columns: [
        TableColumn("APPLICATION", minimum: 14, ideal: 24, priority: 8),
        TableColumn("ROLE", minimum: 12, ideal: 22, priority: 9),
        TableColumn("WHY", minimum: 20, ideal: 90, priority: 7),
      ],
      empty: roles.isRead
        ? "No role anywhere: no linked group holds \(id), and none applies to all." : "Reading…",
      cells: { row in
        let isGiven = row.finding.isGiven
        let mark = isGiven ? context.glyphs.tick : context.glyphs.middleDot
        return [
          StyledLine(row.finding.application.text),
          StyledLine("\(mark) \(row.finding.role)", isGiven ? .granted : .dim),
          StyledLine(row.finding.reason(for: id), isGiven ? .plain : .dim),
        ]
      }
    ).render(roles.window, into: &frame, rect: table, context)
    guard let row = roles.selected else { return }
    // The reason whole: the column may have cut it.
    let lines = StyledLine([
      ("\(row.finding.role) of \(row.finding.application): ", .label),
      (row.finding.reason(for: id), .plain),
    ]).wrapped(to: max(1, rect.columns - 2))
    for (index, line) in lines.prefix(max(0, reason.rows - 1)).enumerated() {
      frame.write(
        line, at: Point(column: rect.column + 1, row: reason.row + 1 + index),
        limit: rect.columns - 2)
    }
  }
}

extension PersonScreen {
  /// Shares out the rows of the tab "Roles": the list first, what explains it where there is room.
  static func rolesRects(_ rect: Rect) -> (heading: Rect, table: Rect, reason: Rect) {
    let (heading, rest) = rect.splitRows(top: 1, keeping: 2)
    let (table, reason) = rest.splitRows(bottom: reasonRows, keeping: 2)
    return (heading, table, reason)
  }
}

extension GroupTree.Row {
  /// The group, as far in as it is above.
  func label(_ glyphs: Glyphs) -> String {
    guard depth > 0 else { return group.text }
    // Very deep nesting is told by number: the name must stay readable.
    let shift = depth <= 8 ? String(repeating: "  ", count: depth) : "  (\(depth)) "
    return "\(shift)\(glyphs.arrow) \(group)"
  }
}
