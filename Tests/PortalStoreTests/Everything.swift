import GRDB
import PortalModel
import Testing

@testable import PortalStore

/// All rows of all journalled tables, as text.
struct Everything: Equatable {
  var rows: [String: [String]] = [:]

  init(_ portal: PortalDatabase) throws {
    rows = try portal.reading { database in
      var rows: [String: [String]] = [:]
      for table in Schema.journalledTables {
        rows[table] = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
          .map(\.description).sorted()
      }
      return rows
    }
  }
}

/// Totals, search indexes, foreign keys and pages are as they should be.
func expectSound(
  _ portal: PortalDatabase, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let snapshot = try portal.snapshot()
  let expected = PortalTotals(
    applications: snapshot.applications.count,
    people: snapshot.identities.filter { $0.kind != .application }.count,
    groups: snapshot.groups.count)
  #expect(try portal.totals() == expected, sourceLocation: sourceLocation)
  try portal.connections.writer().inDatabase { database in
    for index in ["application_search", "people_search", "group_search"] {
      // With a rank other than 0 the index is compared with the table it is made from.
      #expect(throws: Never.self, sourceLocation: sourceLocation) {
        try database.execute(
          sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', 1)")
      }
    }
    let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    #expect(integrity == ["ok"], sourceLocation: sourceLocation)
    let broken = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
    #expect(broken.isEmpty, sourceLocation: sourceLocation)
  }
}
