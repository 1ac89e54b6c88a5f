import GRDB
import PortalModel

extension UndoTransaction {
  /// Puts the portal back to how it was after an entry, across everything since.
  func returnTo(_ id: Int64) throws -> Undone {
    let entry = try entry(id)
    let newest = try standings.newestEntry()
    guard newest > id else { throw Refusal.undo(.alreadyThere(entry.reference)) }
    let loads: Int =
      try database.first(
        """
        SELECT count(*) FROM journal_standings
        WHERE kind = 'load' AND entry > ? OR kind = 'return' AND entry > ?
        """, [id, id], { $0[0] }) ?? 0
    return try rewind(
      to: id,
      as: .returnTo(
        entry: id, rewound: Int(clamping: newest - id), acrossScenario: loads > 0),
      about: entry, redo: nil)
  }

  /// Rewinds entry by entry, newest first: each inverse meets the portal just as its entry left it.
  ///
  /// - Parameters:
  ///   - target: The entry after which the portal is to stand.
  ///   - rewinding: What the journal will say.
  ///   - entry: What the answer will say it was about.
  ///   - person: Who may bring the rewound entries again by a redo.
  func rewind(
    to target: Int64, as rewinding: Rewinding, about entry: JournalEntry,
    redo person: IdentityIdentifier?
  ) throws -> Undone {
    let entries: [Int64] = try database.all(
      "SELECT id FROM journal WHERE id > ? ORDER BY id DESC", [target]
    ) { $0[0] }
    let recorded = try applyInverses(of: entries, entry)
    let id = try JournalWriter(database: database, actor: actor, instant: instant)
      .write(rewinding, changeset: recorded)
    try database.run(
      """
      INSERT OR IGNORE INTO journal_subjects (application, entry)
      SELECT DISTINCT application, ? FROM journal_subjects WHERE entry > ? AND entry < ?
      """, [id, target, id])
    try standings.rewind(to: target, by: id, redo: person)
    let kind: Undone.Kind =
      switch rewinding {
      case .undo: .undo
      case .redo: .redo
      case .returnTo: .returnTo
      }
    // A return taken back or brought again is one row, however many it rewinds.
    let count = kind == .returnTo ? entries.count : 1
    return Undone(kind: kind, journalID: id, entry: entry, count: count)
  }

  private func applyInverses(of entries: [Int64], _ entry: JournalEntry) throws -> Changeset {
    do {
      return try apply(entries, inverted: true, owners: .none)
    } catch Obstacle.violation(let violation) {
      throw Refusal.undo(.breaksRule(entry.reference, violation))
    } catch Obstacle.conflict(let entry) {
      throw Refusal.undo(.conflict(try self.entry(entry).reference))
    }
  }
}
