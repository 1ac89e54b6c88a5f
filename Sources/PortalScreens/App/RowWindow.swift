import TerminalKit

/// A stretch of a long list: the rows that were read, and where the cursor is among them.
struct RowWindow<Row: Hashable & Encodable & Sendable>: Hashable, Encodable, Sendable {
  private(set) var rows: [Row] = []
  private(set) var hasBefore = false
  private(set) var hasAfter = false
  var scroll = ListScroll()
  /// Further rows are being read.
  var isLoading = false
  /// The rows answer an older question; they stay until the new answer is there.
  var isStale = false

  /// The most rows that are kept; beyond, those farthest from the cursor are dropped.
  static var most: Int { 1_000 }

  var selected: Row? { scroll.selection.flatMap { rows.indices.contains($0) ? rows[$0] : nil } }

  /// Takes other rows and stays on the row that was selected where it is among them.
  mutating func replace(
    with rows: [Row], hasBefore: Bool, hasAfter: Bool, height: Int,
    same: (Row, Row) -> Bool
  ) {
    let previous = isStale ? nil : selected
    let offset = scroll.selected - scroll.visible(height: height).lowerBound
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
    isLoading = false
    let place = previous.flatMap { old in rows.firstIndex { same($0, old) } }
    let selection = place ?? (isStale ? 0 : min(scroll.selected, max(0, rows.count - 1)))
    isStale = false
    show(first: selection - offset, selected: selection, height: height)
  }

  mutating func append(_ more: [Row], hasAfter: Bool, height: Int) {
    let first = scroll.visible(height: height).lowerBound
    let dropped = max(0, rows.count + more.count - Self.most)
    let selected = scroll.selected
    rows = Array((rows + more).dropFirst(dropped))
    self.hasAfter = hasAfter
    hasBefore = hasBefore || dropped > 0
    isLoading = false
    show(first: first - dropped, selected: selected - dropped, height: height)
  }

  mutating func prepend(_ more: [Row], hasBefore: Bool, height: Int) {
    let first = scroll.visible(height: height).lowerBound
    let selected = scroll.selected
    let kept = min(rows.count + more.count, Self.most)
    hasAfter = hasAfter || kept < rows.count + more.count
    rows = Array((more + rows).prefix(kept))
    self.hasBefore = hasBefore
    isLoading = false
    show(first: first + more.count, selected: selected + more.count, height: height)
  }

  private mutating func show(first: Int, selected: Int, height: Int) {
    scroll = ListScroll(count: rows.count)
    scroll.select(max(0, first), height: 1)
    scroll.select(selected, height: height)
  }
}
