import Foundation
import GRDB
import PortalModel
import PortalStore

/// Acknowledged commands a second beside bare SQLite with the same durability.
struct CommandBenchmark {
  var seconds: Double

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "portal-bench-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try PortalDatabase.open(PortalHome(folder: folder))
    let person = IdentityIdentifier(trusted: "bench")
    let actor = Actor(identity: person, login: "bench", terminal: "bench")
    let now = Instant(seconds: 1_700_000_000)
    _ = try database.perform(
      .createIdentity(Identity(id: person, kind: .primary)), as: actor, at: now)
    var count = 0
    let clock = ContinuousClock()
    let start = clock.now
    while milliseconds(clock.now - start) < seconds * 1000 {
      count += 1
      let group = Group(id: GroupIdentifier(trusted: "group-\(count)"), displayName: "Group")
      _ = try database.perform(.createGroup(group), as: actor, at: now)
    }
    let rate = Double(count) / (milliseconds(clock.now - start) / 1000)
    database.close()
    let bare = try bareRate(folder)
    report(
      "acknowledged commands", "\(rounded(rate)) a second; bare SQLite \(rounded(bare)) a second")
  }

  /// One insert of about a journal row's size in each transaction, WAL, `synchronous=FULL`.
  private func bareRate(_ folder: String) throws -> Double {
    let queue = try DatabaseQueue(path: folder + "/bare.sqlite")
    try queue.writeWithoutTransaction { database in
      _ = try Row.fetchOne(database, sql: "PRAGMA journal_mode=WAL")
      try database.execute(sql: "PRAGMA synchronous=FULL")
      try database.execute(sql: "CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    }
    let text = String(repeating: "x", count: 400)
    var count = 0
    let clock = ContinuousClock()
    let start = clock.now
    while milliseconds(clock.now - start) < seconds * 1000 {
      count += 1
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try database.execute(sql: "INSERT INTO rows (text) VALUES (?)", arguments: [text])
          return .commit
        }
      }
    }
    return Double(count) / (milliseconds(clock.now - start) / 1000)
  }
}
