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
    try reading { database in
      try JournalReading(filter: filter, before: entry ?? .max, limit: limit)
        .entries(in: database)
    }
  }

  /// One journal entry.
  public func journalEntry(_ id: Int64) throws(StoreError) -> JournalEntry? {
    try reading { try JournalRow.entry(id, in: $0) }
  }
}

/// One reading of the journal from a place on, along the index that fits the filter.
struct JournalReading {
  var filter: JournalFilter
  var before: Int64
  var limit: Int

  func entries(in database: Database) throws -> [JournalEntry] {
    var source = "journal LEFT JOIN journal_standings ON journal_standings.entry = journal.id"
    var conditions = ["journal.id < :before"]
    var arguments: StatementArguments = ["before": before, "limit": limit]
    var order = "journal.id"
    if let application = filter.application {
      source =
        "journal_subjects AS subject CROSS JOIN journal ON journal.id = subject.entry "
        + "LEFT JOIN journal_standings ON journal_standings.entry = subject.entry"
      conditions = ["subject.application = :application", "subject.entry < :before"]
      arguments += ["application": application.text]
      order = "subject.entry"
    }
    if let identity = filter.identity {
      conditions.append("journal.identity = :identity")
      arguments += ["identity": identity.text]
    }
    if let since = filter.since {
      guard let oldest = try Self.oldest(since: since, in: database) else { return [] }
      // The number bounds the walk; where a clock was set back, the time still has the last word.
      conditions += ["\(order) >= :oldest", "at >= :since"]
      arguments += ["oldest": oldest, "since": since.milliseconds]
    }
    return try database.all(
      """
      SELECT \(JournalRow.columns) FROM \(source)
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) DESC LIMIT :limit
      """, arguments, JournalRow.value)
  }

  /// The first entry from an instant on: the earliest by time, and of those by number.
  private static func oldest(since: Instant, in database: Database) throws -> Int64? {
    try database.first(
      """
      SELECT min(id) FROM (SELECT id FROM journal WHERE at >= ? ORDER BY at, id LIMIT 1000)
      """, [since.milliseconds]
    ) { $0.optional(0) } ?? nil
  }
}

enum JournalRow {
  static let columns = """
    journal.id, at, login, terminal, journal.identity, name, command, length(changeset) > 0,
    undone_by
    """

  static func entry(_ id: Int64, in database: Database) throws -> JournalEntry? {
    try database.first(
      """
      SELECT \(columns) FROM journal LEFT JOIN journal_standings ON entry = journal.id
      WHERE journal.id = ?
      """, [id], value)
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
    case "compact": return .folded
    case "undo", "redo", "return":
      let rewinding = try? decoder.decode(Rewinding.self, from: text)
      return rewinding.map(JournalAct.rewinding) ?? .unknown
    default:
      let command = try? decoder.decode(PortalCommand.self, from: text)
      return command.map(JournalAct.command) ?? .unknown
    }
  }
}
