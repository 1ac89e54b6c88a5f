extension LineEditor {
  /// Draws the text into the first row of a rectangle, scrolled so that the caret is visible.
  ///
  /// - Parameters:
  ///   - frame: Where to draw; its cursor is put on the caret if the editor is focused.
  ///   - rect: The field; its first row is filled.
  ///   - focused: Whether the editor has the keyboard; it is then drawn in role `focus`.
  ///   - placeholder: What an empty field shows.
  ///   - role: The role of the text without focus.
  public func render(
    into frame: inout Frame, rect: Rect, focused: Bool, placeholder: String = "",
    role: StyleRole = .plain
  ) {
    let field = rect.rowRect(0)
    guard !field.isEmpty else { return }
    let shown = focused ? StyleRole.focus : role
    frame.fill(field, role: shown)
    if isEmpty {
      frame.write(
        placeholder, at: field.origin, role: focused ? .focus : .placeholder,
        limit: field.columns)
    }
    let view = visiblePart(columns: field.columns)
    frame.write(view.text, at: field.origin, role: shown, limit: field.columns)
    if focused {
      frame.cursor = Point(column: field.column + view.caret, row: field.row)
    }
  }

  /// Puts the caret on the character drawn at a column of a field, as after a click.
  public mutating func click(column: Int, columns: Int) {
    let view = visiblePart(columns: columns)
    var position = view.first
    var used = 0
    while position < characters.count {
      let width = TerminalText.columns(of: characters[position])
      if used + width > column { break }
      used += width
      position += 1
    }
    moveInsertionPoint(to: position)
  }

  /// What a field of a width shows, and the column of the caret in it.
  ///
  /// The scroll position follows from the caret alone, in steps of half a field, so nothing
  /// needs to be remembered between two drawings.
  private func visiblePart(columns: Int) -> (first: Int, text: String, caret: Int) {
    let widths = characters.map { TerminalText.columns(of: $0) }
    let caretColumn = widths[..<insertionPoint].reduce(0, +)
    var startColumn = 0
    if caretColumn >= columns {
      let step = max(1, columns / 2)
      startColumn = ((caretColumn - columns) / step + 1) * step
    }
    var first = 0
    var skipped = 0
    while first < insertionPoint, skipped < startColumn {
      skipped += widths[first]
      first += 1
    }
    return (first, String(characters[first...]), caretColumn - skipped)
  }
}
