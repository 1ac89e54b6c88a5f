import GRDB

extension Database {
  /// Runs a statement kept prepared.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The first row of a query kept prepared, as a value.
  func first<Value>(
    _ sql: String, _ arguments: StatementArguments = StatementArguments(),
    _ make: (Row) throws -> Value
  ) throws -> Value? {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    return try rows.next().map(make)
  }

  /// All rows of a query kept prepared, as values.
  func all<Value>(
    _ sql: String, _ arguments: StatementArguments = StatementArguments(),
    _ make: (Row) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var values: [Value] = []
    while let row = try rows.next() { values.append(try make(row)) }
    return values
  }
}
