import TerminalKit

/// A long list of which a window is kept: what to read next, and where the cursor is.
struct PagedList<Row: KeyedRow>: Hashable, Encodable, Sendable {
  private(set) var window = RowWindow<Row>()
  private(set) var total: ApplicationPage.Total?
  private(set) var unfiltered: Int?
  private(set) var generation = 0
  /// Whether any answer has come.
  private(set) var isRead = false

  var selected: Row? { window.selected }

  /// What to read for the same place again.
  var here: KeyPosition {
    if window.hasBefore, let first = window.rows.first { .from(first.key) } else { .first }
  }

  /// The list has become another: answers under way are dropped, rows stay until new ones come.
  mutating func restart() {
    generation += 1
    window.isStale = true
  }

  /// Moves the cursor; where that asks for rows that are not there, says which.
  ///
  /// - Returns: `nil` where the key moves nothing here.
  mutating func move(_ key: Key, height: Int) -> Move? {
    switch key {
    case .home where window.hasBefore:
      generation += 1
      return Move(reads: .first)
    case .end where window.hasAfter:
      generation += 1
      return Move(reads: .last)
    default: break
    }
    let before = window.selected
    guard window.scroll.handle(key, height: height) else { return nil }
    return Move(reads: further(height: height), hasMoved: window.selected != before)
  }

  /// What came of a key.
  struct Move: Hashable {
    var reads: KeyPosition?
    var hasMoved = true
  }

  mutating func select(_ row: Int, height: Int) { window.scroll.select(row, height: height) }

  mutating func select(_ row: Int, inView rows: Range<Int>) {
    window.scroll.select(row, inView: rows)
  }

  /// Further rows, when the cursor comes near an end of those that are there.
  private mutating func further(height: Int) -> KeyPosition? {
    guard !window.isLoading else { return nil }
    let margin = 2 * height
    if window.hasAfter, window.scroll.selected + margin >= window.rows.count,
      let last = window.rows.last
    {
      window.isLoading = true
      return .after(last.key)
    }
    if window.hasBefore, window.scroll.selected < margin, let first = window.rows.first {
      window.isLoading = true
      return .before(first.key)
    }
    return nil
  }

  /// Takes a window; one that answers an older question is dropped.
  mutating func loaded(
    _ page: KeyedPage<Row>, _ position: KeyPosition, generation: Int, height: Int
  ) {
    guard generation == self.generation else { return }
    isRead = true
    total = page.total ?? total
    unfiltered = page.unfiltered ?? unfiltered
    switch position {
    case .first, .from:
      window.replace(
        with: page.rows, hasBefore: page.hasBefore, hasAfter: page.hasAfter, height: height,
        same: { $0.id == $1.id })
    case .last:
      window.replace(
        with: page.rows, hasBefore: page.hasBefore, hasAfter: page.hasAfter, height: height,
        same: { _, _ in false })
      window.scroll.end(height: height)
    case .after: window.append(fresh(page.rows), hasAfter: page.hasAfter, height: height)
    case .before: window.prepend(fresh(page.rows), hasBefore: page.hasBefore, height: height)
    }
  }

  /// The rows that are not in the window already.
  private func fresh(_ rows: [Row]) -> [Row] {
    let known = Set(window.rows.map(\.id))
    return rows.filter { !known.contains($0.id) }
  }

  /// `3 of 214`, `214`, `1,000+`.
  func countText(isFiltered: Bool) -> String {
    guard let total else { return "" }
    let number =
      switch total {
      case .exactly(let count): grouped(count)
      case .atLeast(let count): "\(grouped(count))+"
      }
    guard isFiltered, let unfiltered else { return number }
    return "\(number) of \(grouped(unfiltered))"
  }
}

/// A number with commas between thousands.
func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  var index = digits.count - 3
  while index > 0 {
    digits.insert(",", at: index)
    index -= 3
  }
  return String(digits)
}
