import TerminalKit

extension ActionsDialog {
  /// The rows beneath the list in which the action under the cursor is explained.
  private static let explained = 2

  /// How many rows of the list fit in a terminal of a size.
  static func listHeight(_ size: Size) -> Int {
    max(1, Dialog.room(size).rows - 5 - explained)
  }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let glyphs = context.glyphs
    // Wider than other dialogs: no sentence of the table is cut where there is room for it.
    let room = Size(
      columns: min(frame.size.columns - 2, 140), rows: Dialog.room(frame.size).rows)
    let inner = Dialog.box(title, room, into: &frame, context)
    frame.write("filter ", at: inner.origin, role: .label)
    let rows = self.rows
    let height = max(1, inner.rows - 3 - Self.explained)
    for (line, index) in scroll.visible(height: height).enumerated()
    where rows.indices.contains(index) {
      render(
        rows[index], isSelected: index == scroll.selected, into: &frame, inner.rowRect(2 + line),
        glyphs)
      frame.addRegion(inner.rowRect(2 + line), .row(index, list: 0))
    }
    if rows.isEmpty {
      frame.write("No action fits what was typed.", at: inner.rowRect(2).origin, role: .dim)
    }
    if let selected, inner.rows > 5 {
      frame.horizontalRule(inner.rowRect(2 + height), glyphs: glyphs)
      let text = StyledLine(selected.explanation).wrapped(to: inner.columns)
      for (line, text) in text.prefix(Self.explained).enumerated() {
        frame.write(text, at: inner.rowRect(3 + height + line).origin, limit: inner.columns)
      }
    }
    let field = Rect(
      column: inner.column + 7, row: inner.row, columns: max(1, inner.columns - 7), rows: 1)
    frame.addRegion(field, .text(0))
    editor.render(
      into: &frame, rect: field, focused: true,
      placeholder: "type to filter; \(keyName(.actionsRun)) runs the action")
  }

  private func render(
    _ entry: ActionEntry, isSelected: Bool, into frame: inout Frame, _ rect: Rect,
    _ glyphs: Glyphs
  ) {
    let shown: StyleRole? = isSelected ? .focus : nil
    if isSelected { frame.fill(rect, role: .focus) }
    // A whole name or none: "Backspac" is no key.
    var keys = ""
    for key in entry.keys {
      let longer = keys.isEmpty ? key.name(glyphs: glyphs) : "\(keys) \(key.name(glyphs: glyphs))"
      if TerminalText.columns(of: longer) > 11 { break }
      keys = longer
    }
    let isPossible = if case .impossible = entry.standing { false } else { true }
    let sign = isPossible ? "" : "\(glyphs.refused) not now: "
    frame.write(keys, at: rect.origin, role: shown ?? (isPossible ? .key : .dim), limit: 12)
    frame.write(
      TerminalText.truncated(
        sign + entry.row.summary, to: rect.columns - 13, ellipsis: glyphs.ellipsis),
      at: Point(column: rect.column + 13, row: rect.row),
      role: shown ?? (isPossible ? .plain : .dim))
  }
}

extension ActionEntry {
  /// What the lines beneath the list say of the action under the cursor.
  var explanation: String {
    switch standing {
    case .here: row.summary
    case .elsewhere(let section):
      "\(row.summary) \(keyName(.actionsRun)) goes to \(section.name) first."
    case .impossible(let why): "Not now: \(why)."
    }
  }
}
