import GRDB

/// Reads identifiers of a table in their order, but those with a certain beginning first.
struct DirectoryReading {
  let table: String
  /// What a row must fulfil.
  var condition: String
  var arguments = StatementArguments()
  /// Identifiers that begin so stand first; `nil` where none do.
  var beginning: String?
  let database: Database

  init(table: String, condition: String, database: Database) {
    self.table = table
    self.condition = condition
    self.database = database
  }

  /// Up to `limit` identifiers on one side of an anchor, in the direction of reading.
  ///
  /// - Parameter anchor: `nil` for the beginning, or the end where it is read backward.
  func rows(
    _ comparison: String, _ anchor: String?, backward: Bool, _ limit: Int
  ) throws -> [String] {
    guard let beginning else {
      return try part("1", StatementArguments(), comparison, anchor, backward: backward, limit)
    }
    let range = "id >= :low AND id < :lowEnd"
    let ends: StatementArguments = ["low": beginning, "lowEnd": TextRange.end(of: beginning)]
    let near = anchor.map { $0.utf8.starts(with: beginning.utf8) }
    var found: [String] = []
    // From the part in which the anchor is, and through the whole of the next one.
    for isFirst in backward ? [false, true] : [true, false] where found.count < limit {
      if let near, near != isFirst, isFirst != backward { continue }
      found += try part(
        isFirst ? range : "NOT (\(range))", ends, comparison, near == isFirst ? anchor : nil,
        backward: backward, limit - found.count)
    }
    return found
  }

  private func part(
    _ part: String, _ ends: StatementArguments, _ comparison: String, _ anchor: String?,
    backward: Bool, _ limit: Int
  ) throws -> [String] {
    var arguments = self.arguments &+ ends &+ ["limit": limit]
    if let anchor { arguments = arguments &+ ["key": anchor] }
    return try database.all(
      """
      SELECT id FROM \(table) WHERE \(condition) AND \(part)
        \(anchor == nil ? "" : "AND id \(comparison) :key")
      ORDER BY id \(backward ? "DESC" : "") LIMIT :limit
      """, arguments
    ) { $0[0] }
  }
}
