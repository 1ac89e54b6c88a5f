extension Schema {
  /// What was taken back since an entry is found without a walk along the whole journal.
  static let growth = """
    CREATE INDEX journal_taken_back ON journal_standings (undone_by, entry)
      WHERE undone_by IS NOT NULL;

    """
}
