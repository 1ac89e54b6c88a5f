import CSQLiteSession
import GRDB
import PortalModel

/// Why a changeset could not be applied.
enum ChangesetConflict: Error {
  /// A row is no longer as the changeset knows it.
  case row
  /// A name that it brings is another application's.
  case name(String, by: ApplicationIdentifier)
}

extension Changeset {
  /// Applies it whole, or throws and leaves everything as it was.
  ///
  /// Names of applications are unique, and SQLite applies a changeset row by row, trying again what
  /// a later row makes possible: enough for a name that moves on, not for applications that
  /// exchange theirs. For those the old names are set aside first.
  ///
  /// - Throws: ``ChangesetConflict``, or ``StoreError``.
  func applyExchangingNames(to database: Database) throws {
    guard !bytes.isEmpty else { return }
    let conflict = try attempt(on: database) { portal_changeset_apply($0, $1, $2, $3) }
    guard conflict != 0 else { return }
    guard conflict == Self.constraint else { throw ChangesetConflict.row }
    let names = try names()
    do {
      try database.inSavepoint {
        for name in names.moved {
          try database.run(
            "UPDATE applications SET name = char(1) || name WHERE id = ? AND name = ?",
            [name.id, name.before])
        }
        let conflict = try attempt(on: database) {
          portal_changeset_apply_parked($0, $1, $2, "applications", Self.nameColumn, $3)
        }
        guard conflict == 0 else { throw ChangesetConflict.row }
        return .commit
      }
    } catch ChangesetConflict.row {
      throw try taken(names.brought, in: database) ?? .row
    }
  }

  /// SQLite's words for what stands in a changeset's way (`SQLITE_CHANGESET_CONSTRAINT`).
  private static let constraint: Int32 = 4
  /// Where `applications` has its name.
  private static let nameColumn: Int32 = 1

  /// Runs one of the ways to apply; the kind of conflict that stopped it, 0 for none.
  private func attempt(
    on database: Database,
    _ apply: (OpaquePointer, Int32, UnsafeRawPointer?, UnsafeMutablePointer<Int32>) -> Int32
  ) throws -> Int32 {
    guard let connection = database.sqliteConnection else {
      throw StoreError.unexpected(code: -1)
    }
    var conflict: Int32 = 0
    let result = bytes.withUnsafeBytes {
      apply(connection, Int32($0.count), $0.baseAddress, &conflict)
    }
    if conflict == 0 { try Self.check(result) }
    return conflict
  }

  private func names() throws -> (
    moved: [(id: String, before: String)], brought: [(id: String, name: String)]
  ) {
    var moved: [(id: String, before: String)] = []
    var brought: [(id: String, name: String)] = []
    try forEachRow { row in
      guard row.table == "applications", let name = row.text(Int(Self.nameColumn)) else { return }
      let id = row.key[0]
      brought.append((id, name))
      if row.operation == .update, let before = row.before[Int(Self.nameColumn)] {
        moved.append((id, before.text))
      }
    }
    return (moved, brought)
  }

  private func taken(
    _ names: [(id: String, name: String)], in database: Database
  ) throws -> ChangesetConflict? {
    let facts = DatabaseFacts(database: database)
    for (id, name) in names {
      if let other = try facts.application(named: name), other.text != id {
        return .name(name, by: other)
      }
    }
    return nil
  }
}
