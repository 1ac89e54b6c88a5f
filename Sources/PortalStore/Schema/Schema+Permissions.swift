extension Schema {
  /// Exchange permissions. Who opened and decided is history and stays when an identity goes.
  static let permissions1 = """
    CREATE TABLE exchange_permissions (
      source TEXT NOT NULL REFERENCES applications DEFERRABLE INITIALLY DEFERRED,
      target TEXT NOT NULL REFERENCES applications DEFERRABLE INITIALLY DEFERRED,
      round INTEGER NOT NULL CHECK (round >= 1),
      state TEXT NOT NULL CHECK (state IN
        ('pending', 'granted', 'rejected', 'withdrawn', 'revoked')),
      origin TEXT NOT NULL CHECK (origin IN ('requested', 'granted', 'automatic')),
      opened_by TEXT NOT NULL, opened_at INTEGER NOT NULL, justification TEXT NOT NULL,
      decided_by TEXT, decided_at INTEGER, reason TEXT NOT NULL,
      PRIMARY KEY (source, target, round),
      CHECK (source <> target),
      CHECK ((state = 'pending') = (decided_by IS NULL)),
      CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
      CHECK (state <> 'rejected' OR reason <> '')
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX exchange_permissions_live ON exchange_permissions (source, target)
      WHERE state IN ('pending', 'granted');
    CREATE INDEX exchange_permissions_toward ON exchange_permissions (target, source, round);
    CREATE INDEX exchange_permissions_source_state ON exchange_permissions (source, state);
    CREATE INDEX exchange_permissions_target_state ON exchange_permissions (target, state);
    CREATE INDEX exchange_permissions_opened ON exchange_permissions (opened_by, opened_at);
    CREATE INDEX exchange_permissions_decided ON exchange_permissions (decided_by, decided_at);

    """
}
