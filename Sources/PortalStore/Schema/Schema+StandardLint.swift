extension Schema {
  /// Which rows of the newer standard exchange an answered exchange would break: their ids, parted by
  /// blanks (§11.1).
  static let standardLint = """
    ALTER TABLE token_requests ADD COLUMN standard TEXT;

    """
}
