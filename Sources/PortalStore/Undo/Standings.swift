import GRDB
import PortalModel

/// How the entries of the journal stand: which are taken back, by which, and who may bring them again.
struct Standings {
  let database: Database

  /// The newest change by a person that is not taken back.
  func newestUndoable(of identity: IdentityIdentifier) throws -> Int64? {
    try database.first(
      """
      SELECT entry FROM journal_standings
      WHERE identity = ? AND undone_by IS NULL AND changed = 1
        AND kind IN ('command', 'load', 'return')
      ORDER BY entry DESC LIMIT 1
      """, [identity.text]
    ) { $0[0] }
  }

  /// The entries that a person took back last and may bring again, oldest first, and the entry that
  /// took them back.
  func newestRedoable(
    of identity: IdentityIdentifier
  ) throws -> (undo: Int64, entries: [Int64])? {
    guard
      let undo: Int64 = try database.first(
        """
        SELECT undone_by FROM journal_standings WHERE redo_by = ?
        ORDER BY undone_by DESC LIMIT 1
        """, [identity.text], { $0[0] })
    else { return nil }
    let entries: [Int64] = try database.all(
      "SELECT entry FROM journal_standings WHERE redo_by = ? AND undone_by = ? ORDER BY entry",
      [identity.text, undo]
    ) { $0[0] }
    return (undo, entries)
  }

  /// The newest loaded scenario that is not rewound: before it nothing can be taken back alone.
  func barrier() throws -> Int64? {
    try database.first(
      """
      SELECT entry FROM journal_standings WHERE undone_by IS NULL AND kind = 'load'
      ORDER BY entry DESC LIMIT 1
      """
    ) { $0[0] }
  }

  func newestEntry() throws -> Int64 {
    try database.first("SELECT coalesce(max(id), 0) FROM journal") { $0[0] } ?? 0
  }

  func kind(of entry: Int64) throws -> EntryKind? {
    try database.first("SELECT kind FROM journal_standings WHERE entry = ?", [entry]) {
      EntryKind(rawValue: $0[0])
    } ?? nil
  }

  func forgetRedo(of identity: IdentityIdentifier) throws {
    try database.run(
      "UPDATE journal_standings SET redo_by = NULL WHERE redo_by = ?", [identity.text])
  }

  /// Entries are taken back by another, which their person may undo by a redo.
  func takeBack(_ entries: [Int64], by entry: Int64, as identity: IdentityIdentifier) throws {
    for taken in entries {
      try remember(taken, changedBy: entry)
      try database.run(
        "UPDATE journal_standings SET undone_by = ?, redo_by = ? WHERE entry = ?",
        [entry, identity.text, taken])
    }
  }

  /// Entries are brought again by another.
  func bringAgain(_ entries: [Int64], by entry: Int64) throws {
    for brought in entries {
      try remember(brought, changedBy: entry)
      try database.run(
        "UPDATE journal_standings SET undone_by = NULL, redo_by = NULL WHERE entry = ?",
        [brought])
    }
  }

  private func remember(_ entry: Int64, changedBy by: Int64) throws {
    try database.run(
      """
      INSERT INTO standing_changes (by, entry, undone_by)
      SELECT ?, entry, undone_by FROM journal_standings WHERE entry = ?
      """, [by, entry])
  }

  /// Everything stands again as after an entry: later ones are taken back by `by`, and what they had
  /// taken back or brought again is as it was before them.
  ///
  /// - Parameter person: Who may bring the rewound entries again by a redo; `nil` for nobody.
  func rewind(to target: Int64, by: Int64, redo person: IdentityIdentifier?) throws {
    try database.run(
      """
      INSERT INTO standing_changes (by, entry, undone_by)
      SELECT :by, entry, undone_by FROM journal_standings
      WHERE entry > :target AND entry < :by
      UNION SELECT :by, journal_standings.entry, journal_standings.undone_by
      FROM (SELECT DISTINCT entry FROM standing_changes
        WHERE by > :target AND by < :by AND entry <= :target) AS older
      CROSS JOIN journal_standings ON journal_standings.entry = older.entry
      """, ["by": by, "target": target])
    // The first later change of an older entry's standing remembers how it stood.
    try database.run(
      """
      UPDATE journal_standings SET redo_by = NULL, undone_by = (
        SELECT undone_by FROM standing_changes
        WHERE standing_changes.entry = journal_standings.entry AND by > :target
        ORDER BY by LIMIT 1)
      WHERE entry IN (SELECT entry FROM standing_changes WHERE by = :by AND entry <= :target)
      """, ["by": by, "target": target])
    try database.run(
      """
      UPDATE journal_standings SET undone_by = :by, redo_by = :person
      WHERE entry > :target AND entry < :by
      """, ["by": by, "target": target, "person": person?.text])
  }
}
