import GRDB

/// The database's layout, and how a file comes to have it.
enum Schema {
  /// Marks the file as a portal's: "CERN" in ASCII.
  static let applicationID = 0x4345_524E
  /// The newest layout that this version knows (`user_version`).
  static var version: Int { migrations.count }

  /// The steps from each layout to the next. A step that has been released is never edited.
  private static let migrations: [@Sendable (Database) throws -> Void] = [
    { try $0.execute(sql: model1 + permissions1 + service1 + search1) },
    { try $0.execute(sql: tokenRequests + signOn) },
    addUndo,
    { try $0.execute(sql: ownership) },
    { try $0.execute(sql: directory) },
    { try $0.execute(sql: clientSettings) },
    { try $0.execute(sql: growth + refreshUses + pruning + standardLint + categories) },
    { try $0.execute(sql: deviceProof + accounts) },
  ]

  /// Brings the database to the newest layout, in one transaction.
  ///
  /// Cheap where nothing is to be done. Another process may do the same at the same time: what is
  /// missing is looked up again inside the writing transaction.
  static func migrate(_ database: Database) throws { try migrate(database, to: version) }

  /// Brings the database to a layout, for tests to an older one than the newest.
  static func migrate(_ database: Database, to version: Int) throws {
    guard try userVersion(database) < version else { return }
    try database.execute(sql: "PRAGMA journal_mode = WAL")
    try database.inTransaction(.immediate) {
      let found = try userVersion(database)
      guard found <= version else {
        throw StoreError.newerSchema(found: found, known: version)
      }
      for step in migrations[found..<version] { try step(database) }
      try database.execute(
        sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
      return .commit
    }
  }

  /// The layout's number as this connection sees it.
  static func userVersion(_ database: Database) throws -> Int {
    try database.first("PRAGMA user_version") { $0[0] } ?? 0
  }

  /// The tables whose changes the journal holds, children first.
  ///
  /// Named one by one: the shadow tables of the search must never be among them.
  static let journalledTables = [
    "exchange_permissions", "ownership_offers", "role_links", "roles", "client_secrets",
    "redirect_uris",
    "registrations", "saml_registrations", "applications", "group_members", "group_nestings",
    "groups", "identities", "former_logins",
  ]
}
