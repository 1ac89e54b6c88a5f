import GRDB

/// A list of people or groups by identifier, filtered like the list of applications: few matches are
/// looked up by index, many are found quickly by walking along the order.
struct DirectoryList {
  let table: String
  let index: String
  let total: String
  /// What is looked at, the identifier first.
  let columns: [String]
  let scope: String

  static let people = DirectoryList(
    table: "identities", index: "people_search", total: "people",
    columns: ["id", "given_name", "family_name", "email"], scope: "kind <> 'application'")
  static let groups = DirectoryList(
    table: "groups", index: "group_search", total: "groups", columns: ["id", "display_name"],
    scope: "1")

  /// The columns that an index orders: those that beginnings are looked up in.
  private var ordered: [String] { columns.filter { $0 != "email" } }

  func ids(
    filter: Filter, at position: KeyPosition, limit: Int, in database: Database
  ) throws -> KeyPage<String> {
    let unfiltered = try PortalTotals.read(total, in: database)
    var condition = scope
    var arguments = StatementArguments()
    var count = RowTotal.exactly(unfiltered)
    if filter != .none {
      let candidates = candidates(filter)
      count = try RowTotal(
        counted: database.first(
          "SELECT count(*) FROM (\(candidates) LIMIT \(RowTotal.limit + 1))",
          self.arguments(filter, isIndexed: true)
        ) { $0[0] } ?? 0)
      switch count {
      case .exactly:
        condition = "rowid IN (\(candidates))"
        arguments = self.arguments(filter, isIndexed: true)
      case .atLeast:
        condition = "\(scope) AND (\(self.condition(filter)))"
        arguments = self.arguments(filter, isIndexed: false)
      }
    }
    func read(_ comparison: String, _ key: String, descending: Bool, _ limit: Int) throws
      -> [String]
    {
      try database.all(
        """
        SELECT id FROM \(table) WHERE \(condition) AND id \(comparison) :key
        ORDER BY id \(descending ? "DESC" : "") LIMIT :limit
        """, arguments + ["key": key, "limit": limit]
      ) { $0[0] }
    }
    let rows = try read(
      position.comparison, position.anchor, descending: position.isBackward, limit + 1)
    return try KeyPage(
      read: rows, limit: limit, position, total: count, unfiltered: unfiltered
    ) {
      let edge = rows.first ?? position.anchor
      return try !read(position.isBackward ? ">" : "<", edge, descending: false, 1).isEmpty
    }
  }

  private func candidates(_ filter: Filter) -> String {
    switch filter {
    case .none: "SELECT rowid FROM \(table) WHERE \(scope)"
    case .contains: "SELECT rowid FROM \(index) WHERE \(index) MATCH :match"
    case .begins, .equals:
      ordered.map {
        """
        SELECT * FROM (SELECT rowid FROM \(table) WHERE \(scope) AND \(test($0, filter))
          LIMIT \(RowTotal.limit + 1))
        """
      }.joined(separator: " UNION ")
    }
  }

  private func condition(_ filter: Filter) -> String {
    switch filter {
    case .none: "1"
    case .contains:
      columns.map { "\($0) LIKE :pattern ESCAPE '\\'" }.joined(separator: " OR ")
    case .begins, .equals: ordered.map { test($0, filter) }.joined(separator: " OR ")
    }
  }

  private func test(_ column: String, _ filter: Filter) -> String {
    let name = column == "id" ? "id" : "\(column) COLLATE NOCASE"
    if case .equals = filter { return "\(name) = :text" }
    return "\(name) >= :text AND \(name) < :textEnd"
  }

  private func arguments(_ filter: Filter, isIndexed: Bool) -> StatementArguments {
    switch filter {
    case .none: StatementArguments()
    case .contains(let text):
      isIndexed
        ? ["match": SearchPhrase.quoted(text)] : ["pattern": "%\(SearchPhrase.pattern(text))%"]
    case .begins(let text): ["text": text, "textEnd": TextRange.end(of: text)]
    case .equals(let text): ["text": text]
    }
  }
}
