import GRDB

/// What a thorough look at a database found: SQLite's own checks of pages, references and search
/// indexes.
public struct Soundness: Hashable, Sendable {
  /// The first of SQLite's complaints about pages and rows.
  public internal(set) var damage: [String] = []
  /// Tables with rows that refer to rows which are not there.
  public internal(set) var brokenReferences: [String] = []
  /// Search indexes that do not fit their tables; `portal compact` makes them anew.
  public internal(set) var staleIndexes: [String] = []

  /// Whether nothing was found.
  public var isSound: Bool {
    damage.isEmpty && brokenReferences.isEmpty && staleIndexes.isEmpty
  }

  /// Looks at all pages, which takes about a second for each gigabyte.
  ///
  /// - Parameter looksAtIndexes: Whether to compare the search indexes too, for which SQLite needs the
  ///   right to write.
  init(_ database: Database, looksAtIndexes: Bool) throws {
    damage = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
      .filter { $0 != "ok" }
    guard damage.isEmpty else { return }
    brokenReferences = Set(
      try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { $0[0] as String }
    ).sorted()
    guard looksAtIndexes else { return }
    staleIndexes = try Schema.searchIndexes.filter { index in
      do {
        // With a rank other than 0 the index is compared with the table it is made from.
        try database.execute(
          sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
        return false
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return true
      }
    }
  }
}

extension Schema {
  /// The search indexes, which are made from tables of the model.
  static let searchIndexes = ["application_search", "people_search", "group_search"]

  /// Makes the search indexes anew from their tables; needed where rows may have been renumbered.
  static func rebuildSearch(_ database: Database) throws {
    try database.inTransaction(.immediate) {
      for index in searchIndexes {
        try database.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')")
      }
      return .commit
    }
  }
}

extension PortalDatabase {
  /// Looks at everything, which takes about a second for each gigabyte.
  public func soundness() throws(StoreError) -> Soundness {
    do {
      return try connections.writer().inDatabase { try Soundness($0, looksAtIndexes: true) }
    } catch {
      throw StoreError(error)
    }
  }
}
