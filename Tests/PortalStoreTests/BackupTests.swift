import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import PortalTrials
import Testing

@testable import PortalStore

@Suite struct BackupTests {
  let scratch = Scratch()
  let copy: String

  init() { copy = scratch.beside("copy.sqlite") }

  @Test func aCopyHoldsEverythingAndIsForItsOwnerOnly() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    try portal.backup(to: copy)
    let modes = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
    #expect(modes as? Int == 0o600)
    #expect(try scratch.filesBeside() == ["copy.sqlite", "portal"])
    let other = Scratch()
    #expect(try other.home.restore(from: copy) == false)
    let again = try other.open()
    defer { again.close() }
    #expect(try Everything(again) == Everything(portal))
    #expect(try again.journal() == portal.journal())
    try expectSound(again)
    #expect(try scratch.filesBeside() == ["copy.sqlite", "portal"])
  }

  @Test func aCopyTakenWhileOthersWriteIsOneMoment() throws {
    try scratch.open().close()
    let writer = try Probe(["write", scratch.home.folder, "busy"])
    writer.waitForFirstLine()
    let portal = try scratch.open()
    defer { portal.close() }
    for number in 0..<20 {
      let path = scratch.beside("copy-\(number).sqlite")
      try portal.backup(to: path)
      let other = Scratch()
      _ = try other.home.restore(from: path)
      let taken = try other.open()
      let groups = try taken.snapshot().groups.count
      #expect(try groups == taken.journalLength(upTo: .max))
      #expect(groups > 0)
      try expectSound(taken)
      taken.close()
    }
    #expect(writer.kill())
    #expect(writer.lines().allSatisfy { !$0.hasPrefix("!") })
  }

  @Test func anOlderCopyIsReplacedAndNothingElseIs() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    try portal.backup(to: copy)
    try portal.perform(
      .createGroup(Group(id: GroupIdentifier(trusted: "later"), displayName: "Later")),
      as: .person(Story.alice), at: Story.start)
    try portal.backup(to: copy)
    #expect(try DatabaseFile(path: copy).openForReading().read { try count($0, "groups") } == 5)

    let letter = scratch.beside("letter.txt")
    let text = String(repeating: "Dear Sirs, ", count: 100)
    try text.write(toFile: letter, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.copy(path: letter, .holdsSomethingElse)) {
      try portal.backup(to: letter)
    }
    #expect(try String(contentsOfFile: letter, encoding: .utf8) == text)
    let own = scratch.home.databasePath
    #expect(throws: StoreError.copy(path: own, .isTheHome)) { try portal.backup(to: own) }
    #expect(throws: StoreError.copy(path: scratch.home.folder, .unusable)) {
      try portal.backup(to: scratch.home.folder)
    }
    let nowhere = scratch.beside("no/such/folder")
    #expect(throws: StoreError.copy(path: nowhere, .folderUnusable)) {
      try portal.backup(to: nowhere)
    }
    try expectSound(portal)
  }

  private func count(_ database: Database, _ table: String) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? -1
  }
}
