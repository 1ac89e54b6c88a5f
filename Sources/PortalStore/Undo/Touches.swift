import GRDB

/// Which rows of the model a changeset wrote or leans on.
struct Touches {
  struct Columns {
    var written: Int64 = 0
    var read: Int64 = 0
  }

  private(set) var rows: [String: Columns] = [:]

  /// The key of a row in `journal_touches`.
  static func row(_ table: String, _ key: [String]) -> String {
    ([table] + key).joined(separator: "\u{1F}")
  }

  init() {}

  init(of changeset: Changeset) throws {
    try changeset.forEachRow { add($0) }
  }

  private mutating func add(_ row: ChangedRow) {
    let key = Self.row(row.table, row.key)
    switch row.operation {
    case .insert, .delete: rows[key, default: Columns()].written = ColumnSet.all
    case .update:
      for (column, value) in row.after.enumerated() where value != nil {
        guard !row.keyColumns.contains(column) else { continue }
        rows[key, default: Columns()].written |= ColumnSet.column(column)
      }
    }
    addReferences(of: row)
  }

  private mutating func addReferences(of row: ChangedRow) {
    // An updated row leans anew on what its changed columns name.
    for found in Self.references(of: row, values: row.after) {
      rows[found, default: Columns()].read |= ColumnSet.presence
    }
    // A next round can only be opened where the one before has ended.
    if row.table == "exchange_permissions", row.operation == .insert,
      case .integer(let round)? = row.after[2], round > 1
    {
      read(row.table, Array(row.key.prefix(2)) + [String(round - 1)], ColumnSet.all)
    }
  }

  /// The rows that a changeset's rows leaned on before it and would lean on again if it were taken back.
  static func leanedOnBefore(_ changeset: Changeset) throws -> Set<String> {
    var found: Set<String> = []
    try changeset.forEachRow { row in
      found.formUnion(references(of: row, values: row.before, unless: row.after))
    }
    return found
  }

  /// What a row leans on by its values on one side of a change.
  ///
  /// - Parameter others: The values on the other side: an updated row's key is on one side only, and
  ///   what did not change is not looked at.
  private static func references(
    of row: ChangedRow, values: [ChangedValue?], unless others: [ChangedValue?]? = nil
  ) -> [String] {
    (RowReference.all[row.table] ?? []).compactMap { reference in
      if let others, row.operation == .update,
        !reference.columns.contains(where: { $0 < others.count && others[$0] != nil })
      {
        return nil
      }
      let key = reference.columns.compactMap { column in
        values.indices.contains(column) ? values[column].flatMap(\.optionalText) : nil
      }
      return key.count == reference.columns.count ? Self.row(reference.table, key) : nil
    }
  }

  private mutating func read(_ table: String, _ key: [String], _ columns: Int64) {
    rows[Self.row(table, key), default: Columns()].read |= columns
  }
}

extension Touches {
  /// Keeps them, for an entry of the journal.
  func write(of entry: Int64, in database: Database) throws {
    for (row, columns) in rows {
      try database.run(
        "INSERT INTO journal_touches (row, entry, written, read) VALUES (?, ?, ?, ?)",
        [row, entry, columns.written, columns.read])
    }
  }
}
