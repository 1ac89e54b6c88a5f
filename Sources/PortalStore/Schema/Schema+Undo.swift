import Foundation
import GRDB
import PortalModel

extension Schema {
  /// What undo, redo and return need beside the journal. The journal's rows themselves never change.
  ///
  /// - `journal_standings`: for each entry what kind it is, and by which later entry it is taken back
  ///   at present, if it is. Beside the journal, because a column behind a changeset of megabytes
  ///   would cost a walk over all of it.
  /// - `standing_changes`: which entries an undo, redo or return took back or brought again, and how
  ///   they stood before.
  /// - `journal_touches`: which rows of the model a command wrote, by table and key, so that what
  ///   depends on an entry is found by key. `written` and `read` are sets of columns, as bits;
  ///   bit 62 stands for the row's being there at all. A loaded scenario is not in it: it touches
  ///   everything, and nothing before it can be taken back alone.
  /// - `refusals`: what rules said no to, for Activity: bounded, and no part of the journal. `after` is
  ///   the newest entry of the journal at that time; `missed` counts refusals before this one that
  ///   could not be kept.
  static let undo = """
    CREATE TABLE journal_standings (
      entry INTEGER PRIMARY KEY REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL CHECK (kind IN ('command', 'load', 'undo', 'redo', 'return')),
      identity TEXT NOT NULL,
      changed INTEGER NOT NULL CHECK (changed IN (0, 1)),
      undone_by INTEGER,
      redo_by TEXT CHECK (redo_by IS NULL OR undone_by IS NOT NULL)
    ) STRICT;
    CREATE INDEX journal_undoable ON journal_standings (identity, entry)
      WHERE undone_by IS NULL AND changed = 1 AND kind IN ('command', 'load', 'return');
    CREATE INDEX journal_redoable ON journal_standings (redo_by, undone_by)
      WHERE redo_by IS NOT NULL;
    CREATE INDEX journal_barriers ON journal_standings (entry)
      WHERE undone_by IS NULL AND kind = 'load';
    CREATE TABLE standing_changes (
      by INTEGER NOT NULL, entry INTEGER NOT NULL,
      undone_by INTEGER,
      PRIMARY KEY (by, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX standing_changes_by_entry ON standing_changes (entry, by);
    CREATE TABLE journal_touches (
      row TEXT NOT NULL, entry INTEGER NOT NULL,
      written INTEGER NOT NULL, read INTEGER NOT NULL,
      PRIMARY KEY (row, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE refusals (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      after INTEGER NOT NULL,
      at INTEGER NOT NULL,
      login TEXT NOT NULL, terminal TEXT NOT NULL, identity TEXT NOT NULL,
      name TEXT NOT NULL, attempt TEXT NOT NULL, refusal TEXT NOT NULL,
      applications TEXT NOT NULL,
      missed INTEGER NOT NULL CHECK (missed >= 0)
    ) STRICT;
    CREATE INDEX refusals_in_order ON refusals (after, id);
    CREATE INDEX refusals_by_identity ON refusals (identity, after, id);
    CREATE INDEX journal_by_at ON journal (at);

    INSERT INTO journal_standings (entry, kind, identity, changed)
      SELECT id, CASE name WHEN 'loadScenario' THEN 'load' ELSE 'command' END, identity,
        length(changeset) > 0
      FROM journal WHERE name <> 'generate';

    """

  /// Brings the journal of the first layout to what undo needs.
  static func addUndo(to database: Database) throws {
    try database.execute(sql: undo)
    var last: Int64 = 0
    while let entry = try database.first(
      """
      SELECT id, changeset FROM journal
      WHERE id > ? AND name NOT IN ('loadScenario', 'generate') ORDER BY id LIMIT 1
      """, [last], { (id: $0[0] as Int64, changeset: Changeset(bytes: $0[1])) })
    {
      try Touches(of: entry.changeset).write(of: entry.id, in: database)
      last = entry.id
    }
  }
}
