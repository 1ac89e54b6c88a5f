extension Schema {
  /// The journalled tables.
  ///
  /// What undo by inverse changesets asks for: text keys, never a reusable number; foreign keys
  /// checked at the end of the transaction, without cascades; no triggers that write journalled
  /// tables. Two values of one column that may change places in one entry have no unique index of
  /// their own (positions of redirect URIs): an inverse could not be applied row by row.
  static let model1 = """
    CREATE TABLE identities (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 2 AND 64),
      kind TEXT NOT NULL CHECK (kind IN
        ('primary', 'secondary', 'service', 'guest', 'social', 'edugain', 'application')),
      given_name TEXT NOT NULL, family_name TEXT NOT NULL, email TEXT NOT NULL,
      person_id INTEGER,
      language TEXT NOT NULL CHECK (language IN ('EN', 'FR')),
      enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
      has_second_factor INTEGER NOT NULL CHECK (has_second_factor IN (0, 1))
    ) STRICT;
    CREATE INDEX identities_people ON identities (id) WHERE kind <> 'application';

    CREATE TABLE groups (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 2 AND 64),
      display_name TEXT NOT NULL, description TEXT NOT NULL
    ) STRICT;

    CREATE TABLE group_members (
      group_id TEXT NOT NULL REFERENCES groups DEFERRABLE INITIALLY DEFERRED,
      identity TEXT NOT NULL REFERENCES identities DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (group_id, identity)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX group_members_upward ON group_members (identity);

    CREATE TABLE group_nestings (
      outer_id TEXT NOT NULL REFERENCES groups DEFERRABLE INITIALLY DEFERRED,
      inner_id TEXT NOT NULL REFERENCES groups DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (outer_id, inner_id), CHECK (outer_id <> inner_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX group_nestings_upward ON group_nestings (inner_id);

    CREATE TABLE applications (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) BETWEEN 3 AND 32
        AND id GLOB '[a-z]*' AND id NOT GLOB '*[^a-z0-9_-]*'),
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      home_page TEXT NOT NULL, description TEXT NOT NULL,
      category TEXT NOT NULL CHECK (category IN ('official', 'personal', 'test')),
      owner TEXT NOT NULL REFERENCES identities DEFERRABLE INITIALLY DEFERRED,
      administrators TEXT REFERENCES groups DEFERRABLE INITIALLY DEFERRED,
      blocked INTEGER NOT NULL CHECK (blocked IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT;
    -- Each order with all that a filter looks at: a walk along it need not visit the rows.
    CREATE INDEX applications_by_id ON applications (id, name, owner);
    CREATE INDEX applications_by_name ON applications (name COLLATE NOCASE, id, owner);
    CREATE INDEX applications_by_owner ON applications (owner, id, name);
    CREATE INDEX applications_by_administrators ON applications (administrators, id)
      WHERE administrators IS NOT NULL;

    CREATE TABLE registrations (
      application TEXT PRIMARY KEY NOT NULL
        REFERENCES applications DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL CHECK (kind IN
        ('confidential', 'public', 'confidential-with-client-credentials')),
      base_url TEXT NOT NULL CHECK (base_url <> ''),
      enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
      consent_required INTEGER NOT NULL CHECK (consent_required IN (0, 1)),
      full_scope_allowed INTEGER NOT NULL CHECK (full_scope_allowed IN (0, 1)),
      own_audience INTEGER NOT NULL CHECK (own_audience IN (0, 1)),
      use_refresh_tokens INTEGER NOT NULL CHECK (use_refresh_tokens IN (0, 1)),
      access_token_lifetime INTEGER CHECK (access_token_lifetime BETWEEN 1 AND 43200),
      default_scopes TEXT NOT NULL, optional_scopes TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE redirect_uris (
      application TEXT NOT NULL REFERENCES registrations DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL CHECK (position >= 0),
      uri TEXT NOT NULL CHECK (uri <> ''),
      PRIMARY KEY (application, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE client_secrets (
      application TEXT PRIMARY KEY NOT NULL
        REFERENCES registrations DEFERRABLE INITIALLY DEFERRED,
      secret TEXT NOT NULL CHECK (secret <> '')
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE roles (
      application TEXT NOT NULL REFERENCES applications DEFERRABLE INITIALLY DEFERRED,
      id TEXT NOT NULL CHECK (length(id) BETWEEN 3 AND 32),
      name TEXT NOT NULL CHECK (name <> ''), description TEXT NOT NULL,
      required INTEGER NOT NULL CHECK (required IN (0, 1)),
      multifactor INTEGER NOT NULL CHECK (multifactor IN (0, 1)),
      applies_to_all INTEGER NOT NULL CHECK (applies_to_all IN (0, 1)),
      minimum_level TEXT NOT NULL CHECK (minimum_level IN
        ('any', 'social', 'guest', 'edugain', 'edugain-sirtfi', 'cern')),
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE role_links (
      application TEXT NOT NULL, role TEXT NOT NULL,
      group_id TEXT NOT NULL REFERENCES groups DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (application, role, group_id),
      FOREIGN KEY (application, role) REFERENCES roles DEFERRABLE INITIALLY DEFERRED
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX role_links_by_group ON role_links (group_id);

    """
}
