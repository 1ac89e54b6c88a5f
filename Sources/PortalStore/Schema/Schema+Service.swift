extension Schema {
  /// What the journal does not hold: the journal itself, the token service's tables, settings.
  ///
  /// They hold identifiers and have no foreign key into the model.
  static let service1 = """
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      login TEXT NOT NULL, terminal TEXT NOT NULL, identity TEXT NOT NULL,
      name TEXT NOT NULL, command TEXT NOT NULL,
      changeset BLOB NOT NULL
    ) STRICT;
    CREATE INDEX journal_by_identity ON journal (identity);
    CREATE TABLE journal_subjects (
      application TEXT NOT NULL,
      entry INTEGER NOT NULL REFERENCES journal DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (application, entry)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX journal_subjects_by_entry ON journal_subjects (entry);

    CREATE TABLE sessions (
      id TEXT PRIMARY KEY NOT NULL,
      identity TEXT NOT NULL,
      level TEXT NOT NULL CHECK (level IN
        ('any', 'social', 'guest', 'edugain', 'edugain-sirtfi', 'cern')),
      multifactor INTEGER NOT NULL CHECK (multifactor IN (0, 1)),
      started_at INTEGER NOT NULL, last_used_at INTEGER NOT NULL, ended_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE client_sessions (
      session TEXT NOT NULL, client TEXT NOT NULL, started_at INTEGER NOT NULL,
      PRIMARY KEY (session, client)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE revocations (
      jti TEXT PRIMARY KEY NOT NULL, expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE not_before (
      kind TEXT NOT NULL CHECK (kind IN ('realm', 'client', 'identity')),
      subject TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (kind, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE codes (
      code TEXT PRIMARY KEY NOT NULL,
      client TEXT NOT NULL, session TEXT NOT NULL, redirect_uri TEXT NOT NULL,
      scope TEXT NOT NULL, nonce TEXT, challenge TEXT, challenge_method TEXT,
      expires_at INTEGER NOT NULL, used_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE signing_keys (
      position INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      private_key TEXT NOT NULL, refresh_secret BLOB NOT NULL, created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    """
}
