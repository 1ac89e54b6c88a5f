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
      conditions.append("journal.identity = :identity")
      arguments += ["identity": identity.text]
    }
    if let since = filter.since {
      conditions.append("at >= :since")
      arguments += ["since": since.milliseconds]
    }
    let sql = """
      SELECT \(JournalRow.columns) \(JournalRow.source)
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY id DESC LIMIT :limit
      """
    return try reading { try $0.all(sql, arguments, JournalRow.value) }
  }

  /// One journal entry.
  public func journalEntry(_ id: Int64) throws(StoreError) -> JournalEntry? {
    try reading { try JournalRow.entry(id, in: $0) }
  }
}

enum JournalRow {
  static let columns = """
    id, at, login, terminal, journal.identity, name, command, length(changeset) > 0, undone_by
    """

  static let source = "FROM journal LEFT JOIN journal_standings ON entry = id"

  static func entry(_ id: Int64, in database: Database) throws -> JournalEntry? {
    try database.first("SELECT \(columns) \(source) WHERE id = ?", [id], value)
  }

  static func value(_ row: StatementRow) -> JournalEntry {
    JournalEntry(
      id: row[0], at: Instant(milliseconds: row[1]),
      actor: Actor(
        identity: IdentityIdentifier(trusted: row[4]), login: row[2], terminal: row[3]),
      name: row[5], act: act(named: row[5], Data((row[6] as String).utf8)),
      changedSomething: row[7], undoneBy: row.optional(8))
  }

  private static func act(named name: String, _ text: Data) -> JournalAct {
    let decoder = JSONDecoder()
    switch name {
    case "undo", "redo", "return":
      let rewinding = try? decoder.decode(Rewinding.self, from: text)
      return rewinding.map(JournalAct.rewinding) ?? .unknown
    default:
      let command = try? decoder.decode(PortalCommand.self, from: text)
      return command.map(JournalAct.command) ?? .unknown
    }
  }
}
