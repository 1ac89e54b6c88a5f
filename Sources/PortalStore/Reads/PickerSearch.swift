import GRDB

/// Finds rows for a picker while somebody types.
struct PickerSearch {
  let table: String
  let index: String
  let columns: [String]
  let scope: String

  /// The list of the same rows, for what is not looked up by words.
  let list: DirectoryList

  static let people = PickerSearch(
    table: "identities", index: "people_search",
    columns: ["id", "given_name", "family_name", "email"], scope: "kind <> 'application'",
    list: .people)
  static let groups = PickerSearch(
    table: "groups", index: "group_search", columns: ["id", "display_name"], scope: "1",
    list: .groups)

  /// Identifiers of the rows that hold every word typed: those that begin with the text first.
  ///
  /// One or two letters are the beginning of something; `^` and `=` mean what they mean in a list.
  func ids(matching text: String, limit: Int, in database: Database) throws -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return try beginning("", limit, database) }
    let exact = words.count == 1 ? try beginning(first, limit, database) : []
    guard exact.count < limit else { return exact }
    let isListed =
      words.count == 1 && !SearchPhrase.isIndexed(first) || "^=".contains(first.first ?? " ")
    let found =
      try isListed
      ? list.ids(filter: Filter(text), at: .first, limit: limit, in: database).rows
      : holding(words, limit, database)
    return Array((exact + found.filter { !exact.contains($0) }).prefix(limit))
  }

  private func beginning(
    _ text: String, _ limit: Int, _ database: Database
  ) throws -> [String] {
    try database.all(
      """
      SELECT id FROM \(table) WHERE id >= ? AND id < ? AND \(scope) ORDER BY id LIMIT ?
      """, [text, TextRange.end(of: text), limit]
    ) { $0[0] }
  }

  private func holding(
    _ words: [String], _ limit: Int, _ database: Database
  ) throws -> [String] {
    let indexed = words.filter(SearchPhrase.isIndexed)
    let short = words.filter { !SearchPhrase.isIndexed($0) }
    var conditions = [scope]
    var arguments: [any DatabaseValueConvertible] = []
    if !indexed.isEmpty {
      conditions.append("rowid IN (SELECT rowid FROM \(index) WHERE \(index) MATCH ? LIMIT 1000)")
      arguments.append(indexed.map(SearchPhrase.quoted).joined(separator: " AND "))
    }
    for word in short {
      let pattern = SearchPhrase.pattern(word)
      let begins = columns.flatMap { column in
        arguments += ["\(pattern)%", "% \(pattern)%"]
        return ["\(column) LIKE ? ESCAPE '\\'", "\(column) LIKE ? ESCAPE '\\'"]
      }
      conditions.append("(\(begins.joined(separator: " OR ")))")
    }
    arguments.append(limit)
    return try database.all(
      """
      SELECT id FROM \(table) WHERE \(conditions.joined(separator: " AND ")) ORDER BY id LIMIT ?
      """, StatementArguments(arguments)
    ) { $0[0] }
  }
}
