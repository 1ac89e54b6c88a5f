import PortalModel
import TerminalKit

extension PersonScreen {
  /// The rows under the list of roles in which the selected one's reason stands whole.
  static let reasonRows = 3

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    let name = detail.map { "  \($0.identity.displayName)" } ?? ""
    frame.write(
      StyledLine([(" Person: ", .label), (id.text, .heading), (name, .dim)]), at: body.origin,
      limit: body.columns - 1)
    renderTabs(Tab.allCases.map { ($0.title, $0 == tab) }, into: &frame, body)
    let rest = body.splitRows(top: 3).rest
    guard let detail else {
      frame.write(
        isGone ? "\(id) is gone: somebody has deleted it. Esc goes back." : "Reading…",
        at: Point(column: rest.column + 2, row: rest.row), role: isGone ? .refused : .dim,
        limit: rest.columns - 3)
      return
    }
    switch tab {
    case .account:
      var pane = self.pane
      pane.lines = detail.accountLines(context)
      pane.render(into: &frame, rect: rest.inset(columns: 1, rows: 0), glyphs: context.glyphs)
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
          "In no group, so only roles that apply to all users are given. n puts \(id) into one."
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
        empty: "\(id) owns no application. Whoever adds one, in 1 Applications, owns it."),
      scroll: applications, into: &frame, rect: rect, context)
  }

  private func renderRoles(into frame: inout Frame, _ rect: Rect, _ context: ScreenContext) {
    let how = effectiveSignIn.map { "Signed in with \($0.label); s changes it." } ?? ""
    let scope = includesOpen ? "" : " Only roles that groups give; o shows all."
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

/// Draws a row of tabs under a page's heading; the cursor goes there until a list has it.
func renderTabs(_ tabs: [(title: String, isHere: Bool)], into frame: inout Frame, _ body: Rect) {
  var column = body.column + 1
  for tab in tabs {
    column += frame.write(
      tab.isHere ? "[\(tab.title)]" : " \(tab.title) ",
      at: Point(column: column, row: body.row + 1),
      role: tab.isHere ? .accent : .plain, limit: body.endColumn - column)
    column += 1
  }
  frame.cursor = Point(column: body.column + 1, row: body.row + 1)
}

/// Which of some tabs stands at a column of their row.
func tab(at column: Int, of titles: [String]) -> Int? {
  var start = 1
  for (index, title) in titles.enumerated() {
    let end = start + title.count + 2
    if (start..<end).contains(column) { return index }
    start = end + 1
  }
  return nil
}
