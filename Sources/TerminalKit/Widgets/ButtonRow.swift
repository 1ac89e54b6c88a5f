/// Buttons side by side, one of which Enter presses.
public struct ButtonRow: Hashable, Encodable, Sendable {
  /// What the buttons say, from left to right.
  public var titles: [String]
  /// The button that Enter presses, counted from 0.
  public private(set) var selected: Int

  /// Makes a row of buttons; where something is deleted the selected one should be Cancel.
  public init(_ titles: [String], selected: Int = 0) {
    self.titles = titles
    self.selected = max(0, min(selected, titles.count - 1))
  }

  /// Selects a button; one outside becomes the first or last.
  public mutating func select(_ index: Int) {
    selected = max(0, min(index, titles.count - 1))
  }

  /// Moves for left, right, Tab and Shift-Tab; Tab at the end is not taken.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .left: select(selected - 1)
    case .right: select(selected + 1)
    case .tab where selected + 1 < titles.count: select(selected + 1)
    case .backTab where selected > 0: select(selected - 1)
    default: return false
    }
    return true
  }

  /// The width of the whole row in columns.
  public var columns: Int {
    titles.reduce(0) { $0 + TerminalText.columns(of: $1) + 4 } + 2 * max(0, titles.count - 1)
  }

  /// Draws the buttons into the first row of a rectangle; the cursor goes to the selected one.
  public func render(into frame: inout Frame, rect: Rect, focused: Bool) {
    let row = rect.rowRect(0)
    guard !row.isEmpty else { return }
    var column = row.column
    for (index, title) in titles.enumerated() where column < row.endColumn {
      let role: StyleRole =
        index != selected ? .plain : focused ? .focus : .selectionInactive
      let start = Point(column: column, row: row.row)
      column += frame.write(
        "[ " + title + " ]", at: start, role: role, limit: row.endColumn - column)
      frame.addRegion(
        Rect(origin: start, size: Size(columns: column - start.column, rows: 1)), .button(index))
      column += 2
      if index == selected, focused {
        frame.cursor = Point(column: min(start.column + 2, row.endColumn - 1), row: row.row)
      }
    }
  }
}
