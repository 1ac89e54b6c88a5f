import GRDB
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

/// What undo knows of the tables is what the schema says.
@Suite struct RowReferenceTests {
  let scratch = Scratch()

  /// Held by the registrations that a permission leans on anyway.
  private static let implied: [String: Set<String>] = ["exchange_permissions": ["applications"]]

  @Test(arguments: Schema.journalledTables)
  func everyForeignKeyIsAReference(table: String) throws {
    let portal = try scratch.open()
    defer { portal.close() }
    try portal.reading { database in
      let columns = try database.columns(in: table).map(\.name)
      let keys = try database.foreignKeys(on: table)
      var found: Set<String> = []
      for key in keys
      where !(Self.implied[table]?.contains(key.destinationTable) ?? false) {
        let numbers = key.originColumns.compactMap { columns.firstIndex(of: $0) }
        found.insert("\(key.destinationTable) \(numbers)")
      }
      let known = Set((RowReference.all[table] ?? []).map { "\($0.table) \($0.columns)" })
      #expect(found.subtracting(known) == [])
      let targets = Set(RowReference.all[table]?.map(\.table) ?? [])
      #expect(targets.isSubset(of: Set(Schema.journalledTables)))
    }
  }

  @Test func theColumnOfNamesIsWhereUndoLooks() throws {
    let portal = try scratch.open()
    defer { portal.close() }
    try portal.reading { database in
      let columns = try database.columns(in: "applications").map(\.name)
      #expect(columns[1] == "name")
      #expect(try database.columns(in: "exchange_permissions").map(\.name)[2] == "round")
    }
  }
}
