extension Schema {
  /// The rest of the service's own settings of a client.
  static let clientSettings = """
    ALTER TABLE registrations ADD COLUMN extra_audiences TEXT NOT NULL DEFAULT '';
    ALTER TABLE registrations ADD COLUMN web_origins TEXT NOT NULL DEFAULT '+';
    ALTER TABLE registrations ADD COLUMN permission_strategy TEXT NOT NULL DEFAULT 'affirmative'
      CHECK (permission_strategy IN ('affirmative', 'unanimous'));
    ALTER TABLE registrations ADD COLUMN standard_exchange INTEGER NOT NULL DEFAULT 0
      CHECK (standard_exchange IN (0, 1));
    ALTER TABLE registrations ADD COLUMN standard_exchange_refresh INTEGER NOT NULL DEFAULT 0
      CHECK (standard_exchange_refresh IN (0, 1));
    ALTER TABLE registrations ADD COLUMN direct_access_grants INTEGER NOT NULL DEFAULT 0
      CHECK (direct_access_grants IN (0, 1));
    ALTER TABLE registrations ADD COLUMN device_grant INTEGER NOT NULL DEFAULT 1
      CHECK (device_grant IN (0, 1));

    CREATE TABLE saml_registrations (
      application TEXT PRIMARY KEY NOT NULL
        REFERENCES applications DEFERRABLE INITIALLY DEFERRED,
      entity_id TEXT NOT NULL UNIQUE CHECK (entity_id <> ''),
      consumer_url TEXT NOT NULL CHECK (consumer_url <> ''),
      certificate TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    """
}
