import PortalModel
import TerminalKit

extension ApplicationsScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    let (list, pane) = SidePane.split(body)
    renderHeading(into: &frame, list.rowRect(0), context)
    let layout = TableLayout(
      columns: columns(besidePane: !pane.isEmpty),
      fitting: window.rows.map { cells($0, isShort: true) },
      width: list.columns - 1, ellipsis: context.glyphs.ellipsis)
    layout.renderHeader(into: &frame, at: Point(column: list.column + 1, row: body.row + 1))
    let height = height(body)
    guard !window.rows.isEmpty else {
      frame.write(
        total == nil ? "Reading…" : emptyHint,
        at: Point(column: list.column + 3, row: body.row + 2), role: .dim,
        limit: list.columns - 4)
      if !isFiltering { frame.cursor = Point(column: list.column + 3, row: body.row + 2) }
      return
    }
    let visible = window.scroll.visible(height: height)
    for (line, index) in visible.enumerated() {
      let row = body.row + 2 + line
      frame.addRegion(
        Rect(column: list.column, row: row, columns: list.columns, rows: 1), .row(index, list: 0))
      let isSelected = index == window.scroll.selected
      layout.renderRow(
        cells(window.rows[index], isShort: (layout.columns(of: 3) ?? 0) < 17), into: &frame,
        at: Point(column: list.column + 1, row: row),
        role: isSelected ? (isFiltering ? .selectionInactive : .focus) : nil)
      let point = Point(column: list.column + 1, row: row)
      context.renderMark(
        .application(window.rows[index].id), isSelected: isSelected, into: &frame, at: point,
        selection: isFiltering ? .selectionInactive : .focus)
      if isSelected, !isFiltering { frame.cursor = point }
    }
    let room = list.splitRows(top: 3 + visible.count).rest
    if context.isFirstStart { Self.renderIntroduction(into: &frame, room, context) }
    let isOfRow = detail?.application.id == selected?.id
    SidePane.render(isOfRow ? detail?.summaryLines(context) : nil, into: &frame, pane, context)
  }

  /// What the program is, under a short list, until the story of the first start is done.
  static let introduction =
    "This is a rehearsal of CERN's Application Portal and of its token service. All of it is on this "
    + "machine and made up: you can be everybody, and everything can be undone."

  private static func renderIntroduction(
    into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    let room = rect.inset(columns: 3, rows: 0)
    let lines =
      TerminalText.wrapped(introduction, to: min(room.columns, 76)).map { StyledLine($0, .dim) }
      + [
        .hint(.help, "lists the keys") + StyledLine("   ")
          + .hint(.bridge, "says what each thing is in the real portal")
      ]
    guard lines.count < room.rows else { return }
    for (row, line) in lines.enumerated() {
      frame.write(
        line.truncated(to: room.columns, ellipsis: context.glyphs.ellipsis),
        at: room.rowRect(row).origin)
    }
  }

  /// What the pane beside the list says at length is the first to go from the list.
  private func columns(besidePane: Bool) -> [TableColumn] {
    [
      TableColumn("IDENTIFIER", minimum: 17, ideal: 32, priority: 9),
      TableColumn("NAME", minimum: besidePane ? 18 : 9, ideal: 28, priority: 6),
      TableColumn("OWNER", minimum: 8, ideal: 12, priority: 7),
      TableColumn("SSO", minimum: 12, ideal: 17, priority: besidePane ? 1 : 5),
      TableColumn("ROLES", minimum: 5, ideal: 5, priority: 2, alignment: .right),
      TableColumn("MAY CALL", minimum: 8, ideal: 8, priority: 3, alignment: .right),
      TableColumn("CALLED BY", minimum: 9, ideal: 9, priority: 4, alignment: .right),
      // Seldom of use, so the first to go; where it is listed by category it stays.
      TableColumn(
        "CATEGORY", minimum: 8, ideal: 8, priority: category == nil && sort != .category ? 0 : 8),
    ]
  }

  private func cells(_ row: ApplicationRow, isShort: Bool) -> [StyledLine] {
    [
      StyledLine(row.id.text), StyledLine(row.name), StyledLine(row.owner.text),
      StyledLine(
        row.kind.map { Self.provider($0, isShort: isShort) } ?? "none",
        row.kind == nil ? .dim : .plain),
      StyledLine(String(row.roles)), StyledLine(String(row.mayCall)),
      StyledLine(String(row.calledBy)), StyledLine(row.category.label),
    ]
  }

  /// The kind of client; without "OIDC" where the column has no room for it.
  private static func provider(_ kind: ClientKind, isShort: Bool) -> String {
    switch kind {
    case .public, .confidential: isShort ? kind.label : kind.providerLabel
    case .confidentialWithClientCredentials: isShort ? "conf. + own" : "OIDC conf. + own"
    }
  }

  private func renderHeading(into frame: inout Frame, _ rect: Rect, _ context: ScreenContext) {
    var heading = StyledLine([
      (showsAll ? " All Applications" : " My Applications", .heading), ("   ", .plain),
    ])
    heading.append(showsAll ? " mine " : "[mine]", showsAll ? .plain : .accent, target: .tab(0))
    heading.append(" ")
    heading.append(showsAll ? "[all]" : " all ", showsAll ? .accent : .plain, target: .tab(1))
    if let category { heading.append("  \(category.label) only", .accent) }
    if sort != .identifier { heading.append("  by \(sort.rawValue)", .dim) }
    FilterHeading(heading: heading, count: countText, filter: filter, isFiltering: isFiltering)
      .render(into: &frame, rect)
  }

  /// `3 of 214`, `214`, `1,000+`.
  private var countText: String {
    switch total {
    case nil: ""
    case .exactly(let count):
      filter.isEmpty && category == nil
        ? grouped(count) : "\(grouped(count)) of \(grouped(unfiltered))"
    case .atLeast(let count): "\(grouped(count))+ of \(grouped(unfiltered))"
    }
  }
}
