import GRDB
import PortalModel

extension PortalDatabase {
  /// What an entry of the journal wrote. Secrets are named and never shown.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - limit: How many rows at most.
  public func changes(of entry: Int64, limit: Int = 100) throws(StoreError) -> EntryChanges {
    try reading { database in
      let changeset = try Dependents(database: database).changeset(of: entry)
      var changes = EntryChanges(rows: [], count: 0)
      var names: [String: [String]] = [:]
      try changeset.forEachRow { row in
        changes.count += 1
        guard changes.rows.count < limit else { return }
        if names[row.table] == nil {
          names[row.table] = try database.columns(in: row.table).map(\.name)
        }
        changes.rows.append(EntryChanges.Row(row, columns: names[row.table] ?? []))
      }
      return changes
    }
  }

  /// What a return to an entry would rewind.
  public func previewReturn(to entry: Int64) throws(StoreError) -> ReturnPreview {
    try reading { database in
      let newest = try Standings(database: database).newestEntry()
      let scenarios: Int? = try database.first(
        """
        SELECT count(*) FROM journal_standings
        WHERE entry > ? AND undone_by IS NULL AND kind = 'load'
        """, [entry]
      ) { $0[0] }
      return ReturnPreview(rows: Int(clamping: max(0, newest - entry)), scenarios: scenarios ?? 0)
    }
  }
}

extension EntryChanges.Row {
  fileprivate init(_ row: ChangedRow, columns: [String]) {
    let operation: Operation =
      switch row.operation {
      case .insert: .added
      case .update: .changed
      case .delete: .removed
      }
    var fields: [EntryChanges.Field] = []
    if row.operation == .update, row.table != "client_secrets" {
      for (number, value) in row.after.enumerated()
      where value != nil && !row.keyColumns.contains(number) {
        let name = columns.indices.contains(number) ? columns[number] : "field \(number + 1)"
        fields.append(
          EntryChanges.Field(
            name: name.replacing("_", with: " "),
            before: Self.text(row.before[number]?.optionalText, in: name),
            after: Self.text(value?.optionalText, in: name)))
      }
    }
    self.init(
      operation: operation, kind: Self.kinds[row.table] ?? row.table,
      key: Self.key(row.table, row.key), fields: fields)
  }

  /// A value as people read it: instants are kept as milliseconds.
  private static func text(_ value: String?, in column: String) -> String? {
    guard column.hasSuffix("_at"), let value, let milliseconds = Int64(value) else { return value }
    return Instant(milliseconds: milliseconds).rfc3339
  }

  private static let kinds = [
    "exchange_permissions": "permission", "role_links": "linked group", "roles": "role",
    "client_secrets": "client secret", "redirect_uris": "redirect URI",
    "registrations": "SSO registration", "applications": "application",
    "ownership_offers": "offer of", "group_members": "member", "group_nestings": "nested group",
    "groups": "group", "identities": "account",
  ]

  private static func key(_ table: String, _ key: [String]) -> String {
    switch table {
    case "exchange_permissions": "\(key[0]) to \(key[1]), round \(key[2])"
    case "role_links": "\(key[2]) of role \(key[1]) of \(key[0])"
    case "roles": "\(key[1]) of \(key[0])"
    case "redirect_uris": "\((Int(key[1]) ?? 0) + 1) of \(key[0])"
    case "group_members", "group_nestings": "\(key[1]) in \(key[0])"
    default: key.joined(separator: " ")
    }
  }
}
