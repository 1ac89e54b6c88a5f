/// Where a window of a list lies that is ordered by a text key.
public enum KeyPosition: Hashable, Sendable {
  /// At the first row.
  case first
  /// With the last row at the end.
  case last
  /// At a key, which need not be there any more.
  case from(String)
  /// Behind a key; rows of the key itself may be among them.
  case after(String)
  /// In front of a key; rows of the key itself may be among them.
  case before(String)
}

/// A window of a list that is ordered by a text key.
public struct KeyedPage<Row: Hashable & Encodable & Sendable>: Hashable, Encodable, Sendable {
  /// The rows, in order.
  public var rows: [Row]
  /// Whether there are rows before the first.
  public var hasBefore: Bool
  /// Whether there are rows after the last.
  public var hasAfter: Bool
  /// How many rows there are in all; `nil` where nobody counts.
  public var total: ApplicationPage.Total?
  /// How many there are without the filter; `nil` where nobody counts.
  public var unfiltered: Int?

  /// Makes a page.
  public init(
    rows: [Row], hasBefore: Bool = false, hasAfter: Bool = false,
    total: ApplicationPage.Total? = nil, unfiltered: Int? = nil
  ) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
    self.total = total
    self.unfiltered = unfiltered
  }
}

/// A row of a list that is read in windows.
public protocol KeyedRow: Hashable, Encodable, Sendable {
  /// What tells the row from all others of its list.
  var id: String { get }
  /// Where it stands in the list's order. Several rows may share one key.
  var key: String { get }
}
