import GRDB
import PortalModel

/// Turns a query for applications into SQL that costs the same however many there are.
///
/// What is sorted by and begins with the text of a filter stands first: an index has these rows in
/// order. The rest that matches is looked up and sorted where it is little, and found quickly by
/// walking along the order where it is much.
struct ApplicationList {
  let database: Database
  let query: ApplicationQuery
  private let filter: Filter
  private let category: [String]
  private let sortable: Int
  let total: RowTotal
  let unfiltered: RowTotal

  /// - Parameter sortable: So many rows are sorted in the time in which as many are found by walking.
  init(_ query: ApplicationQuery, in database: Database, sortable: Int = 20_000) throws {
    self.database = database
    self.query = query
    self.sortable = sortable
    filter = Filter(query.filter)
    category = query.category.map { [Self.condition($0, query)] } ?? []
    switch query.scope {
    case .mine(let identity):
      let mine: StatementArguments = ["identity": identity.text]
      unfiltered = try Self.count(Self.mine, mine, in: database)
      total =
        filter == .none && category.isEmpty
        ? unfiltered
        : try Self.count(
          ["rowid IN (\(Self.mine))", filter.condition] + category,
          mine + filter.conditionArguments, in: database)
    case .all:
      unfiltered = .exactly(try PortalTotals.read("applications", in: database))
      if let candidates = filter.candidates(upTo: category.isEmpty ? RowTotal.limit : sortable) {
        total =
          try category.isEmpty
          ? Self.count(candidates, filter.candidateArguments, in: database)
          : Self.count(
            ["rowid IN (\(candidates))"] + category, filter.candidateArguments, in: database)
      } else {
        total =
          try category.isEmpty
          ? unfiltered : Self.count(category, StatementArguments(), in: database)
      }
    }
  }

  /// Up to `limit` rows on one side of an anchor, in the order of the query whichever side it is.
  func rows(_ edge: Edge, limit: Int) throws -> [ApplicationListing] {
    guard filter.ranks else { return try rows(.all, edge, limit) }
    if query.sort == .category, let few = try candidatesWhereFew() {
      return try rows(among: few, edge, limit)
    }
    let parts = edge.isBackward ? parts.reversed() : parts
    let near = edge.anchor.map(part)
    var found: [ApplicationListing] = []
    // From the part in which the anchor is, and through the whole of the next one.
    for part in parts.drop(while: { near != nil && $0 != near }) where found.count < limit {
      let here = Edge(
        anchor: part == near ? edge.anchor : nil, comparison: edge.comparison)
      let rows = try rows(part, here, limit - found.count)
      found = edge.isBackward ? rows + found : found + rows
    }
    return found
  }

  /// Rows that stand together: of a filtered list, those that begin with its text, and the others;
  /// by category, those of each category.
  private enum Part: Equatable {
    case all
    case beginning(of: Application.Category?)
    case rest(of: Application.Category?)

    var category: Application.Category? {
      switch self {
      case .all: nil
      case .beginning(let category), .rest(let category): category
      }
    }
  }

  /// The parts of a filtered list, in its order.
  private var parts: [Part] {
    guard query.sort == .category else { return [.beginning(of: nil), .rest(of: nil)] }
    let shown = query.category.map { [$0] } ?? Self.categories
    return shown.flatMap { [Part.beginning(of: $0), .rest(of: $0)] }
  }

  private func part(_ anchor: ApplicationAnchor) -> Part {
    let category = query.sort == .category ? anchor.category : nil
    return order.begins(anchor, with: filter) ? .beginning(of: category) : .rest(of: category)
  }

  /// The categories in the order in which SQLite sorts them.
  private static let categories =
    Application.Category.allCases.sorted { $0.rawValue < $1.rawValue }

  private func rows(
    _ part: Part, _ edge: Edge, _ limit: Int
  ) throws -> [ApplicationListing] {
    var conditions = category
    if let one = part.category, query.category == nil { conditions = [Self.condition(one, query)] }
    var arguments = StatementArguments()
    if case .mine(let identity) = query.scope {
      conditions.append("rowid IN (\(Self.mine))")
      arguments = arguments &+ ["identity": identity.text]
    }
    switch part {
    case .beginning:
      conditions.append(order.beginning)
      arguments = arguments &+ filter.rangeArguments
    case .rest:
      conditions.append("NOT (\(order.beginning))")
      arguments = arguments &+ filter.rangeArguments
      fallthrough
    case .all:
      if let (condition, values) = try restriction() {
        conditions.append(condition)
        arguments = arguments &+ values
      }
    }
    if let anchor = edge.anchor {
      conditions.append(order.condition(edge.comparison))
      arguments = arguments &+ order.arguments(anchor)
    }
    return try read(
      conditions, arguments &+ ["limit": limit], backward: edge.isBackward)
  }

  private static func condition(
    _ category: Application.Category, _ query: ApplicationQuery
  ) -> String {
    // With + no other index than the order's is taken: the category alone would have to be sorted.
    let sign =
      query.scope == .all && (query.sort == .identifier || query.sort == .category) ? "" : "+"
    return "\(sign)category = '\(category.rawValue)'"
  }

  /// What the filter asks of a row: by index where few match, by looking at the row where many do or
  /// few are asked for.
  private func restriction() throws -> (String, StatementArguments)? {
    guard filter != .none else { return nil }
    return try candidatesWhereFew().map { ("rowid IN (\($0))", filter.candidateArguments) }
      ?? (filter.condition, filter.conditionArguments)
  }

  /// The numbers of the rows that match, where they are so few that they are better sorted than sought.
  private func candidatesWhereFew() throws -> String? {
    guard query.scope == .all, let candidates = filter.candidates(upTo: sortable) else {
      return nil
    }
    let count = try Self.count(
      candidates, filter.candidateArguments, upTo: sortable, in: database)
    return count <= sortable ? candidates : nil
  }

  /// The parts of all categories in one go, for a few rows.
  private func rows(
    among candidates: String, _ edge: Edge, _ limit: Int
  ) throws -> [ApplicationListing] {
    let rank = "NOT (\(order.beginning))"
    var conditions = category + ["rowid IN (\(candidates))"]
    var arguments = filter.candidateArguments &+ filter.rangeArguments
    if let anchor = edge.anchor {
      conditions.append(
        """
        (+category, \(rank), id) \(edge.comparison.rawValue)
          (:anchorCategory, :anchorRank, :anchorID)
        """)
      let near = order.begins(anchor, with: filter) ? 0 : 1
      arguments = arguments &+ order.arguments(anchor) &+ ["anchorRank": near]
    }
    return try read(
      conditions, arguments &+ ["limit": limit], backward: edge.isBackward,
      order: ["category", rank, "id"])
  }

  private func read(
    _ conditions: [String], _ arguments: StatementArguments, backward: Bool,
    order keys: [String]? = nil
  ) throws -> [ApplicationListing] {
    let keys = keys ?? order.keys
    let filtered = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    let sql = """
      WITH page AS MATERIALIZED (
        SELECT id, name, owner\(order.extraColumn) FROM applications \(filtered)
        ORDER BY \(keys.map { backward ? "\($0) DESC" : $0 }.joined(separator: ", ")) LIMIT :limit)
      SELECT id, name, owner,
        (SELECT category FROM applications WHERE id = page.id),
        (SELECT blocked FROM applications WHERE id = page.id),
        (SELECT kind FROM registrations WHERE application = page.id),
        EXISTS (SELECT 1 FROM saml_registrations WHERE application = page.id),
        (SELECT count(*) FROM roles WHERE application = page.id),
        (SELECT count(*) FROM (SELECT 1 FROM exchange_permissions
          WHERE source = page.id AND state = 'granted' LIMIT 1000)),
        (SELECT count(*) FROM (SELECT 1 FROM exchange_permissions
          WHERE target = page.id AND state = 'granted' LIMIT 1000))
      FROM page ORDER BY \(keys.joined(separator: ", "))
      """
    return try database.all(sql, arguments, Self.listing)
  }

  private var order: ApplicationOrder { ApplicationOrder(sort: query.sort) }

  /// The numbers of the rows that an identity owns or administers.
  private static let mine = """
    SELECT rowid FROM applications WHERE owner = :identity
    UNION SELECT applications.rowid FROM (
      WITH RECURSIVE reached (id) AS (
        SELECT group_id FROM group_members WHERE identity = :identity
        UNION SELECT outer_id FROM reached CROSS JOIN group_nestings ON inner_id = reached.id)
      SELECT id AS administered FROM reached)
    CROSS JOIN applications ON administrators = administered
    """

  private static func count(
    _ conditions: [String], _ arguments: StatementArguments, in database: Database
  ) throws -> RowTotal {
    try count(
      "SELECT 1 FROM applications WHERE \(conditions.joined(separator: " AND "))", arguments,
      in: database)
  }

  private static func count(
    _ rows: String, _ arguments: StatementArguments, in database: Database
  ) throws -> RowTotal {
    RowTotal(counted: try count(rows, arguments, upTo: RowTotal.limit, in: database))
  }

  /// How many rows there are, counted no further than one above a bound.
  private static func count(
    _ rows: String, _ arguments: StatementArguments, upTo bound: Int, in database: Database
  ) throws -> Int {
    try database.first("SELECT count(*) FROM (\(rows) LIMIT \(bound + 1))", arguments) {
      $0[0] as Int
    } ?? 0
  }

  private static func listing(_ row: StatementRow) throws -> ApplicationListing {
    var reader = ColumnReader(row)
    return ApplicationListing(
      id: reader.id(), name: reader.text(), owner: reader.id(),
      category: try reader.word("category", of: "applications"), blocked: reader.flag(),
      client: try reader.optionalText().map { word in
        guard let kind = ClientKind(rawValue: word) else {
          throw StoreError.unreadable(table: "registrations", column: "kind")
        }
        return kind
      },
      hasSAML: reader.flag(), roles: reader.number(), mayCall: reader.number(),
      calledBy: reader.number())
  }
}
