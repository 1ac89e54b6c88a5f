import GRDB

/// A list of people or groups by identifier, filtered like the list of applications: those whose identifier
/// begins with the text first; few matches are looked up by index, many are found quickly by walking along
/// the order.
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
    var count = RowTotal.exactly(unfiltered)
    var reading = DirectoryReading(table: table, condition: scope, database: database)
    if filter != .none {
      let candidates = candidates(filter)
      count = try RowTotal(
        counted: database.first(
          "SELECT count(*) FROM (\(candidates) LIMIT \(RowTotal.limit + 1))",
          self.arguments(filter, isIndexed: true)
        ) { $0[0] } ?? 0)
      switch count {
      case .exactly:
        reading.condition = "rowid IN (\(candidates))"
        reading.arguments = self.arguments(filter, isIndexed: true)
      case .atLeast:
        reading.condition = "\(scope) AND (\(self.condition(filter)))"
        reading.arguments = self.arguments(filter, isIndexed: false)
      }
      if filter.ranks { reading.beginning = try beginning(filter, in: database) }
    }
    let rows = try reading.rows(
      position.comparison, position.anchorIfAny, backward: position.isBackward, limit + 1)
    return try KeyPage(
      read: rows, limit: limit, position, total: count, unfiltered: unfiltered
    ) {
      guard let edge = rows.first ?? position.anchorIfAny else { return false }
      let back = !position.isBackward
      return try !reading.rows(back ? "<" : ">", edge, backward: back, 1).isEmpty
    }
  }

  /// The beginning of the identifiers that stand first: the text as it was typed where there is one of
  /// these, else in small letters, as nearly all identifiers are.
  private func beginning(_ filter: Filter, in database: Database) throws -> String? {
    guard let text = filter.text else { return nil }
    let small = text.lowercased()
    guard small != text else { return text }
    let isThere =
      try database.first(
        "SELECT 1 FROM \(table) WHERE \(scope) AND id >= ? AND id < ? LIMIT 1",
        [text, TextRange.end(of: text)]
      ) { $0[0] as Int } != nil
    return isThere ? text : small
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
    guard column == "id" else {
      let name = "\(column) COLLATE NOCASE"
      if case .equals = filter { return "\(name) = :text" }
      return "\(name) >= :text AND \(name) < :textEnd"
    }
    if case .equals = filter { return "id IN (:text, :small)" }
    return "(id >= :text AND id < :textEnd OR id >= :small AND id < :smallEnd)"
  }

  private func arguments(_ filter: Filter, isIndexed: Bool) -> StatementArguments {
    switch filter {
    case .none: StatementArguments()
    case .contains(let text):
      isIndexed
        ? ["match": SearchPhrase.quoted(text)] : ["pattern": "%\(SearchPhrase.pattern(text))%"]
    case .begins(let text):
      [
        "text": text, "textEnd": TextRange.end(of: text), "small": text.lowercased(),
        "smallEnd": TextRange.end(of: text.lowercased()),
      ]
    case .equals(let text): ["text": text, "small": text.lowercased()]
    }
  }
}
