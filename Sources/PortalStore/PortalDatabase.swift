import CSQLiteSession
import GRDB
import PortalModel

/// One portal on disk: commands change it, screens and the token service read it.
///
/// Every method blocks its thread, for microseconds to a few milliseconds; none may be called from
/// within another's closure.
public final class PortalDatabase: Sendable {
  /// The folder that holds it.
  public let home: PortalHome

  let connections: Connections
  let refusals: RefusalLog

  /// Threads that read for the token service would wait for each other at each piece of memory that
  /// SQLite takes, for a count that nobody asks for. It must be said before SQLite is first used.
  private static let memoryIsUncounted = portal_memory_uncounted() == 0

  private init(home: PortalHome) {
    self.home = home
    connections = Connections(home: home)
    refusals = RefusalLog(connections: connections)
  }

  /// Opens a portal, makes it where there is none, and brings an older layout up to date.
  ///
  /// - Throws: ``StoreError``; a file that is not a portal of this version or an older one is left
  ///   untouched.
  public static func open(_ home: PortalHome) throws(StoreError) -> PortalDatabase {
    _ = memoryIsUncounted
    try home.prepare()
    try home.peek()
    let database = PortalDatabase(home: home)
    do {
      let found = try database.connections.screens().inDatabase(Schema.userVersion)
      guard found <= Schema.version else {
        throw StoreError.newerSchema(found: found, known: Schema.version)
      }
      if found < Schema.version {
        // Two that make the same portal at once would stand in each other's way: SQLite does not wait
        // for the lock with which a new file comes to have its log.
        try database.connections.queue.inTurn {
          try database.connections.writer().inDatabase(Schema.migrate)
        }
        database.connections.touchChangedFile()
      }
    } catch let error as DatabaseError {
      throw PortalHome.failure(path: home.databasePath, code: error.extendedResultCode)
    } catch {
      throw StoreError(error)
    }
    return database
  }

  /// Ends what is being read for the screens or written just now, from another thread: it fails with
  /// ``StoreError/cancelled``, and nothing of it is kept. Where nothing is under way, nothing happens.
  public func cancel() { connections.interrupt() }

  /// Closes the files. Worth calling before the process ends: the next start is faster for it.
  public func close() {
    refusals.flush()
    connections.close()
  }

  /// Whether nothing was ever done here, so that a first scenario should be loaded.
  public func isFresh() throws(StoreError) -> Bool {
    try reading { try $0.first("SELECT 1 FROM journal LIMIT 1") { _ in true } ?? false } == false
  }

  /// Reads within one consistent state, for the screens.
  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try Self.snapshot(of: connections.screens(), body) } catch {
      throw StoreError(error)
    }
  }

  /// Runs a piece of work in one durable transaction that has the only right to write.
  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try connections.writer().inDatabase { database in
        var value: Value?
        try connections.queue.inTurn {
          try database.inTransaction(.immediate) {
            value = try body(database)
            return .commit
          }
        }
        guard let value else { throw StoreError.unexpected(code: -1) }
        return value
      }
    } catch {
      throw StoreError.translated(error)
    }
  }

  /// One consistent state: SQLite takes the snapshot at the first read of the transaction.
  static func snapshot<Value>(
    of queue: DatabaseQueue, _ body: (Database) throws -> Value
  ) throws -> Value {
    try queue.inDatabase { database in
      try database.step("BEGIN")
      do {
        let value = try body(database)
        try database.step("COMMIT")
        return value
      } catch {
        if database.isInsideTransaction { try? database.run("ROLLBACK") }
        throw error
      }
    }
  }
}
