import Foundation
import GRDB
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

/// Homes of every layout that ever landed open, and keep what they hold (``LayoutFixture``).
@Suite struct MigrationTests {
  let scratch = Scratch()

  init() throws { try LayoutFixture.makeMissing() }

  /// A migration that lands brings the file of its layout with it.
  @Test func everyLayoutHasItsFile() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: LayoutFixture.folder.path)
    #expect(Set(files) == Set((1...Schema.version).map { "version-\($0).sqlite" }))
  }

  @Test(arguments: 1...Schema.version)
  func aHomeOfAnyLayoutOpensAndKeepsWhatItHeld(layout: Int) throws {
    let before = try OldRows(at: install(layout: layout))
    #expect(before.layout == layout)
    #expect(before.rows["journal"]?.count ?? 0 >= 5)
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

  @Test(arguments: 3...Schema.version)
  func whatWasUndoneThenCanBeRedoneNow(layout: Int) throws {
    _ = try install(layout: layout)
    let portal = try scratch.open()
    defer { portal.close() }
    #expect(try portal.history(of: Story.direction).first?.state == .pending)
    if layout < 4 {
      #expect(try portal.redo(as: .person(Story.alice), at: Story.start).entry.id == 6)
      #expect(try portal.history(of: Story.direction).first?.state == .withdrawn)
    } else {
      // Offering the application was a change, which ended what alice could have brought again.
      #expect(throws: Refusal.undo(.nothingToRedo(Story.alice))) {
        try portal.redo(as: .person(Story.alice), at: Story.start)
      }
      try portal.perform(
        .acceptOwnership(Story.frontEnd), as: .person(Story.carol), at: Story.start)
      try portal.undo(as: .person(Story.carol), at: Story.start)
      #expect(try portal.undo(as: .person(Story.alice), at: Story.start).entry.id == 8)
    }
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

  /// Puts the database of a layout into the home; its path.
  private func install(layout: Int) throws -> String {
    try LayoutFixture(layout: layout).install(into: scratch.home)
    return scratch.home.databasePath
  }
}

/// All rows of all tables of a database, column by column as an older layout knew them.
private struct OldRows: Equatable {
  /// The number of the layout; not compared.
  var layout: Int
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

  static func == (left: OldRows, right: OldRows) -> Bool {
    left.columns == right.columns && left.rows == right.rows
  }

  init(_ database: Database, columns: [String: [String]]) throws {
    self.columns = columns
    layout = try Schema.userVersion(database)
    for (table, names) in columns {
      rows[table] = try Row.fetchAll(
        database, sql: "SELECT \(names.joined(separator: ", ")) FROM \(table)"
      ).map(\.description).sorted()
    }
  }
}
