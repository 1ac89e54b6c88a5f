import PortalModel

/// Which applications a list shows, and in which order.
public struct ApplicationQuery: Hashable, Sendable {
  /// Whose applications.
  public var scope: Scope
  /// The order.
  public var sort: Sort
  /// What was typed into the filter; see ``Filter``.
  public var filter: String
  /// Only those of a category; all where `nil`.
  public var category: Application.Category?

  /// Whose applications a list shows.
  public enum Scope: Hashable, Sendable {
    /// Those that an identity owns or administers, through nested groups as well.
    case mine(IdentityIdentifier)
    /// All.
    case all
  }

  /// The orders, each made total by the identifier.
  public enum Sort: CaseIterable, Hashable, Sendable {
    /// By identifier.
    case identifier
    /// By name, capitals counting as small letters.
    case name
    /// By the owner's login.
    case owner
    /// By category: Official, Personal, Test.
    case category
  }

  /// Makes a query.
  public init(
    scope: Scope, sort: Sort = .identifier, filter: String = "",
    category: Application.Category? = nil
  ) {
    self.scope = scope
    self.sort = sort
    self.filter = filter
    self.category = category
  }
}

/// Where a page of a list begins or ends.
public enum PagePosition: Hashable, Sendable {
  /// At the beginning.
  case first
  /// At the end.
  case last
  /// Behind a row.
  case after(ApplicationAnchor)
  /// In front of a row.
  case before(ApplicationAnchor)
  /// At a row, or where it would stand: for showing the same place again after a change.
  case startingAt(ApplicationAnchor)
}

/// A row's place in every order; it works also when the row has gone.
public struct ApplicationAnchor: Hashable, Sendable {
  /// The identifier.
  public var id: ApplicationIdentifier
  /// The name.
  public var name: String
  /// The owner.
  public var owner: IdentityIdentifier
  /// The category.
  public var category: Application.Category

  /// Makes an anchor.
  public init(
    id: ApplicationIdentifier, name: String, owner: IdentityIdentifier,
    category: Application.Category = .official
  ) {
    self.id = id
    self.name = name
    self.owner = owner
    self.category = category
  }
}

/// One row of a list of applications.
public struct ApplicationListing: Hashable, Sendable {
  /// The identifier.
  public var id: ApplicationIdentifier
  /// The name.
  public var name: String
  /// The owner.
  public var owner: IdentityIdentifier
  /// The category.
  public var category: Application.Category
  /// Whether it is blocked.
  public var blocked: Bool
  /// The kind of its OIDC client; `nil` where it is not registered.
  public var client: ClientKind?
  /// Whether it has a SAML registration.
  public var hasSAML: Bool
  /// How many roles it has.
  public var roles: Int
  /// Toward how many applications it is granted an exchange; 1,000 stands for more as well.
  public var mayCall: Int
  /// How many applications are granted an exchange toward it; 1,000 stands for more as well.
  public var calledBy: Int

  /// The row's place.
  public var anchor: ApplicationAnchor {
    ApplicationAnchor(id: id, name: name, owner: owner, category: category)
  }
}

/// One page of a list of applications.
public struct ApplicationPage: Hashable, Sendable {
  /// The rows, in the query's order.
  public var rows: [ApplicationListing]
  /// Whether there are rows in front of these.
  public var hasMoreBefore: Bool
  /// Whether there are rows behind these.
  public var hasMoreAfter: Bool
  /// How many rows the query has on all pages.
  public var total: RowTotal
  /// How many rows it would have without its filter.
  public var unfiltered: RowTotal
}

/// How many rows there are, as far as it is worth counting.
public enum RowTotal: Hashable, Sendable {
  /// So many.
  case exactly(Int)
  /// At least so many, shown as `1,000+`.
  case atLeast(Int)

  /// How far filtered lists are counted.
  public static let limit = 1000

  /// The total that a count up to one above the limit stands for.
  init(counted: Int) {
    self = counted > Self.limit ? .atLeast(Self.limit) : .exactly(counted)
  }
}
