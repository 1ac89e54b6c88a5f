import Foundation
import PortalModel
import PortalStore

/// What a long journal costs: start, change, undo, Activity and search.
struct GrowthBenchmark {
  var program: String

  private let now = Instant(seconds: 1_800_000_000)

  func run(entries: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "portal-bench-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let home = PortalHome(folder: folder)
    let portal = try PortalDatabase.open(home)
    try portal.generate(applications: 100)
    let old = try oldChange(portal)
    let start = ContinuousClock.now
    try portal.generateJournal(entries: entries)
    report(
      "\n\(entries) journal entries",
      "made in \(rounded(milliseconds(.now - start))) ms")
    _ = try portal.signingKey()
    portal.close()
    try self.start(folder)
    let again = try PortalDatabase.open(home)
    defer { again.close() }
    try changes(again)
    try hotRow(again, old)
    try reads(again)
    try compact(again)
  }

  private func start(_ folder: String) throws {
    var times: [Double] = []
    for _ in 0..<20 {
      let screen = try ScreenProgram(
        program, arguments: [],
        environment: [
          "PORTAL_HOME": folder, "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder,
        ], rows: 24, columns: 80)
      times.append(milliseconds(try screen.settle().last - screen.started))
    }
    report("  exec to first complete screen", Samples(times).line("ms"))
  }

  private func changes(_ portal: PortalDatabase) throws {
    let actor = Actor(identity: IdentityIdentifier(trusted: "bench"), login: "bench")
    var number = 0
    try measure("  a change") {
      number += 1
      let id = GroupIdentifier(trusted: "growth-\(number)")
      try portal.perform(
        .createGroup(Group(id: id, displayName: "Growth")), as: actor, at: now)
    }
    try measure("  undo") { try portal.undo(as: actor, at: now) }
    try measure("  redo") { try portal.redo(as: actor, at: now) }
  }

  /// Somebody's change of an application that is changed over and over afterwards.
  private func oldChange(_ portal: PortalDatabase) throws -> (entry: Int64, owner: Actor) {
    guard let application = try portal.snapshot().applications.first else { throw Failure.empty }
    let owner = Actor(identity: application.owner, login: "old")
    let details = ApplicationDetails(
      name: application.name, homePage: application.homePage, description: "Changed",
      category: application.category, administrators: application.administrators)
    let done = try portal.perform(.editApplication(application.id, details), as: owner, at: now)
    return (done.journalID, owner)
  }

  /// The old change taken back and brought again, past all the later ones in other columns of its row.
  private func hotRow(
    _ portal: PortalDatabase, _ old: (entry: Int64, owner: Actor)
  ) throws {
    try measure("  undo of the oldest change of a much changed row") {
      try portal.undo(as: old.owner, entry: old.entry, at: now)
      try portal.redo(as: old.owner, at: now)
    }
    let first = old.entry + 1
    try measure("  a refused undo, with all that builds on it") {
      do {
        try portal.undo(as: old.owner, entry: first, at: now)
      } catch Refusal.undo {}
    }
  }

  enum Failure: Error { case empty }

  private func reads(_ portal: PortalDatabase) throws {
    let application = try portal.snapshot().applications.first?.id
    let person = try portal.snapshot().identities.first { $0.kind != .application }?.id
    let filters: [(String, ActivityFilter)] = [
      ("all", ActivityFilter()), ("of an application", ActivityFilter(application: application)),
      ("of a person", ActivityFilter(identity: person)),
      ("since an instant", ActivityFilter(since: now)),
      (
        "of an application and a person",
        ActivityFilter(application: application, identity: person)
      ),
    ]
    for (name, filter) in filters {
      try measure("  Activity, \(name)") { _ = try portal.activity(filter, limit: 50) }
    }
    let middle = try portal.journal(limit: 1).first.map { $0.id / 2 } ?? 1
    try measure("  journal, a page in its middle") {
      _ = try portal.journal(before: middle, limit: 50)
    }
    try measure("  search") { _ = try portal.applications(nearestTo: "beam-monitr") }
  }

  private func compact(_ portal: PortalDatabase) throws {
    let actor = Actor(identity: IdentityIdentifier(trusted: "bench"), login: "bench")
    let start = ContinuousClock.now
    let done = try portal.compact(keeping: 100, as: actor, at: now)
    let time = milliseconds(ContinuousClock.now - start)
    report(
      "  compact",
      "\(done.entries) entries in \(rounded(time)) ms, \(done.bytesBefore >> 10) KB to "
        + "\(done.bytesAfter >> 10) KB")
  }

  private func measure(_ name: String, _ body: () throws -> Void) throws {
    var times: [Double] = []
    for _ in 0..<50 {
      let start = ContinuousClock.now
      try body()
      times.append(milliseconds(ContinuousClock.now - start))
    }
    report(name, Samples(times).line("ms"))
  }
}
