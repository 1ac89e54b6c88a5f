import CSQLiteSession
import GRDB
import PortalModel

/// Why a changeset could not be applied.
enum ChangesetConflict: Error {
  /// A row is no longer as the changeset knows it.
  case row
  /// A name that it brings is another application's.
  case name(String, by: ApplicationIdentifier)
  /// An `entityID` that it brings is another application's.
  case entity(String, by: ApplicationIdentifier)
}

extension Changeset {
  /// Applies it whole, or throws and leaves everything as it was.
  ///
  /// Names of applications are unique, and so are the `entityID`s of SAML; SQLite applies a changeset
  /// row by row, trying again what a later row makes possible: enough for a name that moves on, not
  /// for applications that exchange theirs. For those the old names are set aside first.
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
        for name in names where name.before != nil && name.after != nil {
          let (table, key, column) = name.kind.place
          try database.run(
            """
            UPDATE \(table) SET \(column) = char(1) || \(column)
            WHERE \(key) = ? AND \(column) = ?
            """, [name.id, name.before])
        }
        let tables = NameKind.allCases.map(\.place.table).joined(separator: ",")
        let conflict = try attempt(on: database) {
          portal_changeset_apply_parked($0, $1, $2, tables, Self.nameColumn, $3)
        }
        guard conflict == 0 else { throw ChangesetConflict.row }
        return .commit
      }
    } catch ChangesetConflict.row {
      throw try taken(names, in: database) ?? .row
    }
  }

  /// SQLite's words for what stands in a changeset's way (`SQLITE_CHANGESET_CONSTRAINT`).
  private static let constraint: Int32 = 4
  /// Where the tables have what is unique.
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

  private func names() throws -> [ChangedName] {
    var names: [ChangedName] = []
    try forEachRow { row in
      guard let kind = NameKind.allCases.first(where: { $0.place.table == row.table }),
        row.operation == .delete || row.text(Int(Self.nameColumn)) != nil
      else { return }
      let before = row.operation == .insert ? nil : row.before[Int(Self.nameColumn)]?.text
      names.append(
        ChangedName(
          kind: kind, id: row.key[0], before: before,
          after: row.operation == .delete ? nil : row.text(Int(Self.nameColumn))))
    }
    return names
  }

  private func taken(
    _ names: [ChangedName], in database: Database
  ) throws -> ChangesetConflict? {
    let facts = DatabaseFacts(database: database)
    /// Whether the one whose name it is has it in the end too.
    func keeps(_ other: ApplicationIdentifier, _ kind: NameKind) -> Bool {
      !names.contains { $0.kind == kind && $0.id == other.text }
    }
    for name in names {
      guard let after = name.after else { continue }
      switch name.kind {
      case .application:
        if let other = try facts.application(named: after), keeps(other, .application) {
          return .name(after, by: other)
        }
      case .entity:
        if let other = try facts.application(ofEntity: after), keeps(other, .entity) {
          return .entity(after, by: other)
        }
      }
    }
    return nil
  }
}

/// What is unique among applications and not their key.
private enum NameKind: CaseIterable {
  case application
  case entity

  var place: (table: String, key: String, column: String) {
    switch self {
    case .application: ("applications", "id", "name")
    case .entity: ("saml_registrations", "application", "entity_id")
    }
  }
}

/// A name that a changeset brings or takes away.
private struct ChangedName {
  var kind: NameKind
  var id: String
  /// The one that it takes the place of; `nil` where the row is new.
  var before: String?
  /// `nil` where the row goes.
  var after: String?
}
