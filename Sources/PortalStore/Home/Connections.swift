import GRDB
import Glibc
import PortalTokens
import Synchronization

/// The connections of one process to one database, each opened when first needed.
///
/// Screens read on one, the token service on others, so that a long search delays no token; all
/// writing goes through one more. A first screen opens the first only.
final class Connections: Sendable {
  private struct Opened {
    var screens: DatabaseQueue?
    /// Those that nobody reads on at present.
    var tokens: [TokenConnection] = []
    /// How often everything was closed: what was lent before is not taken back after.
    var closings = 0
    var writer: DatabaseQueue?
    var changedFile: Int32 = -1
  }

  private let home: PortalHome
  private let opened = Mutex(Opened())
  /// Whose turn it is to write, among all processes.
  let queue: WritingQueue

  init(home: PortalHome) {
    self.home = home
    queue = WritingQueue(path: home.queuePath)
  }

  deinit { close() }

  /// The connection that screens and the command line read on.
  func screens() throws -> DatabaseQueue {
    try opened.withLock { opened in
      if let queue = opened.screens { return queue }
      let queue = try reader()
      opened.screens = queue
      return queue
    }
  }

  /// Lends a connection that the token service reads on. There are as many as were ever used at once:
  /// two threads on one connection would wait for each other.
  func lendTokens<Value>(_ body: (inout TokenConnection) throws -> Value) throws -> Value {
    let (idle, closings) = opened.withLock { ($0.tokens.popLast(), $0.closings) }
    var connection = try idle ?? TokenConnection(queue: reader())
    defer {
      let isKept = opened.withLock { opened in
        guard opened.closings == closings else { return false }
        opened.tokens.append(connection)
        return true
      }
      if !isKept { try? connection.queue.close() }
    }
    return try body(&connection)
  }

  /// The connection that writes; durable commits.
  func writer() throws -> DatabaseQueue {
    try opened.withLock { opened in
      if let queue = opened.writer { return queue }
      let queue = try open(setUp: "PRAGMA cache_size = -2048; PRAGMA temp_store = MEMORY")
      // After opening, not while: GRDB has its own idea of what WAL needs (see the test).
      try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      opened.writer = queue
      return queue
    }
  }

  /// Stops whatever is read for the screens, or written, just now; what was written of it is undone.
  func interrupt() {
    let queues = opened.withLock { [$0.screens, $0.writer] }
    for queue in queues { queue?.interrupt() }
    queue.interrupt()
  }

  /// Lets other processes know that a change has been committed.
  func touchChangedFile() {
    opened.withLock { opened in
      if opened.changedFile < 0 {
        opened.changedFile = Glibc.open(
          home.changedPath, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      }
      if opened.changedFile >= 0 { futimens(opened.changedFile, nil) }
    }
  }

  /// Closes everything, the writer last: the last one to close folds the log into the database,
  /// which makes the next start faster.
  func close() {
    opened.withLock { opened in
      let tokens = opened.tokens.map(\.queue)
      for queue in [opened.screens] + tokens + [opened.writer] { try? queue?.close() }
      if opened.changedFile >= 0 { Glibc.close(opened.changedFile) }
      opened = Opened(closings: opened.closings + 1)
      queue.close()
    }
  }

  private func reader() throws -> DatabaseQueue {
    let setUp = "PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY; PRAGMA query_only = 1"
    do {
      return try open(setUp: setUp)
    } catch StoreError.readOnly where home.logIsEmpty {
      // Nobody can write here, so nothing can change: SQLite needs no files of its own.
      return try DatabaseQueue(
        path: "\(home.databaseURI)?immutable=1", configuration: configuration(setUp: setUp))
    }
  }

  private func open(setUp: String) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(
        path: home.databasePath, configuration: configuration(setUp: setUp))
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      throw access(home.folder, W_OK) == 0 ? error : StoreError.readOnly
    }
  }

  private func configuration(setUp: String) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .callback { tries in
      usleep(1000)
      return tries < Self.longestWait
    }
    configuration.prepareDatabase { try $0.execute(sql: setUp) }
    return configuration
  }

  /// How many waits of about a millisecond a command is given. SQLite's own waits grow to 100 ms.
  private static let longestWait = 5000
}

/// A connection that the token service reads on, and what it knows of the state it last saw.
struct TokenConnection: Sendable {
  let queue: DatabaseQueue
  /// The realm by its settings, and SQLite's number of the database's state that it was read from.
  var realm: (state: Int64, settings: Realm)?
}
