import Foundation
import GRDB
import PortalModel

extension PortalDatabase {
  /// How many entries the journal has, counted up to a limit; their contents are not read.
  public func journalLength(upTo limit: Int) throws(StoreError) -> Int {
    try reading { database in
      try database.first("SELECT count(*) FROM (SELECT 1 FROM journal LIMIT ?)", [limit]) { $0[0] }
    } ?? 0
  }

  /// Journal entries, newest first.
  ///
  /// - Parameters:
  ///   - filter: Which entries.
  ///   - entry: Only entries older than this one: for the next page, the last row's number.
  ///   - limit: How many at most.
  public func journal(
    _ filter: JournalFilter = JournalFilter(), before entry: Int64? = nil, limit: Int = 50
  ) throws(StoreError) -> [JournalEntry] {
    var conditions = ["id < :before"]
    var arguments: StatementArguments = ["before": entry ?? .max, "limit": limit]
    if let application = filter.application {
      conditions.append(
        "id IN (SELECT entry FROM journal_subjects WHERE application = :application)")
      arguments += ["application": application.text]
    }
    if let identity = filter.identity {
      conditions.append("identity = :identity")
      arguments += ["identity": identity.text]
    }
    if let since = filter.since {
      conditions.append("at >= :since")
      arguments += ["since": since.milliseconds]
    }
    let sql = """
      SELECT \(JournalRow.columns) FROM journal
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT :limit
      """
    return try reading { try $0.all(sql, arguments, JournalRow.value) }
  }

  /// One journal entry.
  public func journalEntry(_ id: Int64) throws(StoreError) -> JournalEntry? {
    try reading { database in
      try database.first(
        "SELECT \(JournalRow.columns) FROM journal WHERE id = ?", [id], JournalRow.value)
    }
  }
}

private enum JournalRow {
  static let columns =
    "id, at, login, terminal, identity, name, command, length(changeset) > 0"

  static func value(_ row: StatementRow) -> JournalEntry {
    JournalEntry(
      id: row[0], at: Instant(milliseconds: row[1]),
      actor: Actor(
        identity: IdentityIdentifier(trusted: row[4]), login: row[2], terminal: row[3]),
      name: row[5],
      command: try? JSONDecoder().decode(PortalCommand.self, from: Data((row[6] as String).utf8)),
      changedSomething: row[7])
  }
}
