extension Schema {
  /// What the token service answered, newest last: written in batches, bounded, outside the journal.
  static let tokenRequests = """
    CREATE TABLE token_requests (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      endpoint TEXT NOT NULL,
      grant_type TEXT, client TEXT, subject TEXT, audience TEXT,
      status INTEGER NOT NULL,
      error TEXT, failed_check TEXT, reason TEXT,
      verdict TEXT
    ) STRICT;
    CREATE INDEX token_requests_by_client ON token_requests (client, id);

    """
}
