import GRDB
import PortalModel

/// A part of the matrix of live permissions.
public struct PermissionMatrix: Sendable {
  /// The sources, by identifier.
  public var sources: KeyPage<ApplicationIdentifier>
  /// The targets, by identifier.
  public var targets: KeyPage<ApplicationIdentifier>
  /// The pending and granted rounds among them.
  public var cells: [ExchangePermission]
}

/// One hop of a walk along live permissions.
public struct PermissionHop: Hashable, Sendable {
  /// From which application toward which.
  public var direction: ExchangeDirection
  /// How many hops lie before it.
  public var depth: Int
  /// Granted, or pending.
  public var state: ExchangePermission.State
  /// The target has been walked from already.
  public var isRepeated: Bool
  /// The walk ends here because of its bounds.
  public var isCut: Bool
}

extension PortalDatabase {
  /// A part of the matrix: applications that are source, or target, of something pending or granted.
  ///
  /// Goes from each application to the next by an index, so that a part costs the same however many
  /// permissions there are and however many applications have none.
  public func permissionMatrix(
    sources: KeyPosition = .first, targets: KeyPosition = .first, rows: Int, columns: Int
  ) throws(StoreError) -> PermissionMatrix {
    try reading { database in
      let down = try Self.ends("source", sources, limit: rows, in: database)
      let across = try Self.ends("target", targets, limit: columns, in: database)
      var cells: [ExchangePermission] = []
      // The columns are neighbours among all targets: whatever lies between them is one of them.
      if let first = across.rows.first, let last = across.rows.last {
        for source in down.rows {
          cells += try database.all(
            """
            SELECT \(PermissionRow.columns) FROM exchange_permissions
              INDEXED BY exchange_permissions_live
            WHERE source = ? AND target >= ? AND target <= ? AND state IN ('pending', 'granted')
            """, [source.text, first.text, last.text], PermissionRow.value)
        }
      }
      return PermissionMatrix(sources: down, targets: across, cells: cells)
    }
  }

  private static func ends(
    _ column: String, _ position: KeyPosition, limit: Int, in database: Database
  ) throws -> KeyPage<ApplicationIdentifier> {
    let index =
      column == "source" ? "exchange_permissions_live" : "exchange_permissions_live_toward"
    func next(_ comparison: String, _ key: String, backward: Bool) throws -> String? {
      try database.first(
        """
        SELECT \(column) FROM exchange_permissions INDEXED BY \(index)
        WHERE \(column) \(comparison) ? AND state IN ('pending', 'granted')
        ORDER BY \(column) \(backward ? "DESC" : "") LIMIT 1
        """, [key]
      ) { $0[0] }
    }
    var rows: [String] = []
    let backward = position.isBackward
    var found = try next(position.comparison, position.anchor, backward: backward)
    while let key = found, rows.count <= limit {
      rows.append(key)
      found = try next(backward ? "<" : ">", key, backward: backward)
    }
    return try KeyPage(
      read: rows.map(ApplicationIdentifier.init(trusted:)), limit: limit, position,
      total: .exactly(0), unfiltered: 0
    ) {
      let edge = rows.first ?? position.anchor
      return try next(backward ? ">" : "<", edge, backward: !backward) != nil
    }
  }

  /// Walks along pending and granted permissions from an application, deepest first; each application is
  /// walked from once. A pending permission is shown and not walked along.
  ///
  /// - Parameters:
  ///   - start: Where the walk begins.
  ///   - depth: How many hops a path has at most.
  ///   - limit: How many hops are found at most.
  public func permissionHops(
    from start: ApplicationIdentifier, depth: Int = 8, limit: Int = 500
  ) throws(StoreError) -> [PermissionHop] {
    try reading { database in
      func directions(_ source: String, _ depth: Int) throws -> [PermissionHop] {
        try database.all(
          """
          SELECT target, state FROM exchange_permissions INDEXED BY exchange_permissions_live
          WHERE source = ? AND state IN ('pending', 'granted') ORDER BY target LIMIT ?
          """, [source, limit + 1]
        ) { row in
          PermissionHop(
            direction: ExchangeDirection(
              source: ApplicationIdentifier(trusted: source),
              target: ApplicationIdentifier(trusted: row[0])),
            depth: depth,
            state: ExchangePermission.State(rawValue: row[1] as String) ?? .pending,
            isRepeated: false, isCut: false)
        }
      }
      var hops: [PermissionHop] = []
      var walked: Set<ApplicationIdentifier> = [start]
      var waiting = Array(try directions(start.text, 0).reversed())
      while var hop = waiting.popLast() {
        guard hops.count < limit else {
          hops[hops.count - 1].isCut = true
          break
        }
        let target = hop.direction.target
        hop.isRepeated = hop.state == .granted && walked.contains(target)
        let goesOn = hop.state == .granted && !hop.isRepeated
        hop.isCut = goesOn && hop.depth + 1 >= depth
        hops.append(hop)
        guard goesOn, !hop.isCut else { continue }
        walked.insert(target)
        waiting += try directions(target.text, hop.depth + 1).reversed()
      }
      return hops
    }
  }
}
