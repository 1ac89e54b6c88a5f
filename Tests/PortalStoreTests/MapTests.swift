import GRDB
import PortalModel
import Testing

@testable import PortalStore

/// The map at the size that it must be ready for: 5,000 applications with 20,000 permissions.
@Suite struct MapTests {
  private let scratch = Scratch()
  private let portal: PortalDatabase

  init() throws {
    portal = try scratch.open()
    try portal.generate(applications: 5_000, seed: 3)
    try portal.generatePermissions(upTo: 20_000)
  }

  @Test func partsOfTheMatrixAreAllOfItAndQuick() throws {
    let live = try portal.snapshot().permissions.filter(\.state.isLive)
    #expect(live.count >= 20_000)
    let sources = Array(Set(live.map(\.direction.source))).sorted()
    let targets = Array(Set(live.map(\.direction.target))).sorted()

    var slowest = Duration.zero
    var found: [ApplicationIdentifier] = []
    var position = KeyPosition.first
    while true {
      let start = ContinuousClock.now
      let part = try portal.permissionMatrix(sources: position, rows: 120, columns: 40)
      slowest = max(slowest, ContinuousClock.now - start)
      let rows = Set(part.sources.rows)
      let columns = Set(part.targets.rows)
      #expect(
        Set(part.cells)
          == Set(
            live.filter {
              rows.contains($0.direction.source) && columns.contains($0.direction.target)
            }))
      found += part.sources.rows
      guard part.sources.hasMoreAfter, let last = part.sources.rows.last else { break }
      position = .after(last.text)
    }
    #expect(found == sources)
    let end = try portal.permissionMatrix(sources: .last, targets: .last, rows: 50, columns: 20)
    #expect(end.sources.rows == Array(sources.suffix(50)))
    #expect(end.targets.rows == Array(targets.suffix(20)))
    #expect(end.sources.hasMoreBefore && !end.sources.hasMoreAfter)
    // A debug build on a busy machine; nobody sees a wait below a tenth of a second.
    #expect(slowest < .milliseconds(500))
  }

  @Test func pathsAreBoundedAndEachApplicationIsWalkedFromOnce() throws {
    let start = try #require(
      try portal.permissionMatrix(rows: 1, columns: 1).sources.rows.first)
    let hops = try portal.permissionHops(from: start)
    #expect(hops.count <= 500 && !hops.isEmpty)
    #expect(hops.allSatisfy { $0.depth < 8 })
    var walked: Set<ApplicationIdentifier> = [start]
    var path: [ApplicationIdentifier] = [start]
    for hop in hops {
      path = Array(path.prefix(hop.depth + 1))
      #expect(path.last == hop.direction.source)
      path.append(hop.direction.target)
      guard hop.state == .granted else { continue }
      #expect(hop.isRepeated == walked.contains(hop.direction.target))
      if !hop.isRepeated, !hop.isCut { walked.insert(hop.direction.target) }
    }
  }

  @Test func itIsReadByIndex() throws {
    let plans = try portal.reading { database in
      try ["source", "target"].map { column in
        let index =
          column == "source" ? "exchange_permissions_live" : "exchange_permissions_live_toward"
        return try Row.fetchAll(
          database,
          sql: """
            EXPLAIN QUERY PLAN SELECT \(column) FROM exchange_permissions INDEXED BY \(index)
            WHERE \(column) > 'a' AND state IN ('pending', 'granted') ORDER BY \(column) LIMIT 1
            """
        ).map { $0["detail"] as String }.joined()
      }
    }
    for plan in plans { #expect(plan.contains("SEARCH") && !plan.contains("TEMP B-TREE")) }
  }
}

extension PortalDatabase {
  /// More granted permissions, every so many applications apart, until there are enough.
  fileprivate func generatePermissions(upTo count: Int) throws {
    try writing { database in
      let ids = try database.all("SELECT id FROM applications ORDER BY id") { $0[0] as String }
      var made: Int =
        try database.first(
          "SELECT count(*) FROM exchange_permissions WHERE state IN ('pending', 'granted')"
        ) { $0[0] } ?? 0
      var step = 1
      while made < count {
        for (index, source) in ids.enumerated() where made < count {
          let target = ids[(index + step * 37) % ids.count]
          guard target != source else { continue }
          try database.run(
            """
            INSERT OR IGNORE INTO exchange_permissions
            VALUES (?, ?, 1, 'granted', 'granted', 'somebody', 1, '', 'somebody', 1, '')
            """, [source, target])
          made += database.changesCount
        }
        step += 1
      }
    }
  }
}
