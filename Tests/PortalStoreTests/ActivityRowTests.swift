import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

@Suite struct ActivityRowTests {
  private let scratch = Scratch()

  private func numbers(_ page: ActivityPage) -> [String] {
    page.rows.map { row in
      switch row.what {
      case .entry(let id, _, _, _): "\(id)"
      case .refusal(let id, _, _, _): "r\(id)"
      case .request(let request): "t\(request.id ?? 0)"
      }
    }
  }

  @Test func whatAnEntryWroteIsReadAsPeopleReadIt() throws {
    let portal = try scratch.story()
    try portal.perform(
      .requestExchange(Story.direction, justification: "to show reports"),
      as: .person(Story.alice), at: Story.start)
    let approved = try portal.perform(
      .approveExchange(Story.direction), as: .person(Story.bob), at: Story.start)
    let changes = try portal.changes(of: approved.journalID)
    let row = try #require(changes.rows.first)
    #expect(changes.count == 1 && row.kind == "permission" && row.operation == .changed)
    #expect(row.fields.first { $0.name == "state" }?.after == "granted")
    let decided = try #require(row.fields.first { $0.name == "decided at" })
    #expect(decided.before == nil && decided.after == Story.start.rfc3339)
  }

  /// Changes, refusals and requests among one another, a second apart.
  private func filled() throws -> PortalDatabase {
    let portal = try scratch.story()
    func at(_ seconds: Int64) -> Instant { Story.start.advanced(seconds: seconds) }
    func refuse(_ command: PortalCommand, _ person: IdentityIdentifier, _ seconds: Int64) {
      #expect(throws: Refusal.self) {
        try portal.perform(command, as: .person(person), at: at(seconds))
      }
      portal.settleRefusals()
    }
    func ask(_ client: ApplicationIdentifier, _ seconds: Int64) throws {
      try portal.keep([
        ActivityEntry(
          at: at(seconds), endpoint: .token, client: client.text, subject: "jdoe",
          audience: Story.target.text, status: 200)
      ])
    }
    refuse(.approveExchange(Story.direction), Story.bob, 1)
    try ask(Story.starting, 2)
    try portal.perform(
      .blockApplication(Story.frontEnd, blocked: true), as: .person(Story.alice), at: at(3))
    refuse(.deleteApplication(Story.backEnd), Story.alice, 4)
    refuse(.revokeExchange(Story.direction, reason: ""), Story.bob, 5)
    try ask(Story.frontEnd, 6)
    try ask(Story.starting, 7)
    try portal.undo(as: .person(Story.alice), at: at(8))
    return portal
  }

  @Test func everythingStandsInItsOrderWhateverThePage() throws {
    let portal = try filled()
    defer { portal.close() }
    let all = ["3", "t3", "t2", "r3", "r2", "2", "t1", "r1", "1"]
    #expect(try numbers(portal.activity(limit: 50)) == all)
    for limit in 1...9 {
      var found: [String] = []
      var place = ActivityPlace.newest
      while true {
        let page = try portal.activity(from: place, limit: limit)
        found += numbers(page)
        guard page.hasMore, let last = page.rows.last else { break }
        place = last.place
      }
      #expect(found == all, "\(limit) at a time")
    }
  }

  @Test(arguments: [
    (ActivityFilter(kinds: [.refusals]), ["r3", "r2", "r1"]),
    (ActivityFilter(kinds: [.changes, .requests]), ["3", "t3", "t2", "2", "t1", "1"]),
    (ActivityFilter(application: Story.frontEnd), ["3", "t2", "r3", "2", "r1", "1"]),
    (ActivityFilter(application: Story.target), ["t3", "t2", "t1", "1"]),
    (ActivityFilter(identity: Story.alice), ["3", "r2", "2", "1"]),
    (ActivityFilter(identity: Story.jdoe), ["t3", "t2", "t1"]),
    (ActivityFilter(since: Story.start.advanced(seconds: 5)), ["3", "t3", "t2", "r3"]),
    (
      ActivityFilter(
        application: Story.frontEnd, identity: Story.alice,
        since: Story.start.advanced(seconds: 3)), ["3", "2"]
    ),
    (ActivityFilter(since: Story.start.advanced(seconds: 99)), []),
  ])
  func isFiltered(_ filter: ActivityFilter, numbers expected: [String]) throws {
    let portal = try filled()
    defer { portal.close() }
    #expect(try numbers(portal.activity(filter, limit: 50)) == expected)
  }

  @Test func aRefusalKeepsWhoWhatAndWhy() throws {
    let portal = try filled()
    defer { portal.close() }
    let row = try portal.activity(ActivityFilter(kinds: [.refusals]), limit: 3).rows[2]
    #expect(row.actor == .person(Story.bob))
    #expect(row.at == Story.start.advanced(seconds: 1))
    #expect(
      row.what
        == .refusal(
          1, .command(.approveExchange(Story.direction)),
          .notPending(Story.direction, newest: nil), missed: 0))
  }

  @Test func refusalsThatCannotBeWrittenWaitForTheNext() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    func refuse() {
      portal.refusals.add(
        RefusalLog.Refused(
          attempt: .redo, refusal: .undo(.nothingToRedo(Story.bob)), actor: .person(Story.bob),
          at: Story.start, after: 1))
    }
    try portal.connections.writer().inDatabase {
      try $0.execute(sql: "PRAGMA query_only = 1")
    }
    refuse()
    portal.settleRefusals()
    #expect(try portal.activity(ActivityFilter(kinds: [.refusals]), limit: 9).rows.isEmpty)
    try portal.connections.writer().inDatabase {
      try $0.execute(sql: "PRAGMA query_only = 0")
    }
    refuse()
    portal.settleRefusals()
    #expect(try portal.activity(ActivityFilter(kinds: [.refusals]), limit: 9).rows.count == 2)
  }

  @Test func whatIsBeyondTheMostThatWaitIsCounted() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let refused = RefusalLog.Refused(
      attempt: .redo, refusal: .undo(.nothingToRedo(Story.bob)), actor: .person(Story.bob),
      at: Story.start, after: 1)
    try portal.connections.writer().inDatabase {
      try $0.execute(sql: "PRAGMA query_only = 1")
    }
    for _ in 0..<(RefusalLog.mostWaiting + 7) { portal.refusals.add(refused) }
    portal.settleRefusals()
    portal.refusals.add(refused)
    try portal.connections.writer().inDatabase {
      try $0.execute(sql: "PRAGMA query_only = 0")
    }
    portal.settleRefusals()
    let missed = try portal.activity(ActivityFilter(kinds: [.refusals]), limit: 2_000).rows
      .map { row in if case .refusal(_, _, _, let missed) = row.what { missed } else { 0 } }
    #expect(missed.reduce(missed.count, +) == RefusalLog.mostWaiting + 8)
    #expect(missed.count == RefusalLog.mostWaiting)
  }

  @Test func theOldestRefusalsGo() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    try portal.connections.writer().inDatabase { database in
      try database.execute(
        sql: """
          INSERT INTO refusals (id, after, at, login, terminal, identity, name, attempt, refusal,
            applications, missed)
          VALUES (5, 1, 0, '', '', 'bob', 'redo', '{}', '{}', ' ', 0),
            (\(RefusalLog.longest + 4), 1, 0, '', '', 'bob', 'redo', '{}', '{}', ' ', 0)
          """)
    }
    #expect(throws: Refusal.self) { try portal.redo(as: .person(Story.bob), at: Story.start) }
    portal.settleRefusals()
    let rows = try portal.activity(ActivityFilter(kinds: [.refusals]), limit: 9).rows
    #expect(numbers(ActivityPage(rows: rows, hasMore: false)) == ["r10005", "r10004"])
  }
}
