import GRDB
import PortalModel

/// Turns a query for applications into SQL that costs the same however many there are.
///
/// A filter is first looked up by index, up to ``RowTotal/limit``. Few matches are sorted. Many are
/// found quickly by walking along the order itself.
struct ApplicationList {
  let database: Database
  let query: ApplicationQuery
  private let conditions: [String]
  private let arguments: StatementArguments
  let total: RowTotal
  let unfiltered: RowTotal

  init(_ query: ApplicationQuery, in database: Database) throws {
    self.database = database
    self.query = query
    let filter = Filter(query.filter)
    let category = query.category.map { ["category = '\($0.rawValue)'"] } ?? []
    switch query.scope {
    case .mine(let identity):
      conditions = ["rowid IN (\(Self.mine))", filter.condition] + category
      arguments = filter.conditionArguments + ["identity": identity.text]
      unfiltered = try Self.count(
        Self.mine, ["identity": identity.text], in: database)
      total =
        filter == .none && category.isEmpty
        ? unfiltered
        : try Self.count(conditions, arguments, in: database)
    case .all:
      unfiltered = .exactly(try PortalTotals.read("applications", in: database))
      guard let candidates = filter.candidates else {
        conditions = category
        arguments = StatementArguments()
        total =
          category.isEmpty
          ? unfiltered : try Self.count(conditions, arguments, in: database)
        return
      }
      let found = try Self.count(candidates, filter.candidateArguments, in: database)
      switch found {
      case .exactly:
        conditions = ["rowid IN (\(candidates))"] + category
        arguments = filter.candidateArguments
      case .atLeast:
        conditions = [filter.condition] + category
        arguments = filter.conditionArguments
      }
      total =
        category.isEmpty ? found : try Self.count(conditions, arguments, in: database)
    }
  }

  /// Up to `limit` rows on one side of an anchor, in the order of the query whichever side it is.
  func rows(_ edge: Edge, limit: Int) throws -> [ApplicationListing] {
    var conditions = conditions
    var arguments = arguments
    if let anchor = edge.anchor {
      conditions.append(order.condition(edge.comparison))
      arguments += order.arguments(anchor)
    }
    arguments += ["limit": limit]
    let filtered = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
    let sql = """
      WITH page AS MATERIALIZED (
        SELECT id, name, owner FROM applications \(filtered)
        ORDER BY \(order.terms(descending: edge.isBackward)) LIMIT :limit)
      SELECT id, name, owner,
        (SELECT blocked FROM applications WHERE id = page.id),
        (SELECT category FROM applications WHERE id = page.id),
        (SELECT kind FROM registrations WHERE application = page.id),
        EXISTS (SELECT 1 FROM saml_registrations WHERE application = page.id),
        (SELECT count(*) FROM roles WHERE application = page.id),
        (SELECT count(*) FROM (SELECT 1 FROM exchange_permissions
          WHERE source = page.id AND state = 'granted' LIMIT 1000)),
        (SELECT count(*) FROM (SELECT 1 FROM exchange_permissions
          WHERE target = page.id AND state = 'granted' LIMIT 1000))
      FROM page ORDER BY \(order.terms(descending: false))
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
    let counted = try database.first(
      "SELECT count(*) FROM (\(rows) LIMIT \(RowTotal.limit + 1))", arguments
    ) { $0[0] as Int }
    return RowTotal(counted: counted ?? 0)
  }

  private static func listing(_ row: StatementRow) throws -> ApplicationListing {
    var reader = ColumnReader(row)
    return ApplicationListing(
      id: reader.id(), name: reader.text(), owner: reader.id(), blocked: reader.flag(),
      category: try reader.word("category", of: "applications"),
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

/// Which side of which anchor rows are wanted from.
struct Edge {
  enum Comparison: String {
    case behind = ">"
    case inFront = "<"
    case fromHere = ">="
  }

  var anchor: ApplicationAnchor?
  var comparison: Comparison

  var isBackward: Bool { comparison == .inFront }
}

/// One order of applications in SQL.
struct ApplicationOrder {
  let sort: ApplicationQuery.Sort

  func terms(descending: Bool) -> String {
    keys.map { descending ? "\($0) DESC" : $0 }.joined(separator: ", ")
  }

  func condition(_ comparison: Edge.Comparison) -> String {
    switch sort {
    case .identifier: "id \(comparison.rawValue) :anchorID"
    case .name: beyond("name COLLATE NOCASE", ":anchorName", comparison)
    case .owner: beyond("owner", ":anchorOwner", comparison)
    }
  }

  /// Written out: SQLite does not seek in an index for pairs with a collation.
  private func beyond(_ key: String, _ anchor: String, _ comparison: Edge.Comparison) -> String {
    let sign = comparison == .inFront ? "<" : ">"
    return """
      (\(key) \(sign)= \(anchor)
        AND (\(key) \(sign) \(anchor) OR id \(comparison.rawValue) :anchorID))
      """
  }

  func arguments(_ anchor: ApplicationAnchor) -> StatementArguments {
    switch sort {
    case .identifier: ["anchorID": anchor.id.text]
    case .name: ["anchorName": anchor.name, "anchorID": anchor.id.text]
    case .owner: ["anchorOwner": anchor.owner.text, "anchorID": anchor.id.text]
    }
  }

  private var keys: [String] {
    switch sort {
    case .identifier: ["id"]
    case .name: ["name COLLATE NOCASE", "id"]
    case .owner: ["owner", "id"]
    }
  }
}
