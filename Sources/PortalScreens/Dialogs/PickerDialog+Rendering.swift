import PortalModel
import TerminalKit

extension PickerDialog {
  /// How many rows of the list fit in a terminal of a size.
  static func listHeight(_ size: Size) -> Int {
    max(1, Dialog.room(size).rows - 2 - headHeight(size))
  }

  /// The rows above the list: question and text; then a blank and the columns' names, where there is room.
  private static func headHeight(_ size: Size) -> Int { Dialog.room(size).rows < 10 ? 2 : 4 }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let room = Dialog.room(frame.size)
    let inner = Dialog.box(title, room, into: &frame, context)
    frame.write(label, at: inner.origin, role: .label, limit: inner.columns - 5)
    let columns = Self.columns(kind)
    let layout = TableLayout(
      columns: columns,
      fitting: (rows ?? []).map { [StyledLine($0.id), StyledLine($0.name), StyledLine($0.note)] },
      width: inner.columns, ellipsis: context.glyphs.ellipsis)
    let head = Self.headHeight(frame.size)
    if head == 4 { layout.renderHeader(into: &frame, at: inner.rowRect(3).origin) }
    let height = Self.listHeight(frame.size)
    frame.addRegion(inner.rowRect(1), .text(0))
    guard let rows, !rows.isEmpty else {
      let words = rows == nil ? ["Searching…"] : ["Nothing fits what was typed.", kind.beginnings]
      for (line, text) in words.enumerated() where inner.row + head + line < inner.endRow {
        frame.write(
          text, at: Point(column: inner.column + 2, row: inner.row + head + line), role: .dim,
          limit: inner.columns - 2)
      }
      editor.render(
        into: &frame, rect: inner.rowRect(1), focused: true, placeholder: "type to search")
      return
    }
    for (line, index) in scroll.visible(height: height).enumerated() {
      let point = inner.rowRect(head + line).origin
      guard point.row < inner.endRow else { break }
      let row = rows[index]
      let isSelected = index == scroll.selected
      layout.renderRow(
        [row.id, row.name, row.note], into: &frame, at: point, role: isSelected ? .focus : nil)
      if isSelected { frame.write(context.glyphs.selectionMarker, at: point, role: .focus) }
      frame.addRegion(inner.rowRect(head + line), .row(index, list: 0))
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
