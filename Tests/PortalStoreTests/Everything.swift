import GRDB
import PortalModel
import Testing

@testable import PortalStore
@testable import PortalTestSupport

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

extension MemoryFacts {
  /// What the store's snapshot of the same portal looks like.
  var snapshot: PortalContents {
    var snapshot = PortalContents()
    snapshot.identities = identities.values.sorted { $0.id < $1.id }
    snapshot.groups = groups.values.sorted { $0.id < $1.id }
    snapshot.memberships = members.sorted { ($0.group, $0.rank) < ($1.group, $1.rank) }
    snapshot.applications = applications.values.sorted { $0.id < $1.id }
    snapshot.ownershipOffers = offers.values.sorted { $0.application < $1.application }
    for application in snapshot.applications {
      if let registration = registration(of: application.id) {
        snapshot.registrations.append(registration)
      }
      snapshot.secrets[application.id] = secret(of: application.id)
      snapshot.roles += roles(of: application.id)
      snapshot.roleLinks += roleLinks(of: application.id)
      snapshot.permissions += permissions(of: application.id)
        .filter { $0.direction.source == application.id }
    }
    return snapshot
  }
}

extension Membership {
  /// People before groups, each by identifier.
  fileprivate var rank: String {
    switch member {
    case .identity(let id): "0" + id.text
    case .group(let id): "1" + id.text
    }
  }
}
