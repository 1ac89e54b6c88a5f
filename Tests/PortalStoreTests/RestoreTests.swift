import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import PortalTrials
import Testing

@testable import PortalStore

@Suite struct RestoreTests {
  let scratch = Scratch()
  let copy: String

  init() { copy = scratch.beside("copy.sqlite") }

  @Test func whoeverHasTheHomeOpenSeesTheCopyAndWorksOn() throws {
    let open = try scratch.story()
    defer { open.close() }
    try open.backup(to: copy)
    let taken = try Everything(open)
    let watched = DispatchSemaphore(value: 0)
    try open.perform(group("later"), as: .person(Story.alice), at: Story.start)
    let changed = try Everything(open)
    let watch = open.watch { watched.signal() }
    defer { watch.cancel() }
    #expect(try scratch.home.restore(from: copy))
    #expect(watched.wait(timeout: .now() + 10) == .success)
    #expect(try Everything(open) == taken)
    // The same number as the entry that is gone: its row must not be taken for the old one's.
    let performed = try open.perform(group("again"), as: .person(Story.alice), at: Story.start)
    #expect(performed.journalID == 2)
    try expectSound(open)
    let kept = Scratch()
    _ = try kept.home.restore(from: scratch.home.replacedPath)
    let before = try kept.open()
    defer { before.close() }
    #expect(try Everything(before) == changed)
  }

  @Test func writersAtWorkAreNotDisturbed() throws {
    let open = try scratch.story()
    try open.backup(to: copy)
    open.close()
    let writers = try ["a", "b"].map {
      try Probe(["write", scratch.home.folder, $0, "300"])
    }
    for writer in writers { writer.waitForFirstLine() }
    for _ in 0..<5 { #expect(try scratch.home.restore(from: copy)) }
    for writer in writers { #expect(writer.lines().count == 300) }
    let portal = try scratch.open()
    defer { portal.close() }
    // What came after the last restore is there, with a journal row for each.
    let made = try portal.totals().groups - 4
    #expect(try portal.journalLength(upTo: .max) == made + 1)
    try expectSound(portal)
  }

  @Test func anOlderLayoutIsBroughtUpToDate() throws {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/version-1.sqlite")
    let before = try Data(contentsOf: fixture)
    #expect(try scratch.home.restore(from: fixture.path) == false)
    let portal = try scratch.open()
    defer { portal.close() }
    #expect(try portal.journal().count == 5)
    #expect(try portal.reading(Schema.userVersion) == Schema.version)
    try expectSound(portal)
    #expect(try Data(contentsOf: fixture) == before)
    #expect(!FileManager.default.fileExists(atPath: fixture.path + "-wal"))
  }

  @Test(arguments: ["missing", "text", "foreign", "newer", "damaged", "own"])
  func aFileThatIsNoGoodCopyIsRefusedAndNothingChanges(kind: String) throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let before = try Everything(portal)
    let (path, fault) = try make(kind, of: portal)
    #expect(throws: StoreError.copy(path: path, fault)) { try scratch.home.restore(from: path) }
    #expect(try Everything(portal) == before)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.home.folder)
    #expect(
      Set(files).isSubset(of: [
        "portal.sqlite", "portal.sqlite-wal", "portal.sqlite-shm", "changed", "queue",
      ]))
    try expectSound(portal)
  }

  private func make(_ kind: String, of portal: PortalDatabase) throws -> (String, CopyFault) {
    switch kind {
    case "missing": return (copy, .missing)
    case "own": return (scratch.home.databasePath, .isTheHome)
    case "text":
      try Data(repeating: 65, count: 9000).write(to: URL(fileURLWithPath: copy))
      return (copy, .notADatabase)
    case "foreign":
      try change(copy) { try $0.execute(sql: "CREATE TABLE theirs (a)") }
      return (copy, .notAPortal)
    case "newer":
      try portal.backup(to: copy)
      try change(copy) { try $0.execute(sql: "PRAGMA user_version = 99") }
      return (copy, .newer(found: 99, known: Schema.version))
    default:
      try portal.backup(to: copy)
      var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
      for page in 4..<(bytes.count / 4096) {
        bytes.replaceSubrange(
          page * 4096..<page * 4096 + 64, with: Data(repeating: 0xAB, count: 64))
      }
      try bytes.write(to: URL(fileURLWithPath: copy))
      return (copy, .damaged)
    }
  }

  private func change(_ path: String, _ body: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase(body)
    try queue.close()
  }

  @Test func aHomeThatCannotBeOpenedIsReplacedUnlessItIsInUse() throws {
    let portal = try scratch.story()
    let before = try Everything(portal)
    try portal.backup(to: copy)
    let holder = try Probe(["hold", scratch.home.folder])
    holder.waitForFirstLine()
    portal.close()
    let garbage = Data(repeating: 66, count: 9000)
    try garbage.write(to: URL(fileURLWithPath: scratch.home.databasePath))
    let number = Int(holder.id)
    #expect(scratch.home.otherProcesses() == [HomeProcess(id: number, name: "WriterProbe")])
    #expect(throws: StoreError.inUse(processes: [number])) {
      try scratch.home.restore(from: copy)
    }
    #expect(try scratch.bytes() == garbage)
    #expect(holder.kill())
    _ = holder.lines()

    #expect(try scratch.home.restore(from: copy))
    let again = try scratch.open()
    defer { again.close() }
    #expect(try Everything(again) == before)
    #expect(try scratch.bytes("replaced.sqlite") == garbage)
    try expectSound(again)
  }
}

private func group(_ name: String) -> PortalCommand {
  .createGroup(Group(id: GroupIdentifier(trusted: name), displayName: name))
}
