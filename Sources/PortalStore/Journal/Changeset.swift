import CSQLiteSession
import Foundation
import GRDB

/// What one transaction did to the journalled tables, as SQLite's session extension writes it.
struct Changeset: Equatable {
  var bytes: Data

  /// Runs a piece of work and records what it does to the journalled tables.
  static func recording(
    on database: Database, _ body: () throws -> Void
  ) throws -> Changeset {
    guard let connection = database.sqliteConnection else {
      throw StoreError.unexpected(code: -1)
    }
    let session = try start(on: connection)
    defer { portal_session_end(session) }
    try body()
    var size: Int32 = 0
    var start: UnsafeMutableRawPointer?
    try check(portal_session_changeset(session, &size, &start))
    return Changeset(taking: start, size: size)
  }

  /// The changeset that takes this one back.
  func inverted() throws -> Changeset {
    guard !bytes.isEmpty else { return self }
    var size: Int32 = 0
    var start: UnsafeMutableRawPointer?
    let result = bytes.withUnsafeBytes {
      portal_changeset_invert(Int32($0.count), $0.baseAddress, &size, &start)
    }
    try Self.check(result)
    return Changeset(taking: start, size: size)
  }

  /// One changeset that does what several do one after the other, without the states in between.
  static func joining(_ changesets: [Changeset]) throws -> Changeset {
    var group: OpaquePointer?
    try check(portal_group_start(&group))
    defer { portal_group_end(group) }
    for changeset in changesets where !changeset.bytes.isEmpty {
      try check(
        changeset.bytes.withUnsafeBytes { portal_group_add(group, Int32($0.count), $0.baseAddress) }
      )
    }
    var size: Int32 = 0
    var start: UnsafeMutableRawPointer?
    try check(portal_group_changeset(group, &size, &start))
    return Changeset(taking: start, size: size)
  }

  /// Applies it whole, or throws and leaves everything as it was.
  ///
  /// - Throws: ``StoreError/changesetConflict`` where a row is no longer as the changeset knows it.
  func apply(to database: Database) throws {
    guard !bytes.isEmpty else { return }
    guard let connection = database.sqliteConnection else {
      throw StoreError.unexpected(code: -1)
    }
    var conflict: Int32 = 0
    let result = bytes.withUnsafeBytes {
      portal_changeset_apply(connection, Int32($0.count), $0.baseAddress, &conflict)
    }
    if conflict != 0 { throw StoreError.changesetConflict }
    try Self.check(result)
  }

  private static func start(on connection: OpaquePointer) throws -> OpaquePointer? {
    var session: OpaquePointer?
    let result = Schema.journalledTables.joined(separator: ",").withCString {
      portal_session_start(connection, $0, &session)
    }
    try check(result)
    return session
  }

  static func check(_ result: Int32) throws {
    guard result == 0 else { throw StoreError(ResultCode(rawValue: result)) }
  }
}

extension Changeset {
  /// Takes over memory that SQLite handed out.
  private init(taking start: UnsafeMutableRawPointer?, size: Int32) {
    defer { portal_session_free(start) }
    bytes = start.map { Data(bytes: $0, count: Int(size)) } ?? Data()
  }
}
