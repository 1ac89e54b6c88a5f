import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

@Suite struct FailureTests {
  let scratch = Scratch()

  /// Nothing but the row that says so, which is no part of the model.
  @Test func aRefusedCommandWritesNothing() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let before = try Everything(portal)
    #expect(throws: Refusal.self) {
      try portal.perform(
        .deleteApplication(Story.backEnd), as: .person(Story.alice), at: Story.start)
    }
    let half = ScenarioScript(
      name: "half",
      steps: Story.steps + [
        ScenarioScript.Step(identity: Story.alice, command: .regenerateSecret(Story.backEnd))
      ])
    let managers = Managers(owner: Story.bob, administrators: nil)
    #expect(
      throws: Refusal.scenarioStep(
        half.steps.count, .notManager(Story.backEnd, actor: Story.alice, managers: managers))
    ) {
      try portal.perform(.loadScenario(half), as: .person(Story.alice), at: Story.start)
    }
    portal.settleRefusals()
    #expect(try Everything(portal) == before)
    #expect(try portal.journal().count == 1)
    #expect(try portal.activity(limit: 9).rows.map(\.kind) == [.refusals, .refusals, .changes])
  }

  @Test func aFullDatabaseRefusesAndGoesOnWhenThereIsRoom() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    func setPages(_ count: Int) throws {
      try portal.connections.writer().inDatabase {
        _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(count)")
      }
    }
    try setPages(1)
    var written = 0
    #expect(throws: StoreError.full) {
      for number in 0..<1000 {
        try portal.perform(group(number), as: .person(Story.alice), at: Story.start)
        written += 1
      }
    }
    #expect(try portal.journal(limit: 2000).count == written + 1)
    #expect(try portal.totals().groups == written + 4)
    try setPages(1_000_000)
    try portal.perform(group(written), as: .person(Story.alice), at: Story.start)
    try expectSound(portal)
  }

  @Test func aLogThatWasFoldedInByHalvesStillCounts() throws {
    let portal = try scratch.story()
    try portal.connections.writer().inDatabase {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    let size = try scratch.bytes().count
    for number in 0..<20 {
      try portal.perform(group(number), as: .person(Story.alice), at: Story.start)
    }
    let log = try scratch.bytes("portal.sqlite-wal")
    try portal.connections.writer().inDatabase {
      try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
    }
    // The first pages have arrived in the file, the new ones at its end have not.
    let half = try scratch.bytes().prefix(size)
    let expected = try Everything(portal)
    portal.close()
    try half.write(to: URL(fileURLWithPath: scratch.home.databasePath))
    try log.write(to: URL(fileURLWithPath: scratch.home.databasePath + "-wal"))
    let again = try scratch.open()
    defer { again.close() }
    #expect(try Everything(again) == expected)
    try expectSound(again)
  }

  @Test func twoPortalsOnOneHomeTakeTurns() async throws {
    try scratch.story().close()
    let home = scratch.home
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for writer in 0..<2 {
        tasks.addTask {
          let portal = try PortalDatabase.open(home)
          defer { portal.close() }
          for number in 0..<50 {
            try portal.perform(
              group(number, of: writer), as: .person(Story.alice), at: Story.start)
          }
        }
      }
      try await tasks.waitForAll()
    }
    let portal = try scratch.open()
    defer { portal.close() }
    #expect(try portal.totals().groups == 104)
    #expect(try portal.journal(limit: 500).count == 101)
  }

  @Test func manyProcessesMayMakeTheHomeAtOnce() async throws {
    let home = scratch.home
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for _ in 0..<4 { tasks.addTask { try PortalDatabase.open(home).close() } }
      try await tasks.waitForAll()
    }
    let portal = try scratch.open()
    #expect(try portal.isFresh())
  }

  @Test func aChangesetThatNoLongerFitsIsRefusedWhole() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let group = GroupIdentifier(trusted: "crew")
    let made = try portal.perform(
      .createGroup(Group(id: group, displayName: "Crew")), as: .person(Story.alice),
      at: Story.start)
    let changeset = try #require(
      try portal.reading { database in
        try database.first("SELECT changeset FROM journal WHERE id = ?", [made.journalID]) {
          Changeset(bytes: $0[0])
        }
      })
    try portal.perform(
      .addMember(.identity(Story.jdoe), to: group), as: .person(Story.alice), at: Story.start)
    let before = try Everything(portal)
    #expect(throws: StoreError.self) {
      try portal.writing { try changeset.inverted().apply(to: $0) }
    }
    #expect(try Everything(portal) == before)
  }
}

private func group(_ number: Int, of writer: Int = 0) -> PortalCommand {
  .createGroup(
    Group(
      id: GroupIdentifier(trusted: "crew-\(writer)-\(number)"), displayName: "Crew \(number)",
      description: String(repeating: "x", count: 1000)))
}
