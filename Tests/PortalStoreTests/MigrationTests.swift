import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

/// Homes of every layout that ever landed open, and keep what they hold.
///
/// `Fixtures/version-1.sqlite` was made by the last program that knew layout 1 only: the first
/// scenario, a request, its approval, an exchange (so a key and a session), a revocation, a request.
@Suite struct MigrationTests {
  let scratch = Scratch()

  @Test(arguments: 1...Schema.version)
  func aHomeOfAnyLayoutOpensAndKeepsWhatItHeld(layout: Int) throws {
    let before = try OldRows(at: install(layout: layout))
    #expect(before.rows["journal"]?.count == 5)
    #expect(before.rows["sessions"]?.count == 1)
    #expect(before.rows["signing_keys"]?.count == 1)
    let portal = try scratch.open()
    defer { portal.close() }
    #expect(try portal.reading(Schema.userVersion) == Schema.version)
    #expect(try portal.reading { try OldRows($0, columns: before.columns) } == before)
    try expectSound(portal)
  }

  @Test func theOldestHomeWorksOnAfterwards() throws {
    _ = try install(layout: 1)
    let portal = try scratch.open()
    defer { portal.close() }
    #expect(try portal.journal().compactMap(\.command).count == 5)
    #expect(try portal.signingKey() != nil)
    let asked = try #require(try portal.journal(limit: 1).first)
    #expect(asked.actor.identity == Story.alice)
    let approved = try portal.perform(
      .approveExchange(Story.direction), as: .person(Story.bob), at: Story.start)
    #expect(approved.journalID == asked.id + 1)
    #expect(try portal.history(of: Story.direction).first?.state == .granted)
    try expectSound(portal)
  }

  @Test(arguments: 1...Schema.version)
  func everyRoadLeadsToTheSameLayout(layout: Int) throws {
    _ = try install(layout: layout)
    let migrated = try scratch.open()
    defer { migrated.close() }
    let elsewhere = Scratch()
    let new = try elsewhere.open()
    defer { new.close() }
    func schema(_ portal: PortalDatabase) throws -> [String] {
      try portal.reading { database in
        try database.all(
          "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"
        ) { $0[0] }
      }
    }
    #expect(try schema(migrated) == schema(new))
  }

  @Test func twoProcessesMayMigrateAtOnce() async throws {
    _ = try install(layout: 1)
    let home = scratch.home
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for _ in 0..<4 { tasks.addTask { try PortalDatabase.open(home).close() } }
      try await tasks.waitForAll()
    }
    let portal = try scratch.open()
    defer { portal.close() }
    #expect(try portal.journal().count == 5)
    try expectSound(portal)
  }

  /// Puts the oldest database into the home, brought to a layout; its path.
  private func install(layout: Int) throws -> String {
    try scratch.home.prepare()
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/version-1.sqlite")
    try Data(contentsOf: fixture).write(to: URL(fileURLWithPath: scratch.home.databasePath))
    let queue = try DatabaseQueue(path: scratch.home.databasePath)
    try queue.inDatabase { try Schema.migrate($0, to: layout) }
    try queue.close()
    return scratch.home.databasePath
  }
}

/// All rows of all tables of a database, column by column as an older layout knew them.
private struct OldRows: Equatable {
  var columns: [String: [String]]
  var rows: [String: [String]] = [:]

  init(at path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    self = try queue.inDatabase { database in
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_search%'
            ESCAPE '\\' AND name NOT LIKE 'sqlite%'
          """)
      return try OldRows(
        database,
        columns: Dictionary(
          uniqueKeysWithValues: tables.map { ($0, try database.columns(in: $0).map(\.name)) }))
    }
  }

  init(_ database: Database, columns: [String: [String]]) throws {
    self.columns = columns
    for (table, names) in columns {
      rows[table] = try Row.fetchAll(
        database, sql: "SELECT \(names.joined(separator: ", ")) FROM \(table)"
      ).map(\.description).sorted()
    }
  }
}
