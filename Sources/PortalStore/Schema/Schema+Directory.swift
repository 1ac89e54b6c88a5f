extension Schema {
  /// Indexes for lists of people and groups, for roles of one person or group in all applications,
  /// and for the map of permissions.
  static let directory = """
    CREATE INDEX identities_by_given_name ON identities (given_name COLLATE NOCASE, id)
      WHERE kind <> 'application';
    CREATE INDEX identities_by_family_name ON identities (family_name COLLATE NOCASE, id)
      WHERE kind <> 'application';
    CREATE INDEX groups_by_display_name ON groups (display_name COLLATE NOCASE, id);
    CREATE INDEX roles_for_all ON roles (application) WHERE applies_to_all = 1;
    CREATE INDEX exchange_permissions_live_toward ON exchange_permissions (target, source)
      WHERE state IN ('pending', 'granted');

    """
}
