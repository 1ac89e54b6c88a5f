import Dispatch
import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import Synchronization
import Testing

@testable import PortalStore

@Suite struct OpeningTests {
  let scratch = Scratch()

  @Test func makesFolderAndFilesForTheOwnerOnly() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(scratch.home.folder) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: scratch.home.folder) {
      #expect(try mode("\(scratch.home.folder)/\(name)") == 0o600, "\(name)")
    }
  }

  @Test func writesDurablyAndReadsOnly() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    func pragma(_ name: String, _ queue: DatabaseQueue) throws -> String? {
      try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }
    let writer = try portal.connections.writer()
    #expect(try pragma("synchronous", writer) == "2")
    #expect(try pragma("journal_mode", writer) == "wal")
    #expect(try pragma("foreign_keys", writer) == "1")
    #expect(try pragma("query_only", portal.connections.screens()) == "1")
    #expect(try pragma("application_id", writer) == String(Schema.applicationID))
  }

  @Test func opensTwiceWithTheSameContents() throws {
    try scratch.story().close()
    let portal = try scratch.open()
    #expect(try portal.isFresh() == false)
    #expect(try portal.totals() == PortalTotals(applications: 4, people: 5, groups: 4))
  }

  @Test func refusesANewerLayoutAndLeavesItUntouched() throws {
    let portal = try scratch.story()
    try portal.connections.writer().inDatabase {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    portal.close()
    let before = try scratch.bytes()
    #expect(throws: StoreError.newerSchema(found: 99, known: Schema.version)) {
      try scratch.open()
    }
    #expect(try scratch.bytes() == before)
  }

  @Test func seesANewerLayoutThatIsStillInTheLog() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    try portal.connections.writer().inDatabase {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    #expect(throws: StoreError.newerSchema(found: 99, known: Schema.version)) {
      try scratch.open()
    }
  }

  @Test(arguments: ["not a database at all, but long enough to have a header".utf8.map { $0 }])
  func refusesGarbage(bytes: [UInt8]) throws {
    try scratch.open().close()
    let contents = Data(bytes + [UInt8](repeating: 7, count: 4096))
    try contents.write(to: URL(fileURLWithPath: scratch.home.databasePath))
    #expect(throws: StoreError.notADatabase(path: scratch.home.databasePath)) {
      try scratch.open()
    }
    #expect(try scratch.bytes() == contents)
  }

  @Test func refusesTheDatabaseOfAnotherProgram() throws {
    try scratch.home.prepare()
    let other = try DatabaseQueue(path: scratch.home.databasePath)
    try other.inDatabase { try $0.execute(sql: "CREATE TABLE theirs (a)") }
    try other.close()
    let before = try scratch.bytes()
    #expect(throws: StoreError.notAPortal(path: scratch.home.databasePath)) {
      try scratch.open()
    }
    #expect(try scratch.bytes() == before)
  }

  @Test func refusesAFileInPlaceOfTheFolder() throws {
    let home = PortalHome(folder: "/etc/passwd")
    #expect(throws: StoreError.homeIsNotAFolder(path: "/etc/passwd")) {
      try PortalDatabase.open(home)
    }
    #expect(throws: StoreError.homeIsNotAFolder(path: "/etc/passwd/x")) {
      try PortalDatabase.open(PortalHome(folder: "/etc/passwd/x"))
    }
  }

  @Test func refusesADamagedDatabase() throws {
    try scratch.story().close()
    var bytes = try scratch.bytes()
    for page in 1..<(bytes.count / 4096) {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xAB, count: 64))
    }
    try bytes.write(to: URL(fileURLWithPath: scratch.home.databasePath))
    #expect(throws: StoreError.damaged) {
      let portal = try scratch.open()
      _ = try portal.snapshot()
    }
  }
}

@Suite struct HomeTests {
  @Test(
    "the home is found in this order",
    arguments: [
      ("/o", ["PORTAL_HOME": "/p"], "/o"),
      (nil, ["PORTAL_HOME": "/p", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/p"),
      (nil, ["PORTAL_HOME": "", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/portal"),
      (nil, ["XDG_DATA_HOME": "x", "HOME": "/h"], "/h/.local/share/portal"),
      ("", ["HOME": "/h"], "/h/.local/share/portal"),
    ] as [(String?, [String: String], String)])
  func order(option: String?, environment: [String: String], folder: String) throws {
    #expect(
      try PortalHome.locate(option: option, environment: environment).folder == folder)
  }

  @Test func isUnknownWithoutAnything() {
    #expect(throws: StoreError.homeUnknown) { try PortalHome.locate(environment: [:]) }
  }

  /// Of four that make the same portal at once, one in a hundred was told that the database is busy.
  @Test func manyMakeOnePortalAtOnce() {
    let faults = Mutex<[String]>([])
    for _ in 0..<100 {
      let scratch = Scratch()
      let home = scratch.home
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        do { try PortalDatabase.open(home).close() } catch {
          faults.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(faults.withLock { $0 } == [])
  }
}
