import TerminalKit

/// Draws the rows of a window that are in view, with header and cursor.
struct WindowTable<Row: Hashable & Encodable & Sendable> {
  var columns: [TableColumn]
  /// What to say where there are no rows.
  var empty: String
  var cells: (Row) -> [StyledLine]

  func render(
    _ window: RowWindow<Row>, into frame: inout Frame, rect: Rect, _ context: ScreenContext,
    isFocused: Bool = true
  ) {
    let layout = TableLayout(
      columns: columns, fitting: window.rows.map(cells), width: rect.columns - 2,
      ellipsis: context.glyphs.ellipsis)
    let room = TableRoom(rect)
    room.renderHeader(layout, into: &frame)
    guard !window.rows.isEmpty else {
      return room.renderEmpty(empty, into: &frame, isFocused: isFocused)
    }
    let visible = window.scroll.visible(height: room.height)
    for (line, index) in visible.enumerated() where window.rows.indices.contains(index) {
      let point = room.point(line: line)
      let isSelected = index == window.scroll.selected
      let role: StyleRole? = isSelected ? (isFocused ? .focus : .selectionInactive) : nil
      layout.renderRow(cells(window.rows[index]), into: &frame, at: point, role: role)
      frame.addRegion(room.line(line), .row(index, list: 0))
      guard isSelected else { continue }
      frame.write(context.glyphs.selectionMarker, at: point, role: role ?? .focus)
      if isFocused { frame.cursor = point }
    }
  }
}
