import GRDB
import PortalModel

extension PortalDatabase {
  /// One page of a list of applications.
  ///
  /// - Parameters:
  ///   - query: Which applications, in which order.
  ///   - position: Where the page lies.
  ///   - limit: How many rows the page has at most.
  public func applications(
    _ query: ApplicationQuery, at position: PagePosition = .first, limit: Int
  ) throws(StoreError) -> ApplicationPage {
    try reading { database in
      let list = try ApplicationList(query, in: database)
      let edge = position.edge
      // One row more than shown tells whether there are more.
      var rows = try list.rows(edge, limit: limit + 1)
      let hasMore = rows.count > limit
      if hasMore {
        if edge.isBackward { rows.removeFirst() } else { rows.removeLast() }
      }
      return ApplicationPage(
        rows: rows,
        hasMoreBefore: edge.isBackward
          ? hasMore : try edge.anchor != nil && Self.any(.inFront, of: rows.first, edge, in: list),
        hasMoreAfter: edge.isBackward
          ? try edge.anchor != nil && Self.any(.behind, of: rows.last, edge, in: list) : hasMore,
        total: list.total, unfiltered: list.unfiltered)
    }
  }

  /// Whether there are rows beyond the page on the side that it was not read towards.
  private static func any(
    _ comparison: Edge.Comparison, of row: ApplicationListing?, _ edge: Edge,
    in list: ApplicationList
  ) throws -> Bool {
    let beyond = Edge(anchor: row?.anchor ?? edge.anchor, comparison: comparison)
    return try !list.rows(beyond, limit: 1).isEmpty
  }

  /// Everything that an application's page shows; `nil` where there is no such application.
  public func application(
    _ id: ApplicationIdentifier
  ) throws(StoreError) -> ApplicationDetail? {
    try reading { database in
      let facts = DatabaseFacts(database: database)
      guard let application = try facts.application(id) else { return nil }
      let links = try facts.roleLinks(of: id)
      let memberships = try facts.memberships(from: .identity(application.identity))
      let groups = Set(links.map(\.group) + memberships.map(\.group))
      return ApplicationDetail(
        application: application, owner: try facts.identity(application.owner),
        administrators: try application.administrators.flatMap(facts.group),
        registration: try facts.registration(of: id), saml: try facts.samlRegistration(of: id),
        offer: try facts.ownershipOffer(of: id), roles: try facts.roles(of: id),
        roleLinks: links, memberships: memberships,
        groups: try groups.sorted().compactMap(facts.group))
    }
  }

  /// A client's secret; `nil` where the application has none.
  public func secret(ofClient id: ApplicationIdentifier) throws(StoreError) -> String? {
    try reading { try DatabaseFacts(database: $0).secret(of: id) }
  }

  /// The identifiers of applications that a mistyped text probably meant, nearest first.
  public func applications(
    nearestTo text: String, limit: Int = 3
  ) throws(StoreError) -> [ApplicationIdentifier] {
    try reading {
      try DatabaseFacts(database: $0).applications(nearestTo: text, limit: limit)
    }
  }

  /// How many of each kind there are; costs the same however many.
  public func totals() throws(StoreError) -> PortalTotals {
    try reading { database in
      PortalTotals(
        applications: try PortalTotals.read("applications", in: database),
        people: try PortalTotals.read("people", in: database),
        groups: try PortalTotals.read("groups", in: database))
    }
  }
}

extension PagePosition {
  fileprivate var edge: Edge {
    switch self {
    case .first: Edge(anchor: nil, comparison: .behind)
    case .last: Edge(anchor: nil, comparison: .inFront)
    case .after(let anchor): Edge(anchor: anchor, comparison: .behind)
    case .before(let anchor): Edge(anchor: anchor, comparison: .inFront)
    case .startingAt(let anchor): Edge(anchor: anchor, comparison: .fromHere)
    }
  }
}

extension PortalTotals {
  static func read(_ name: String, in database: Database) throws -> Int {
    try database.first("SELECT value FROM totals WHERE name = ?", [name]) { $0[0] } ?? 0
  }
}
