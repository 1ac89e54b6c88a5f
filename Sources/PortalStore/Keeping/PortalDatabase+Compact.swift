import GRDB
import PortalModel

/// What folding old entries away came to.
public struct Compaction: Hashable, Sendable {
  /// How many entries are no longer there, and can no longer be shown, undone or returned to.
  public var entries: Int
  /// The newest of them; `nil` where there was none.
  public var newest: JournalEntry?
  /// Bytes of the database before.
  public var bytesBefore: Int
  /// Bytes of the database after.
  public var bytesAfter: Int
  /// Other processes that had the database open, so that the file was not made smaller: its free pages
  /// are used again.
  public var others: [HomeProcess]
}

extension PortalDatabase {
  /// Folds all but the newest entries of the journal into one, makes the search indexes anew and the
  /// file as small as it can be.
  ///
  /// What the portal holds stays as it is. In batches, so that other processes get their turns
  /// between; whoever is killed meanwhile loses the oldest entries only.
  ///
  /// - Parameters:
  ///   - kept: How many of the newest entries stay.
  ///   - actor: Who does it.
  ///   - instant: When.
  ///   - progress: Is told now and then how many entries are folded, and of how many.
  public func compact(
    keeping kept: Int, as actor: Actor, at instant: Instant,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Compaction {
    let before = try size()
    let cut = try reading { database in
      try database.first(
        "SELECT id FROM journal ORDER BY id DESC LIMIT 1 OFFSET ?", [max(0, kept)]
      ) { $0[0] as Int64 }
    }
    let newest = try cut.flatMap(journalEntry)
    let entries = try cut.map { try fold(upTo: $0, as: actor, at: instant, progress) } ?? 0
    let others = home.otherProcesses()
    do {
      try connections.writer().inDatabase { database in
        if others.isEmpty {
          // VACUUM needs as much room as the database has: on the disk, not in memory.
          try database.execute(sql: "PRAGMA temp_store = FILE")
          defer { try? database.execute(sql: "PRAGMA temp_store = MEMORY") }
          try database.execute(sql: "VACUUM")
        }
        // VACUUM may have given rows other numbers, by which the indexes know them.
        try Schema.rebuildSearch(database)
        try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw StoreError(error)
    }
    return Compaction(
      entries: entries, newest: entries > 0 ? newest : nil, bytesBefore: before,
      bytesAfter: try size(), others: others)
  }

  /// Removes entries up to this one, which one row of no command then stands for.
  private func fold(
    upTo cut: Int64, as actor: Actor, at instant: Instant, _ progress: (Int, Int) -> Void
  ) throws -> Int {
    let total = try reading { database in
      try database.first("SELECT count(*) FROM journal WHERE id <= ?", [cut]) { $0[0] as Int } ?? 0
    }
    var count = 0
    var last: Int64 = 0
    while last < cut {
      last = min(
        cut,
        try reading { database in
          try database.first(
            "SELECT id FROM journal WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?",
            [last, Self.batch]
          ) { $0[0] as Int64 }
        } ?? cut)
      count += try writing { try Self.removeEntries(upTo: last, beside: cut, in: $0) }
      progress(count, total)
    }
    try foldTouches(upTo: cut)
    // A journal that was folded to this very row already has nothing to fold.
    guard count > 0 else { return 0 }
    try writing { database in
      try database.run(
        """
        INSERT OR REPLACE INTO journal
          (id, at, login, terminal, identity, name, command, changeset)
        VALUES (?, ?, ?, ?, ?, 'compact', '{}', x'')
        """,
        [cut, instant.milliseconds, actor.login, actor.terminal, actor.identity.text])
    }
    connections.touchChangedFile()
    return count
  }

  private static func removeEntries(
    upTo last: Int64, beside cut: Int64, in database: Database
  ) throws -> Int {
    try database.run("DELETE FROM standing_changes WHERE entry <= ? OR by <= ?", [last, last])
    try database.run("DELETE FROM journal_standings WHERE entry <= ?", [last])
    try database.run("DELETE FROM journal_subjects WHERE entry <= ?", [last])
    let count: Int =
      try database.first(
        "SELECT count(*) FROM journal WHERE id <= ? AND NOT (id = ? AND name = 'compact')",
        [last, cut]
      ) { $0[0] } ?? 0
    // The newest stays until the row that stands for all is put in its place: never is there none.
    try database.run("DELETE FROM journal WHERE id <= ? AND id < ?", [last, cut])
    return count
  }

  /// Forgets which rows of the model the folded entries touched, walking along the rows.
  private func foldTouches(upTo cut: Int64) throws {
    var last = ""
    while true {
      let end = try reading { database in
        try database.first(
          "SELECT row FROM journal_touches WHERE row > ? ORDER BY row LIMIT 1 OFFSET ?",
          [last, Self.batch]
        ) { $0[0] as String }
      }
      try writing { database in
        try database.run(
          "DELETE FROM journal_touches WHERE row > :last AND row <= :end AND entry <= :cut",
          ["last": last, "end": end ?? "\u{10FFFF}", "cut": cut])
      }
      guard let end else { return }
      last = end
    }
  }

  /// How many rows one transaction removes.
  private static var batch: Int { 5000 }

  private func size() throws(StoreError) -> Int {
    try reading { database in
      let pages: Int = try database.first("PRAGMA page_count") { $0[0] } ?? 0
      return pages * (try database.first("PRAGMA page_size") { $0[0] } ?? 0)
    }
  }
}
