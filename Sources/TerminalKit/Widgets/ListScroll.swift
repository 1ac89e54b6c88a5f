/// Which row of a list is selected and which rows are in view.
///
/// Rows count from 0. Heights are the number of rows on the screen; they are given with each
/// call, because the terminal may have another size by then.
public struct ListScroll: Hashable, Encodable, Sendable {
  /// How many rows the list has.
  public private(set) var count: Int
  /// The selected row; 0 in an empty list.
  public private(set) var selected: Int
  /// The first row in view when it was last drawn or moved.
  public private(set) var first: Int

  /// Makes a list with a selected row.
  public init(count: Int = 0, selected: Int = 0) {
    self.count = max(0, count)
    self.selected = max(0, min(selected, count - 1))
    first = 0
  }

  /// The selected row, nil in an empty list.
  public var selection: Int? { count > 0 ? selected : nil }

  /// The rows in view, moved so that the selected one is among them.
  public func visible(height: Int) -> Range<Int> {
    let height = max(0, height)
    var top = min(first, max(0, count - height))
    if selected < top { top = selected }
    if height > 0, selected >= top + height { top = selected - height + 1 }
    return top..<min(count, top + height)
  }

  /// Takes over another number of rows; the selection stays where it is if it can.
  public mutating func setCount(_ newCount: Int) {
    count = max(0, newCount)
    selected = max(0, min(selected, count - 1))
    first = max(0, min(first, count - 1))
  }

  /// Selects a row; rows outside become the first or last.
  public mutating func select(_ row: Int, height: Int) {
    selected = max(0, min(row, count - 1))
    first = visible(height: height).lowerBound
  }

  /// Selects a row that is seen, and leaves the view as it was drawn.
  public mutating func select(_ row: Int, inView rows: Range<Int>) {
    guard rows.contains(row), row < count else { return }
    selected = row
    first = rows.lowerBound
  }

  /// Moves the selection by some rows and stops at the ends.
  public mutating func move(by rows: Int, height: Int) {
    first = visible(height: height).lowerBound
    select(selected + rows, height: height)
  }

  /// Moves by whole screens, one row kept in view for orientation.
  public mutating func page(by pages: Int, height: Int) {
    move(by: pages * max(1, height - 1), height: height)
  }

  /// Selects the first row.
  public mutating func home(height: Int) {
    select(0, height: height)
  }

  /// Selects the last row.
  public mutating func end(height: Int) {
    select(count - 1, height: height)
  }

  /// Scrolls the view by some rows, as a wheel does; the selection follows into the view.
  public mutating func scroll(by rows: Int, height: Int) {
    let height = max(1, height)
    first = max(0, min(visible(height: height).lowerBound + rows, count - height))
    selected = max(first, min(selected, first + height - 1, count - 1))
    selected = max(0, selected)
  }

  /// Moves for an arrow, page, Home or End key.
  ///
  /// - Returns: Whether it was such a key. Letters are never taken: they may be text.
  public mutating func handle(_ key: Key, height: Int) -> Bool {
    switch key {
    case .up: move(by: -1, height: height)
    case .down: move(by: 1, height: height)
    case .pageUp: page(by: -1, height: height)
    case .pageDown: page(by: 1, height: height)
    case .home: home(height: height)
    case .end: end(height: height)
    default: return false
    }
    return true
  }
}
