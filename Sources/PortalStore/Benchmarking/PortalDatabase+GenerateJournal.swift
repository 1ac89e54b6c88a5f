import GRDB
import PortalModel

extension PortalDatabase {
  /// Makes the journal long with invented entries, for benchmarks: changes of the applications that
  /// there are, by the people that there are, each with a changeset, standing, subject and touch.
  ///
  /// Goes around the commands: the entries change nothing, so that taking one of them back meets a
  /// conflict at last.
  public func generateJournal(entries: Int) throws {
    try writing { database in
      try Self.makeChangesets(in: database)
      try database.execute(
        sql: """
          WITH RECURSIVE numbers (n) AS (
            SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < \(entries))
          INSERT INTO journal (at, login, terminal, identity, name, command, changeset)
          SELECT n * 1000, 'bench', 'pts/' || n % 40,
            -- Numbers have gaps, and the last ones are applications' own identities.
            coalesce(
              (SELECT id FROM people
                WHERE number >= 1 + n % (SELECT max(rowid) FROM identities)
                ORDER BY number LIMIT 1),
              (SELECT min(id) FROM people)),
            'blockApplication',
            '{"blockApplication":{"_0":"' || application || '","blocked":true}}', changeset
          FROM numbers JOIN bench_changesets
            ON number = 1 + n % (SELECT max(number) FROM bench_changesets);
          INSERT INTO journal_standings (entry, kind, identity, changed)
            SELECT id, 'command', identity, 1 FROM journal WHERE name = 'blockApplication';
          INSERT INTO journal_subjects (application, entry)
            SELECT json_extract(command, '$.blockApplication._0'), id FROM journal
            WHERE name = 'blockApplication';
          INSERT INTO journal_touches (row, entry, written, read)
            SELECT 'applications' || char(31) || json_extract(command, '$.blockApplication._0'), id,
              1 << 7, 0
            FROM journal WHERE name = 'blockApplication';
          DROP TABLE bench_changesets;
          """)
    }
  }

  /// What blocking each application would write.
  private static func makeChangesets(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE bench_changesets (
          number INTEGER PRIMARY KEY, application TEXT NOT NULL, changeset BLOB NOT NULL)
        """)
    let applications = try database.all("SELECT id FROM applications ORDER BY id") {
      $0[0] as String
    }
    for application in applications {
      let changeset = try Changeset.recording(on: database) {
        try database.run(
          "UPDATE applications SET blocked = 1 - blocked WHERE id = ?", [application])
      }
      try database.run(
        "UPDATE applications SET blocked = 1 - blocked WHERE id = ?", [application])
      try database.run(
        "INSERT INTO bench_changesets (application, changeset) VALUES (?, ?)",
        [application, changeset.bytes])
    }
  }
}
