import CSQLiteSession
import GRDB

extension Database {
  /// Runs a statement kept prepared.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The first row of a query kept prepared, as a value.
  func first<Value>(
    _ sql: String, _ arguments: StatementArguments = StatementArguments(),
    _ make: (StatementRow) throws -> Value
  ) throws -> Value? {
    try withRows(sql, arguments) { next in try next().map(make) }
  }

  /// All rows of a query kept prepared, as values.
  func all<Value>(
    _ sql: String, _ arguments: StatementArguments = StatementArguments(),
    _ make: (StatementRow) throws -> Value
  ) throws -> [Value] {
    try withRows(sql, arguments) { next in
      var values: [Value] = []
      while let row = try next() { values.append(try make(row)) }
      return values
    }
  }

  /// Steps through a query by hand: GRDB's rows index their columns' names anew for every query, which
  /// for look-ups by key costs as much as the query itself.
  private func withRows<Result>(
    _ sql: String, _ arguments: StatementArguments,
    _ body: (() throws -> StatementRow?) throws -> Result
  ) throws -> Result {
    let statement = try cachedStatement(sql: sql)
    try statement.setArguments(arguments)
    let handle = statement.sqliteStatement
    defer { portal_statement_reset(handle) }
    return try body {
      let code = portal_statement_step(handle)
      if code == 0 { return nil }
      guard code < 0 else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql)
      }
      return StatementRow(handle: handle)
    }
  }
}

/// The row that a query stands on; of no use after the next step.
struct StatementRow {
  fileprivate let handle: SQLiteStatement

  /// A column that is never null: the schema says so.
  subscript<Value: StatementColumnConvertible>(index: Int) -> Value {
    guard let value = Value(sqliteStatement: handle, index: CInt(index)) else {
      preconditionFailure("column \(index) does not hold what the schema promises")
    }
    return value
  }

  /// A column that may be null.
  func optional<Value: StatementColumnConvertible>(_ index: Int) -> Value? {
    portal_statement_is_null(handle, CInt(index))
      ? nil : Value(sqliteStatement: handle, index: CInt(index))
  }
}
