import PortalModel
import TerminalKit

extension ActivityScreen {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let body = context.body
    frame.write(
      StyledLine([(" Activity", .heading), ("   \(filterText ?? "everything")", .dim)])
        .truncated(to: body.columns - 1, ellipsis: context.glyphs.ellipsis),
      at: Point(column: body.column, row: body.row))
    let layout = TableLayout(
      columns: [
        TableColumn("NO", minimum: 4, ideal: 7, priority: 8, alignment: .right),
        TableColumn("WHEN", minimum: 9, ideal: 11, priority: 4),
        TableColumn("WHO", minimum: 8, ideal: 16, priority: 7),
        TableColumn("WHAT", minimum: 20, ideal: 90, priority: 9),
        TableColumn("RESULT", minimum: 14, ideal: 18, priority: 6),
      ], fitting: window.rows.map { cells($0, context) }, width: body.columns - 2,
      ellipsis: context.glyphs.ellipsis)
    layout.renderHeader(into: &frame, at: Point(column: body.column + 1, row: body.row + 1))
    guard !window.rows.isEmpty else {
      let point = Point(column: body.column + 3, row: body.row + 2)
      frame.write(emptyHint, at: point, role: .dim)
      frame.cursor = point
      return
    }
    for (line, index) in window.scroll.visible(height: height(body)).enumerated() {
      let point = Point(column: body.column + 1, row: body.row + 2 + line)
      let row = window.rows[index]
      let isSelected = index == window.scroll.selected
      frame.addRegion(body.rowRect(2 + line), .row(index, list: 0))
      layout.renderRow(
        cells(row, context), into: &frame, at: point, role: isSelected ? .focus : nil)
      context.renderMark(
        .row(row.number), isSelected: isSelected, into: &frame, at: point)
      if isSelected { frame.cursor = point }
    }
  }

  private func cells(_ row: ActivityRow, _ context: ScreenContext) -> [StyledLine] {
    [
      StyledLine(row.number, .dim), StyledLine(row.at.relative(to: context.now), .dim),
      StyledLine(row.who), StyledLine(row.sentence, row.isUndone ? .dim : .plain),
      StyledLine(row.result, row.resultRole),
    ]
  }
}

extension ActivityRow {
  fileprivate var isUndone: Bool {
    if case .entry(_, _, _, .some) = what { true } else { false }
  }

  fileprivate var resultRole: StyleRole {
    switch what {
    case .entry(_, _, _, .some): .removed
    case .entry(_, _, let changed, nil): changed ? .granted : .dim
    case .refusal: .refused
    case .request(let request): request.status < 400 ? .granted : .refused
    }
  }
}
