import TerminalKit

/// How a table shares out the rows it is given: in the last one the selected row stands, not the header.
struct TableRoom: Hashable {
  var rect: Rect

  init(_ rect: Rect) { self.rect = rect }

  /// The rows of the header: none where there is room for one row only.
  var headerRows: Int { rect.rows > 1 ? 1 : 0 }

  /// The rows under the header; 0 where nothing may be drawn.
  var height: Int { rect.rows - headerRows }

  /// Where a line of the rows in view begins.
  func point(line: Int) -> Point {
    Point(column: rect.column + 1, row: rect.row + headerRows + line)
  }

  /// A line of the rows in view, as wide as the table.
  func line(_ line: Int) -> Rect { rect.rowRect(headerRows + line) }

  func renderHeader(_ layout: TableLayout, into frame: inout Frame) {
    guard headerRows > 0 else { return }
    layout.renderHeader(into: &frame, at: Point(column: rect.column + 1, row: rect.row))
  }

  /// Says why there are no rows; the cursor goes there.
  func renderEmpty(_ text: String, into frame: inout Frame, isFocused: Bool) {
    guard height > 0 else { return }
    let lines = TerminalText.wrapped(text, to: max(1, rect.columns - 4))
    let start = Point(column: rect.column + 3, row: point(line: 0).row)
    for (index, line) in lines.prefix(height).enumerated() {
      frame.write(
        line, at: Point(column: start.column, row: start.row + index), role: .dim,
        limit: rect.columns - 4)
    }
    if isFocused { frame.cursor = start }
  }
}

extension Rect {
  /// Cuts up to `count` rows off the top, and leaves at least `kept` rows where there are as many.
  func splitRows(top count: Int, keeping kept: Int) -> (top: Rect, rest: Rect) {
    splitRows(top: min(count, max(0, rows - kept)))
  }

  /// Cuts up to `count` rows off the bottom, and leaves at least `kept` rows where there are as many.
  func splitRows(bottom count: Int, keeping kept: Int) -> (rest: Rect, bottom: Rect) {
    splitRows(bottom: min(count, max(0, rows - kept)))
  }
}
