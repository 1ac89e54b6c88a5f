extension Schema {
  /// Indexes for lists of applications by category, and for the offers that somebody made.
  static let categories = """
    CREATE INDEX applications_by_category ON applications (category, id, name, owner);
    CREATE INDEX ownership_offers_by ON ownership_offers (offered_by);

    """
}
