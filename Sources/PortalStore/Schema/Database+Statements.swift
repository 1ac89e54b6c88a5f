import CSQLiteSession
import GRDB

extension Database {
  /// Runs a statement kept prepared.
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// Runs a statement without parameters or rows that concerns reading only, past GRDB's watch over
  /// changes.
  func step(_ sql: String) throws {
    _ = try withRows(sql, keys: []) { next in try next() }
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

  /// The first row of a look-up by text keys, as a value.
  func first<Value>(
    _ sql: String, keys: String..., make: (StatementRow) throws -> Value
  ) throws -> Value? {
    try withRows(sql, keys: keys) { next in try next().map(make) }
  }

  /// All rows of a look-up by text keys, as values.
  func all<Value>(
    _ sql: String, keys: String..., make: (StatementRow) throws -> Value
  ) throws -> [Value] {
    try withRows(sql, keys: keys) { next in
      var values: [Value] = []
      while let row = try next() { values.append(try make(row)) }
      return values
    }
  }

  /// Binds texts without the detour over GRDB's values, which a request's dozen of look-ups feels.
  private func withRows<Result>(
    _ sql: String, keys: [String], _ body: (() throws -> StatementRow?) throws -> Result
  ) throws -> Result {
    let statement = try cachedStatement(sql: sql)
    for (index, key) in keys.enumerated() {
      let code = portal_statement_bind_text(
        statement.sqliteStatement, CInt(index + 1), key, CInt(key.utf8.count))
      guard code == 0 else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql)
      }
    }
    return try stepping(statement, body)
  }

  /// Steps through a query by hand: GRDB's rows index their columns' names anew for every query, which
  /// for look-ups by key costs as much as the query itself.
  private func withRows<Result>(
    _ sql: String, _ arguments: StatementArguments,
    _ body: (() throws -> StatementRow?) throws -> Result
  ) throws -> Result {
    let statement = try cachedStatement(sql: sql)
    try statement.setArguments(arguments)
    return try stepping(statement, body)
  }

  private func stepping<Result>(
    _ statement: Statement, _ body: (() throws -> StatementRow?) throws -> Result
  ) throws -> Result {
    let handle = statement.sqliteStatement
    defer { portal_statement_reset(handle) }
    return try body {
      let code = portal_statement_step(handle)
      if code == 0 { return nil }
      guard code < 0 else {
        throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: statement.sql)
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
