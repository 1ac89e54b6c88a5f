import PortalModel
import PortalScreens
import PortalStore

extension MapClient {
  /// The client that asks a database. Its errors are the store's.
  static func live(_ database: PortalDatabase) -> MapClient {
    MapClient(
      matrix: { query in
        let part = try database.permissionMatrix(
          sources: PortalStore.KeyPosition(query.sources),
          targets: PortalStore.KeyPosition(query.targets), rows: query.rows,
          columns: query.columns)
        return MatrixPage(
          sources: KeyedPage(uncounted: part.sources),
          targets: KeyedPage(uncounted: part.targets),
          cells: Dictionary(
            part.cells.map { ($0.direction, $0) }, uniquingKeysWith: { first, _ in first }))
      },
      paths: { id in try database.paths(from: id) })
  }
}

extension KeyedPage {
  fileprivate init(uncounted page: KeyPage<Row>) {
    self.init(rows: page.rows, hasBefore: page.hasMoreBefore, hasAfter: page.hasMoreAfter)
  }
}

extension PortalDatabase {
  /// The hops from an application, each with what stands in its way.
  fileprivate func paths(from id: ApplicationIdentifier) throws -> [PathHop] {
    var clients: [ApplicationIdentifier: (application: Application, registration: Registration?)] =
      [:]
    func client(
      _ id: ApplicationIdentifier
    ) throws -> (application: Application, registration: Registration?)? {
      if let known = clients[id] { return known }
      let found = try read { facts in
        try facts.application(id).map {
          (application: $0, registration: try facts.registration(of: id))
        }
      }
      clients[id] = found
      return found
    }
    return try permissionHops(from: id).map { hop in
      PathHop(
        direction: hop.direction, depth: hop.depth, state: hop.state,
        obstacle: PathHop.Obstacle(
          hop.direction, depth: hop.depth, isCut: hop.isCut,
          source: try client(hop.direction.source), target: try client(hop.direction.target)),
        isRepeated: hop.isRepeated)
    }
  }
}
