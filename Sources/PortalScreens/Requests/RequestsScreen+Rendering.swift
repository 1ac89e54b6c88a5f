import PortalModel
import TerminalKit

extension RequestsScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    guard lists != nil, person == context.acting.id else {
      frame.write(
        "Reading…", at: Point(column: body.column + 2, row: body.row), role: .dim)
      frame.cursor = Point(column: body.column + 2, row: body.row)
      return
    }
    let lines = self.lines(context)
    let layout = TableLayout(
      columns: [
        TableColumn("FROM", minimum: 12, ideal: 32, priority: 9),
        TableColumn("TO", minimum: 12, ideal: 32, priority: 8),
        TableColumn("STATE", minimum: 11, ideal: 11, priority: 7),
        TableColumn("WHO", minimum: 8, ideal: 22, priority: 6),
        TableColumn("SINCE", minimum: 10, ideal: 12, priority: 3),
        TableColumn("WORDS", minimum: 10, ideal: 40, priority: 2),
      ], fitting: lines.map(\.cells).filter { !$0.isEmpty }, width: body.columns - 2,
      ellipsis: context.glyphs.ellipsis)
    layout.renderHeader(into: &frame, at: Point(column: body.column + 1, row: body.row))
    let height = max(1, body.rows - 1)
    let selectedLine = lines.firstIndex { $0.index == scroll.selection } ?? 0
    // The heading above the first row stays in view with it.
    let first = max(0, min(selectedLine - 1, max(selectedLine - height + 1, 0)))
    if scroll.selection == nil {
      frame.cursor = Point(column: body.column + 1, row: body.row + 1)
    }
    for (offset, line) in lines.dropFirst(first).prefix(height).enumerated() {
      let point = Point(column: body.column + 1, row: body.row + 1 + offset)
      guard let index = line.index else {
        frame.write(
          line.text.truncated(to: body.columns - 2, ellipsis: context.glyphs.ellipsis), at: point)
        continue
      }
      frame.addRegion(body.rowRect(1 + offset), .row(index, list: 0))
      let isSelected = index == scroll.selection
      layout.renderRow(line.cells, into: &frame, at: point, role: isSelected ? .focus : nil)
      if let thing = line.thing {
        context.renderMark(thing, isSelected: isSelected, into: &frame, at: point)
      }
      if isSelected { frame.cursor = point }
    }
  }

  private struct Line {
    var text = StyledLine()
    var cells: [StyledLine] = []
    /// The row's number among all rows; `nil` for headings.
    var index: Int?
    var thing: Marks.Thing?
  }

  private func lines(_ context: ScreenContext) -> [Line] {
    var lines: [Line] = []
    var index = 0
    // Of several rounds of one direction the mark is the newest one's, which comes first.
    var marked: Set<Marks.Thing> = []
    for part in Part.allCases {
      let rows = self.rows(of: part)
      lines.append(Line(text: StyledLine("\(part.title) (\(rows.count))", .heading)))
      if rows.isEmpty { lines.append(Line(text: StyledLine("  \(part.emptyText)", .dim))) }
      for row in rows {
        lines.append(
          Line(
            cells: cells(row, part, context), index: index,
            thing: marked.insert(row.thing).inserted ? row.thing : nil))
        index += 1
      }
    }
    return lines
  }

  private func cells(
    _ row: RequestRow, _ part: Part, _ context: ScreenContext
  ) -> [StyledLine] {
    switch row {
    case .round(let row): cells(row, part, context)
    case .offer(let offer):
      [
        StyledLine(offer.application.text), StyledLine("a new owner"),
        StyledLine("\(context.glyphs.pending) offered", .pending),
        StyledLine(part == .waiting ? "from \(offer.by)" : "\(offer.to) decides"),
        StyledLine(offer.at.relative(to: context.now), .dim),
        StyledLine("the application's ownership", .dim),
      ]
    }
  }

  private func cells(
    _ row: PermissionRow, _ part: Part, _ context: ScreenContext
  ) -> [StyledLine] {
    let permission = row.permission
    let who: String =
      switch part {
      case .waiting: "from \(permission.openedBy)"
      case .sent: "\(row.deciders.owner) decides"
      case .decided: permission.decidedBy.map { "by \($0)" } ?? ""
      }
    let words = permission.reason.isEmpty ? permission.justification : permission.reason
    return [
      StyledLine(permission.direction.source.text), StyledLine(permission.direction.target.text),
      permission.state.badge(context.glyphs), StyledLine(who),
      StyledLine((permission.decidedAt ?? permission.openedAt).relative(to: context.now), .dim),
      StyledLine(words, .dim),
    ]
  }
}
