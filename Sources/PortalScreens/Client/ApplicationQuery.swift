import PortalModel

/// What to show of the list of applications.
public struct ApplicationQuery: Hashable, Sendable {
  /// Whose applications.
  public var scope: Scope
  /// In which order.
  public var sort: Sort
  /// What was typed behind `/`: contained, or begun with (`^`), or equalled (`=`).
  public var filter: String
  /// Only those of a category; all where `nil`.
  public var category: Application.Category?
  /// Where in the list.
  public var position: Position
  /// How many rows at most.
  public var limit: Int

  /// Whose applications.
  public enum Scope: Hashable, Sendable {
    /// Those that somebody owns or administers.
    case mine(IdentityIdentifier)
    /// Everybody's.
    case all
  }

  /// The orders that `o` goes through.
  public enum Sort: String, CaseIterable, Encodable, Sendable {
    /// By identifier.
    case identifier
    /// By name.
    case name
    /// By owner, then identifier.
    case owner
    /// By category, then identifier.
    case category
  }

  /// Where in the list a window begins or ends.
  public enum Position: Hashable, Sendable {
    /// At the first row.
    case first
    /// With the last row at the end.
    case last
    /// At a row, which need not be there any more.
    case from(ApplicationRow)
    /// Behind a row.
    case after(ApplicationRow)
    /// With the row before this one at the end.
    case before(ApplicationRow)
  }

  /// Makes a query.
  public init(
    scope: Scope, sort: Sort = .identifier, filter: String = "",
    category: Application.Category? = nil, position: Position = .first, limit: Int
  ) {
    self.scope = scope
    self.sort = sort
    self.filter = filter
    self.category = category
    self.position = position
    self.limit = limit
  }
}

/// One row of the list of applications.
public struct ApplicationRow: Hashable, Encodable, Sendable {
  /// The identifier.
  public var id: ApplicationIdentifier
  /// The name.
  public var name: String
  /// The owner.
  public var owner: IdentityIdentifier
  /// The category.
  public var category: Application.Category
  /// The kind of OIDC client; `nil` without registration.
  public var kind: ClientKind?
  /// How many roles it has.
  public var roles: Int
  /// For how many applications it may exchange tokens.
  public var mayCall: Int
  /// How many applications may exchange tokens for it.
  public var calledBy: Int

  /// Makes a row.
  public init(
    id: ApplicationIdentifier, name: String, owner: IdentityIdentifier,
    category: Application.Category = .official, kind: ClientKind?,
    roles: Int = 0, mayCall: Int = 0, calledBy: Int = 0
  ) {
    self.id = id
    self.name = name
    self.owner = owner
    self.category = category
    self.kind = kind
    self.roles = roles
    self.mayCall = mayCall
    self.calledBy = calledBy
  }
}

/// A window of the list of applications.
public struct ApplicationPage: Hashable, Sendable {
  /// The rows, in the order asked for.
  public var rows: [ApplicationRow]
  /// Whether there are rows before the first.
  public var hasBefore: Bool
  /// Whether there are rows after the last.
  public var hasAfter: Bool
  /// How many rows there are in all.
  public var total: Total
  /// How many there are without the filter.
  public var unfiltered: Int

  /// A number of rows.
  public enum Total: Hashable, Encodable, Sendable {
    /// Exactly so many.
    case exactly(Int)
    /// So many and perhaps more.
    case atLeast(Int)
  }

  /// Makes a page.
  public init(
    rows: [ApplicationRow], hasBefore: Bool = false, hasAfter: Bool = false, total: Total,
    unfiltered: Int
  ) {
    self.rows = rows
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
    self.total = total
    self.unfiltered = unfiltered
  }
}
