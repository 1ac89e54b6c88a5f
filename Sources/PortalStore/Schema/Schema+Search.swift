extension Schema {
  /// Totals and search indexes, kept right by triggers on the journalled tables.
  ///
  /// Triggers, because inverse changesets must keep them right too; they write nothing that is
  /// journalled. The indexes refer to rows by number: `VACUUM` may renumber rows, and must be
  /// followed by a rebuild of the three indexes.
  static let search1 = searchTables1 + totalTriggers1 + searchTriggers1

  private static let searchTables1 = """
    CREATE TABLE totals (
      name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO totals VALUES ('applications', 0), ('people', 0), ('groups', 0);

    CREATE VIRTUAL TABLE application_search USING fts5 (
      id, name, owner, content = 'applications', tokenize = 'trigram');
    CREATE VIEW people AS SELECT rowid AS number, id, given_name, family_name, email
      FROM identities WHERE kind <> 'application';
    CREATE VIRTUAL TABLE people_search USING fts5 (
      id, given_name, family_name, email,
      content = 'people', content_rowid = 'number', tokenize = 'trigram');
    CREATE VIRTUAL TABLE group_search USING fts5 (
      id, display_name, content = 'groups', tokenize = 'trigram');

    """

  private static let totalTriggers1 = """
    CREATE TRIGGER applications_counted AFTER INSERT ON applications BEGIN
      UPDATE totals SET value = value + 1 WHERE name = 'applications'; END;
    CREATE TRIGGER applications_uncounted AFTER DELETE ON applications BEGIN
      UPDATE totals SET value = value - 1 WHERE name = 'applications'; END;
    CREATE TRIGGER people_counted AFTER INSERT ON identities WHEN new.kind <> 'application' BEGIN
      UPDATE totals SET value = value + 1 WHERE name = 'people'; END;
    CREATE TRIGGER people_uncounted AFTER DELETE ON identities WHEN old.kind <> 'application' BEGIN
      UPDATE totals SET value = value - 1 WHERE name = 'people'; END;
    CREATE TRIGGER groups_counted AFTER INSERT ON groups BEGIN
      UPDATE totals SET value = value + 1 WHERE name = 'groups'; END;
    CREATE TRIGGER groups_uncounted AFTER DELETE ON groups BEGIN
      UPDATE totals SET value = value - 1 WHERE name = 'groups'; END;

    """

  /// The triggers that keep the search indexes; dropped while a benchmark's portal is made.
  static let searchTriggers1 =
    triggers(
      on: "applications", index: "application_search", columns: ["id", "name", "owner"],
      update: "old.name <> new.name OR old.owner <> new.owner")
    + triggers(
      on: "groups", index: "group_search", columns: ["id", "display_name"],
      update: "old.display_name <> new.display_name")
    + peopleTriggers1

  private static let peopleColumns = ["id", "given_name", "family_name", "email"]

  /// An account's kind may change through an inverse changeset only, and then counts.
  private static let peopleTriggers1 = """
    CREATE TRIGGER people_search_insert AFTER INSERT ON identities
      WHEN new.kind <> 'application'
      BEGIN \(addition("people_search", peopleColumns)) END;
    CREATE TRIGGER people_search_delete AFTER DELETE ON identities
      WHEN old.kind <> 'application'
      BEGIN \(removal("people_search", peopleColumns)) END;
    CREATE TRIGGER people_search_update AFTER UPDATE ON identities
      WHEN old.kind <> 'application' AND new.kind <> 'application'
        AND (old.given_name <> new.given_name OR old.family_name <> new.family_name
          OR old.email <> new.email)
      BEGIN \(removal("people_search", peopleColumns))
        \(addition("people_search", peopleColumns)) END;
    CREATE TRIGGER people_search_joins AFTER UPDATE OF kind ON identities
      WHEN old.kind = 'application' AND new.kind <> 'application'
      BEGIN UPDATE totals SET value = value + 1 WHERE name = 'people';
        \(addition("people_search", peopleColumns)) END;
    CREATE TRIGGER people_search_leaves AFTER UPDATE OF kind ON identities
      WHEN old.kind <> 'application' AND new.kind = 'application'
      BEGIN UPDATE totals SET value = value - 1 WHERE name = 'people';
        \(removal("people_search", peopleColumns)) END;

    """

  private static func triggers(
    on table: String, index: String, columns: [String], update: String
  ) -> String {
    """
    CREATE TRIGGER \(index)_insert AFTER INSERT ON \(table)
      BEGIN \(addition(index, columns)) END;
    CREATE TRIGGER \(index)_delete AFTER DELETE ON \(table)
      BEGIN \(removal(index, columns)) END;
    CREATE TRIGGER \(index)_update AFTER UPDATE ON \(table) WHEN \(update)
      BEGIN \(removal(index, columns)) \(addition(index, columns)) END;

    """
  }

  private static func addition(_ index: String, _ columns: [String]) -> String {
    let names = columns.joined(separator: ", ")
    let values = columns.map { "new.\($0)" }.joined(separator: ", ")
    return "INSERT INTO \(index) (rowid, \(names)) VALUES (new.rowid, \(values));"
  }

  private static func removal(_ index: String, _ columns: [String]) -> String {
    let names = columns.joined(separator: ", ")
    let values = columns.map { "old.\($0)" }.joined(separator: ", ")
    return "INSERT INTO \(index) (\(index), rowid, \(names))"
      + " VALUES ('delete', old.rowid, \(values));"
  }
}
