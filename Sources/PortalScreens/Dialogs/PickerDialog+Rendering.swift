import PortalModel
import TerminalKit

extension PickerDialog {
  /// How many rows of the list fit in a terminal of a size.
  static func listHeight(_ size: Size) -> Int { max(1, Dialog.room(size).rows - 6) }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let room = Dialog.room(frame.size)
    let inner = Dialog.box(title, room, into: &frame, context)
    frame.write(label, at: inner.origin, role: .label, limit: inner.columns)
    let columns = Self.columns(kind)
    let layout = TableLayout(
      columns: columns, width: inner.columns, ellipsis: context.glyphs.ellipsis)
    layout.renderHeader(into: &frame, at: inner.rowRect(3).origin)
    let height = Self.listHeight(frame.size)
    guard let rows, !rows.isEmpty else {
      frame.write(
        rows == nil ? "Searching…" : "Nothing fits what was typed.",
        at: Point(column: inner.column + 2, row: inner.row + 4), role: .dim)
      editor.render(
        into: &frame, rect: inner.rowRect(1), focused: true, placeholder: "type to search")
      return
    }
    for (line, index) in scroll.visible(height: height).enumerated() {
      let point = inner.rowRect(4 + line).origin
      guard point.row < inner.endRow else { break }
      let row = rows[index]
      let isSelected = index == scroll.selected
      layout.renderRow(
        [row.id, row.name, row.note], into: &frame, at: point, role: isSelected ? .focus : nil)
      if isSelected { frame.write(context.glyphs.selectionMarker, at: point, role: .focus) }
    }
    let count = rows.count >= Self.limit ? "\(rows.count)+" : "\(rows.count)"
    frame.write(StyledLine(count, .dim), endingAt: inner.endColumn, row: inner.row)
    editor.render(
      into: &frame, rect: inner.rowRect(1), focused: true, placeholder: "type to search")
  }

  private static func columns(_ kind: PickerQuery.Kind) -> [TableColumn] {
    switch kind {
    case .application:
      [
        TableColumn("IDENTIFIER", minimum: 12, ideal: 32, priority: 9),
        TableColumn("NAME", minimum: 8, ideal: 30, priority: 5),
        TableColumn("OWNER", minimum: 6, ideal: 16, priority: 7),
      ]
    case .identity:
      [
        TableColumn("LOGIN", minimum: 10, ideal: 30, priority: 9),
        TableColumn("NAME", minimum: 8, ideal: 30, priority: 7),
        TableColumn("ACCOUNT", minimum: 8, ideal: 20, priority: 5),
      ]
    case .group:
      [
        TableColumn("IDENTIFIER", minimum: 12, ideal: 34, priority: 9),
        TableColumn("DISPLAY NAME", minimum: 8, ideal: 30, priority: 6),
        TableColumn("DESCRIPTION", minimum: 8, ideal: 30, priority: 4),
      ]
    }
  }
}

extension HelpDialog {
  static func listHeight(_ size: Size) -> Int { max(1, Dialog.room(size).rows - 4) }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let inner = Dialog.box(
      "Help: the keys that work here", Dialog.room(frame.size), into: &frame, context)
    frame.write("filter ", at: inner.origin, role: .label)
    let rows = self.rows
    for (line, index) in scroll.visible(height: inner.rows - 2).enumerated()
    where rows.indices.contains(index) {
      let row = rows[index]
      let isSelected = index == scroll.selected
      let point = inner.rowRect(2 + line).origin
      if isSelected { frame.fill(inner.rowRect(2 + line), role: .focus) }
      let keys = row.keys.map { $0.name(glyphs: context.glyphs) }.joined(separator: " ")
      frame.write(
        TerminalText.padded(keys, to: 12), at: point, role: isSelected ? .focus : .key, limit: 12)
      frame.write(
        TerminalText.truncated(
          row.summary, to: inner.columns - 13, ellipsis: context.glyphs.ellipsis),
        at: Point(column: point.column + 13, row: point.row), role: isSelected ? .focus : .plain)
    }
    if rows.isEmpty {
      frame.write("No key fits what was typed.", at: inner.rowRect(2).origin, role: .dim)
    }
    editor.render(
      into: &frame,
      rect: Rect(
        column: inner.column + 7, row: inner.row, columns: max(1, inner.columns - 7), rows: 1),
      focused: true, placeholder: "type to filter; ⏎ runs the action")
  }
}
