import GRDB
import PortalModel

/// Finds by key which commands build on which. Only commands that stand are looked at: what is in the
/// portal is what they make together, in order.
struct Dependents {
  let database: Database

  /// So many are named at most where they are not to be taken back anyway.
  static let enough = 1000

  /// The entries and everything later that builds on them, directly or not: what has to be taken back
  /// before them.
  ///
  /// - Parameter limit: Stops looking when there are so many.
  func closure(of entries: Set<Int64>, limit: Int = .max) throws -> Set<Int64> {
    var found = entries
    var waiting = entries.sorted(by: >)
    // From where on each row has been walked along: one that was written ten thousand times is not
    // walked ten thousand times.
    var walked: [String: [Walk]] = [:]
    while let entry = waiting.popLast(), found.count < limit {
      for (row, bar) in try bars(of: entry, backward: true) {
        let walk = Walk(from: entry, bar: bar)
        guard !walked[row, default: []].contains(where: { $0.covers(walk) }) else { continue }
        walked[row, default: []].append(walk)
        let later = try standing(touching: row, bar, after: entry, limit: limit)
        waiting += later.filter { found.insert($0).inserted }
      }
      waiting.sort(by: >)
    }
    return found
  }

  /// Entries that keep entries from being brought again: made or brought again since, they touched what
  /// these wrote, or took away what these lean on.
  func barring(_ entries: Set<Int64>) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for entry in entries where found.count < Self.enough {
      let again = try broughtAgain(since: entry).subtracting(entries)
      for (row, bar) in try bars(of: entry, backward: false) {
        found.formUnion(try standing(touching: row, bar, after: entry, limit: Self.enough))
        found.formUnion(try again.filter { try touches($0, row, bar) })
      }
    }
    return found.subtracting(entries)
  }

  /// Earlier commands that an entry built on and that have been taken back since.
  ///
  /// - Parameter others: Entries that are brought again together with it.
  func missing(under entry: Int64, besides others: Set<Int64>) throws -> Set<Int64> {
    let touches = try Touches(of: changeset(of: entry))
    // Walked along what was taken back since, which is little, not along all that ever was: a row may
    // have been written a million times.
    let candidates: [Int64] = try database.all(
      "SELECT entry FROM journal_standings WHERE undone_by > ? AND entry < ?", [entry, entry]
    ) { $0[0] }
    let found = try candidates.filter { candidate in
      guard try stood(candidate, before: entry) else { return false }
      return try bars(of: candidate, backward: true).contains { row, bar in
        touches.rows[row].map(bar.isTouched) ?? false
      }
    }
    return Set(found).subtracting(others)
  }

  /// Commands, standing, that wrote some of these columns and were made, or brought again, after an
  /// entry was made.
  func writers(of rows: [(row: String, columns: Int64)], after entry: Int64) throws -> Set<Int64> {
    let again = try broughtAgain(since: entry)
    return try rows.reduce(into: []) { found, row in
      let bar = Bar(written: row.columns)
      found.formUnion(try standing(touching: row.row, bar, after: entry, limit: Self.enough))
      found.formUnion(try again.filter { try touches($0, row.row, bar) })
    }
  }

  /// Commands earlier than an entry that stand, and did not when the entry was made.
  private func broughtAgain(since entry: Int64) throws -> Set<Int64> {
    let changed: [Int64] = try database.all(
      """
      SELECT DISTINCT standing_changes.entry FROM standing_changes
      CROSS JOIN journal_standings ON journal_standings.entry = standing_changes.entry
      WHERE by > ? AND standing_changes.entry < ? AND journal_standings.undone_by IS NULL
      """, [entry, entry]
    ) { $0[0] }
    return Set(try changed.filter { try !stood($0, before: entry) })
  }

  /// Whether an entry stood when a later one was made: the first change of its standing since remembers.
  private func stood(_ entry: Int64, before later: Int64) throws -> Bool {
    try database.first(
      """
      SELECT undone_by IS NULL FROM standing_changes WHERE entry = ? AND by > ?
      ORDER BY by LIMIT 1
      """, [entry, later]
    ) { $0[0] } ?? true
  }

  private func touches(_ entry: Int64, _ row: String, _ bar: Bar) throws -> Bool {
    try database.first(
      """
      SELECT 1 FROM journal_touches
      WHERE row = ? AND entry = ? AND (written & ? <> 0 OR read & ? <> 0)
      """, [row, entry, bar.written, bar.read], { _ in true }) ?? false
  }

  func changeset(of entry: Int64) throws -> Changeset {
    let bytes = try database.first("SELECT changeset FROM journal WHERE id = ?", [entry]) {
      Changeset(bytes: $0[0])
    }
    guard let bytes else { throw StoreError.changesetConflict }
    return bytes
  }

  /// Which columns of a row a later entry must not have touched.
  private struct Bar {
    /// Not have written.
    var written: Int64 = 0
    /// Not have built on.
    var read: Int64 = 0

    func isTouched(by columns: Touches.Columns) -> Bool {
      written & columns.written != 0 || read & columns.read != 0
    }
  }

  private struct Walk {
    var from: Int64
    var bar: Bar

    func covers(_ other: Walk) -> Bool {
      from <= other.from && other.bar.written & ~bar.written == 0
        && other.bar.read & ~bar.read == 0
    }
  }

  /// What stands in the way of applying an entry backward, or forward again.
  private func bars(of entry: Int64, backward: Bool) throws -> [String: Bar] {
    let changeset = try changeset(of: entry)
    let touches = try Touches(of: changeset)
    var bars: [String: Bar] = [:]
    for (row, columns) in touches.rows {
      let written = backward ? columns.written : columns.written | columns.read
      if written != 0 { bars[row] = Bar(written: written, read: columns.written) }
    }
    // What it would bring back leans on rows that must still be there.
    for row in backward ? try Touches.leanedOnBefore(changeset) : [] {
      bars[row, default: Bar()].written |= ColumnSet.presence
    }
    return bars
  }

  private func standing(
    touching row: String, _ bar: Bar, after entry: Int64, limit: Int
  ) throws -> [Int64] {
    try database.all(
      """
      SELECT journal_touches.entry FROM journal_touches
      CROSS JOIN journal_standings ON journal_standings.entry = journal_touches.entry
      WHERE row = ? AND journal_touches.entry > ? AND (written & ? <> 0 OR read & ? <> 0)
        AND undone_by IS NULL
      ORDER BY journal_touches.entry DESC LIMIT ?
      """, [row, entry, bar.written, bar.read, limit]
    ) { $0[0] as Int64 }
  }
}
