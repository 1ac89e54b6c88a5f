extension Schema {
  /// How often refresh tokens were used, where the realm counts that.
  static let refreshUses = """
    CREATE TABLE refresh_uses (
      session TEXT NOT NULL, client TEXT NOT NULL,
      token TEXT NOT NULL, count INTEGER NOT NULL, last_used_at INTEGER NOT NULL,
      PRIMARY KEY (session, client)
    ) STRICT, WITHOUT ROWID;

    """

  /// By what age the token service's rows are taken out: each is found along an index, whatever else
  /// is there.
  static let pruning = """
    CREATE INDEX sessions_by_start ON sessions (started_at);
    CREATE INDEX offline_sessions_by_use ON offline_sessions (last_used_at);
    CREATE INDEX codes_by_end ON codes (expires_at);
    CREATE INDEX devices_by_end ON devices (expires_at);
    CREATE INDEX revocations_by_end ON revocations (expires_at);

    """
}
