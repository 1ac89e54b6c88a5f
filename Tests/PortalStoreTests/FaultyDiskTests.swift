import CFaultyDisk
import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

/// The disk fills up, can be read only or fails at each single write of a command: nothing is half
/// written, and the program goes on when the disk is well again.
@Suite(.serialized) struct FaultyDiskTests {
  static let faults: [(ResultCode, StoreError)] = [
    (.SQLITE_FULL, .full), (.SQLITE_READONLY, .readOnly),
    (.SQLITE_IOERR_WRITE, .inputOutput(code: Int(ResultCode.SQLITE_IOERR_WRITE.rawValue))),
    (.SQLITE_IOERR_FSYNC, .inputOutput(code: Int(ResultCode.SQLITE_IOERR_FSYNC.rawValue))),
  ]

  @Test(arguments: faults)
  func aCommandIsRefusedWholeAtEachOfItsWrites(code: ResultCode, error: StoreError) throws {
    #expect(faulty_disk_register() == 0)
    let scratch = Scratch()
    // Armed before it is opened: files opened earlier are left alone.
    faulty_disk_arm(place(scratch), 0, 0)
    defer { faulty_disk_arm("", 0, 0) }
    let portal = try scratch.story()
    defer { portal.close() }
    var failed = 0
    for write in Int32(1)... {
      let before = try Everything(portal)
      let entries = try portal.journalLength(upTo: .max)
      faulty_disk_arm(place(scratch), write, code.rawValue)
      do {
        try portal.perform(command(Int(write)), as: .person(Story.alice), at: Story.start)
      } catch let found as StoreError {
        #expect(found == error, "at write \(write)")
        failed += 1
        faulty_disk_arm(place(scratch), 0, 0)
        #expect(try Everything(portal) == before, "at write \(write)")
        #expect(try portal.journalLength(upTo: .max) == entries)
        // There is room again: the same command passes.
        try portal.perform(command(Int(write)), as: .person(Story.alice), at: Story.start)
        continue
      }
      // Every write of the command was tried.
      #expect(faulty_disk_writes() < write)
      break
    }
    #expect(failed > 5)
    faulty_disk_arm(place(scratch), 0, 0)
    #expect(try portal.totals().groups == 4 + failed + 1)
    try expectSound(portal)
  }

  @Test(arguments: faults)
  func whoComesAfterACrashThenFindsNoHalf(code: ResultCode, error: StoreError) throws {
    #expect(faulty_disk_register() == 0)
    let scratch = Scratch()
    faulty_disk_arm(place(scratch), 0, 0)
    defer { faulty_disk_arm("", 0, 0) }
    let portal = try scratch.story()
    defer { portal.close() }
    faulty_disk_arm(place(scratch), 4, code.rawValue)
    #expect(throws: error) {
      try portal.perform(command(1), as: .person(Story.alice), at: Story.start)
    }
    // The files as they lie there now, as after a loss of power.
    let later = Scratch()
    try later.home.prepare()
    for ending in ["", "-wal"] {
      try scratch.bytes("portal.sqlite\(ending)")
        .write(to: .init(fileURLWithPath: later.home.databasePath + ending))
    }
    let again = try later.open()
    defer { again.close() }
    let entries = try again.journalLength(upTo: .max)
    #expect(try again.totals().groups == 4 + entries - 1)
    try expectSound(again)
  }

  /// The folder as SQLite writes it.
  private func place(_ scratch: Scratch) -> String {
    scratch.home.folder.replacingOccurrences(of: "//", with: "/")
  }

  private func command(_ number: Int) -> PortalCommand {
    .createGroup(
      Group(
        id: GroupIdentifier(trusted: "crew-\(number)"), displayName: "Crew \(number)",
        description: String(repeating: "x", count: 1900)))
  }
}
