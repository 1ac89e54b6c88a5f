extension Schema {
  /// Supervisors, and applications offered to a new owner.
  static let ownership = """
    ALTER TABLE identities ADD COLUMN supervisor TEXT
      REFERENCES identities DEFERRABLE INITIALLY DEFERRED;
    CREATE INDEX identities_supervised ON identities (supervisor, id)
      WHERE supervisor IS NOT NULL;

    CREATE TABLE ownership_offers (
      application TEXT PRIMARY KEY NOT NULL
        REFERENCES applications DEFERRABLE INITIALLY DEFERRED,
      offered_to TEXT NOT NULL REFERENCES identities DEFERRABLE INITIALLY DEFERRED,
      offered_by TEXT NOT NULL, offered_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ownership_offers_to ON ownership_offers (offered_to);

    """
}
