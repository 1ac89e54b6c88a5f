/// Where a page of a list lies that is ordered by a text key.
public enum KeyPosition: Hashable, Sendable {
  /// At the beginning.
  case first
  /// At the end.
  case last
  /// Behind a key.
  case after(String)
  /// In front of a key.
  case before(String)
  /// At a key, or where it would stand.
  case startingAt(String)

  /// Whether rows are read from the end towards the beginning.
  var isBackward: Bool {
    switch self {
    case .last, .before: true
    case .first, .after, .startingAt: false
    }
  }

  /// The comparison of a key with ``anchor`` that the rows must pass.
  var comparison: String {
    switch self {
    case .first, .startingAt: ">="
    case .after: ">"
    case .before: "<"
    case .last: "<="
    }
  }

  /// The key to compare with; `nil` for the beginning and the end.
  var anchorIfAny: String? {
    switch self {
    case .first, .last: nil
    case .after(let key), .before(let key), .startingAt(let key): key
    }
  }

  /// The key to compare with; behind all keys for the end.
  var anchor: String {
    switch self {
    case .first: ""
    case .last: "\u{10FFFF}"
    case .after(let key), .before(let key), .startingAt(let key): key
    }
  }
}

/// One page of a list that is ordered by a text key.
public struct KeyPage<Row: Sendable>: Sendable {
  /// The rows, in order.
  public var rows: [Row]
  /// Whether there are rows in front of these.
  public var hasMoreBefore: Bool
  /// Whether there are rows behind these.
  public var hasMoreAfter: Bool
  /// How many rows there are on all pages.
  public var total: RowTotal
  /// How many there would be without the filter.
  public var unfiltered: Int

  /// Cuts what was read, one row more than a page holds, to the page.
  ///
  /// - Parameters:
  ///   - read: The rows in the direction of reading.
  ///   - others: Whether there are rows on the side that was not read towards, given the first key
  ///     on that side.
  init(
    read: [Row], limit: Int, _ position: KeyPosition, total: RowTotal, unfiltered: Int,
    others: () throws -> Bool
  ) rethrows {
    let hasMore = read.count > limit
    let page = Array(read.prefix(limit))
    let beyond = try position == .first || position == .last ? false : others()
    rows = position.isBackward ? page.reversed() : page
    hasMoreBefore = position.isBackward ? hasMore : beyond
    hasMoreAfter = position.isBackward ? beyond : hasMore
    self.total = total
    self.unfiltered = unfiltered
  }
}
