extension Schema {
  /// Whose accounts are whose, what else tokens say of people, logins that are never given again, and
  /// the groups claim.
  static let accounts = """
    ALTER TABLE identities ADD COLUMN owner TEXT
      REFERENCES identities DEFERRABLE INITIALLY DEFERRED;
    ALTER TABLE identities ADD COLUMN orcid TEXT NOT NULL DEFAULT '';
    ALTER TABLE identities ADD COLUMN unix_user INTEGER;
    ALTER TABLE identities ADD COLUMN unix_group INTEGER;
    ALTER TABLE identities ADD COLUMN institute TEXT NOT NULL DEFAULT '';
    CREATE INDEX identities_owned ON identities (owner, id) WHERE owner IS NOT NULL;
    CREATE INDEX identities_primary ON identities (person_id, id)
      WHERE kind = 'primary' AND person_id IS NOT NULL;

    ALTER TABLE registrations ADD COLUMN groups_claim INTEGER NOT NULL DEFAULT 0
      CHECK (groups_claim IN (0, 1));

    CREATE TABLE former_logins (id TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;
    -- Those who have acted and are gone; of others an older layout kept nothing.
    INSERT INTO former_logins
      SELECT login FROM (
        SELECT opened_by AS login FROM exchange_permissions
        UNION SELECT decided_by FROM exchange_permissions
        UNION SELECT offered_by FROM ownership_offers
      )
      WHERE login IS NOT NULL AND login NOT LIKE 'service-account-%'
        AND login NOT IN (SELECT id FROM identities);

    """
}
