import TerminalKit

/// Draws the rows of a window that are in view, with header and cursor.
struct WindowTable<Row: Hashable & Sendable> {
  var columns: [TableColumn]
  /// What to say where there are no rows.
  var empty: String
  var cells: (Row) -> [StyledLine]

  /// How many rows fit under the header.
  static func height(_ rect: Rect) -> Int { max(1, rect.rows - 1) }

  func render(
    _ window: RowWindow<Row>, into frame: inout Frame, rect: Rect, _ context: ScreenContext,
    isFocused: Bool = true
  ) {
    let layout = TableLayout(
      columns: columns, width: rect.columns - 2, ellipsis: context.glyphs.ellipsis)
    layout.renderHeader(into: &frame, at: Point(column: rect.column + 1, row: rect.row))
    guard !window.rows.isEmpty else {
      let lines = TerminalText.wrapped(empty, to: max(1, rect.columns - 4))
      for (index, line) in lines.enumerated() where index + 1 < rect.rows {
        frame.write(
          line, at: Point(column: rect.column + 3, row: rect.row + 1 + index), role: .dim,
          limit: rect.columns - 4)
      }
      if isFocused { frame.cursor = Point(column: rect.column + 3, row: rect.row + 1) }
      return
    }
    let visible = window.scroll.visible(height: Self.height(rect))
    for (line, index) in visible.enumerated() where window.rows.indices.contains(index) {
      let point = Point(column: rect.column + 1, row: rect.row + 1 + line)
      let isSelected = index == window.scroll.selected
      let role: StyleRole? = isSelected ? (isFocused ? .focus : .selectionInactive) : nil
      layout.renderRow(cells(window.rows[index]), into: &frame, at: point, role: role)
      guard isSelected else { continue }
      frame.write(context.glyphs.selectionMarker, at: point, role: role ?? .focus)
      if isFocused { frame.cursor = point }
    }
  }
}
