extension Schema {
  /// Devices that wait to be signed in (RFC 8628), and offline sessions. Codes are kept as digests:
  /// whoever reads the file cannot use them.
  static let signOn = """
    CREATE TABLE devices (
      code TEXT PRIMARY KEY NOT NULL,
      user_code TEXT NOT NULL UNIQUE,
      client TEXT NOT NULL, scope TEXT NOT NULL, nonce TEXT,
      state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'denied', 'used')),
      session TEXT,
      expires_at INTEGER NOT NULL, polled_at INTEGER, interval INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE offline_sessions (
      session TEXT NOT NULL, client TEXT NOT NULL,
      started_at INTEGER NOT NULL, last_used_at INTEGER NOT NULL,
      PRIMARY KEY (session, client)
    ) STRICT, WITHOUT ROWID;

    """

  /// What a device is to prove (PKCE).
  static let deviceProof = """
    ALTER TABLE devices ADD COLUMN challenge TEXT;
    ALTER TABLE devices ADD COLUMN challenge_method TEXT;

    """
}
