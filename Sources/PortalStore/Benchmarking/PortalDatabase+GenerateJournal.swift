import GRDB
import PortalModel

extension PortalDatabase {
  /// Makes the journal long with invented entries, for benchmarks: changes of the applications that
  /// there are, by the people that there are, each with a changeset, standing, subject and touch.
  ///
  /// Goes around the commands: the entries change nothing, and undoing one of them fails.
  public func generateJournal(entries: Int) throws {
    try writing { database in
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
            '{"blockApplication":{"_0":"' || (SELECT id FROM applications
              WHERE rowid = 1 + n % (SELECT max(rowid) FROM applications)) || '","blocked":true}}',
            randomblob(120)
          FROM numbers;
          INSERT INTO journal_standings (entry, kind, identity, changed)
            SELECT id, 'command', identity, 1 FROM journal WHERE login = 'bench';
          INSERT INTO journal_subjects (application, entry)
            SELECT json_extract(command, '$.blockApplication._0'), id FROM journal
            WHERE login = 'bench';
          INSERT INTO journal_touches (row, entry, written, read)
            SELECT 'applications/' || json_extract(command, '$.blockApplication._0'), id, 128, 0
            FROM journal WHERE login = 'bench';
          """)
    }
  }
}
