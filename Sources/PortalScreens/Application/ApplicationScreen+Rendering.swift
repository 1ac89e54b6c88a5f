import PortalModel
import TerminalKit

extension ApplicationScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let head = PageHead(
      kind: "Application", id: id.text,
      tabs: Tab.allCases.map { .init(title: $0.title, isHere: $0 == tab) },
      standing: detail != nil ? .read : isGone ? .gone : .reading)
    guard let rest = head.render(into: &frame, context.body), let detail else { return }
    switch tab {
    case .details: renderPane(pane, detail.detailLines(context), into: &frame, rest, context)
    case .registration:
      renderPane(
        pane, detail.registrationLines(provider, context.glyphs), into: &frame, rest, context)
    case .roles: renderRoles(detail, into: &frame, rest, context)
    case .memberships: renderMemberships(detail, into: &frame, rest, context)
    }
  }

  private func renderRoles(
    _ detail: ApplicationDetail, into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    renderTable(
      ListTable(
        columns: [
          TableColumn("ROLE", minimum: 12, ideal: 24, priority: 9),
          TableColumn("NAME", minimum: 8, ideal: 24, priority: 4),
          TableColumn("FLAGS", minimum: 10, ideal: 34, priority: 6),
          TableColumn("LEVEL", minimum: 6, ideal: 14, priority: 5),
          TableColumn("LINKED GROUPS", minimum: 13, ideal: 30, priority: 7),
        ],
        rows: detail.roles.map { detail in
          [
            StyledLine(detail.role.id.text), StyledLine(detail.role.name),
            StyledLine(detail.role.flagWords), StyledLine(detail.role.minimumLevel.shortLabel),
            detail.groups.isEmpty
              ? StyledLine("none", .dim)
              : StyledLine(detail.groups.map(\.id.text).joined(separator: ", ")),
          ]
        }, empty: "This application has no roles; \(keyName(.addRole)) adds one."),
      scroll: roles, into: &frame, rect: rect, context)
  }

  private func renderMemberships(
    _ detail: ApplicationDetail, into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    if Self.membershipsRect(rect) != rect {
      frame.write(
        TerminalText.truncated(
          "Groups of its own identity, \(detail.application.identity):", to: rect.columns - 2,
          ellipsis: context.glyphs.ellipsis),
        at: Point(column: rect.column + 1, row: rect.row), role: .dim)
    }
    renderTable(
      .groups(detail.memberships, empty: "It is in no group."), scroll: memberships, into: &frame,
      rect: Self.membershipsRect(rect), context)
  }
}

extension ApplicationScreen {
  /// Where the groups of the own identity stand: under what they are, where there is room for both.
  static func membershipsRect(_ rect: Rect) -> Rect { rect.splitRows(top: 2, keeping: 2).rest }
}

extension LinkedGroupsScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    frame.write(
      StyledLine([
        (" Linked Groups of ", .label), (role.text, .heading), (" of \(application)", .label),
      ]), at: body.origin, limit: body.columns - 1)
    let rest = body.splitRows(top: 2).rest
    guard let groups else { return }
    renderTable(
      .groups(
        groups, empty: "You do not have any linked groups yet! \(keyName(.linkGroup)) links one."),
      scroll: scroll, into: &frame, rect: rest, context)
  }
}

/// A table that fits the screen whole, with a cursor.
struct ListTable {
  var columns: [TableColumn]
  var rows: [[StyledLine]]
  var empty: String
  /// What the rows stand for, where changes by others are marked.
  var things: [Marks.Thing] = []
  /// Which of the page's lists it is, for the mouse.
  var list = 0

  static func groups(_ groups: [Group], empty: String) -> ListTable {
    ListTable(
      columns: [
        TableColumn("IDENTIFIER", minimum: 12, ideal: 34, priority: 9),
        TableColumn("DISPLAY NAME", minimum: 8, ideal: 30, priority: 5),
        TableColumn("DESCRIPTION", minimum: 8, ideal: 40, priority: 4),
      ],
      rows: groups.map {
        [StyledLine($0.id.text), StyledLine($0.displayName), StyledLine($0.description)]
      }, empty: empty)
  }
}

/// Draws a table with its header; the terminal's cursor goes to the selected row.
func renderTable(
  _ table: ListTable, scroll: ListScroll, into frame: inout Frame, rect: Rect,
  _ context: ScreenContext, isFocused: Bool = true
) {
  let layout = TableLayout(
    columns: table.columns, fitting: table.rows, width: rect.columns - 2,
    ellipsis: context.glyphs.ellipsis)
  let room = TableRoom(rect)
  room.renderHeader(layout, into: &frame)
  guard !table.rows.isEmpty else {
    return room.renderEmpty(table.empty, into: &frame, isFocused: isFocused)
  }
  for (line, index) in scroll.visible(height: room.height).enumerated()
  where table.rows.indices.contains(index) {
    let point = room.point(line: line)
    frame.addRegion(room.line(line), .row(index, list: table.list))
    defer {
      if table.things.indices.contains(index) {
        context.renderMark(table.things[index], isSelected: false, into: &frame, at: point)
      }
    }
    guard index == scroll.selected else {
      layout.renderRow(table.rows[index], into: &frame, at: point)
      continue
    }
    layout.renderRow(
      table.rows[index], into: &frame, at: point, role: isFocused ? .focus : .selectionInactive)
    guard isFocused else { continue }
    frame.write(context.glyphs.selectionMarker, at: point, role: .focus)
    frame.cursor = point
  }
}
