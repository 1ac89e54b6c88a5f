import PortalModel
import PortalScreens
import PortalTestSupport

extension MapClient {
  /// A client over a portal in memory.
  static func memory(_ portal: MemoryPortal) -> MapClient {
    MapClient(
      matrix: { query in
        let live = portal.facts.newestRounds.filter(\.state.isLive)
        let sources = Array(Set(live.map(\.direction.source))).sorted()
        let targets = Array(Set(live.map(\.direction.target))).sorted()
        return MatrixPage(
          sources: part(sources, query.sources, query.rows),
          targets: part(targets, query.targets, query.columns),
          cells: Dictionary(uniqueKeysWithValues: live.map { ($0.direction, $0) }))
      },
      paths: { id in
        let facts = portal.facts
        var walked: Set<ApplicationIdentifier> = [id]
        var hops: [PathHop] = []
        func walk(_ source: ApplicationIdentifier, _ depth: Int) {
          for round in facts.newestRounds
          where round.direction.source == source && round.state.isLive {
            let target = round.direction.target
            func client(
              _ id: ApplicationIdentifier
            ) -> (application: Application, registration: Registration?)? {
              facts.application(id).map { ($0, facts.registration(of: id)) }
            }
            let isNew = walked.insert(target).inserted
            hops.append(
              PathHop(
                direction: round.direction, depth: depth, state: round.state,
                obstacle: PathHop.Obstacle(
                  round.direction, depth: depth, isCut: false, source: client(source),
                  target: client(target)), isRepeated: round.state == .granted && !isNew))
            if round.state == .granted, isNew { walk(target, depth + 1) }
          }
        }
        walk(id, 0)
        return hops
      })
  }

  private static func part(
    _ all: [ApplicationIdentifier], _ position: KeyPosition, _ limit: Int
  ) -> KeyedPage<ApplicationIdentifier> {
    let start: Int =
      switch position {
      case .first: 0
      case .last: max(0, all.count - limit)
      case .from(let key): all.firstIndex { $0.text >= key } ?? all.count
      case .after(let key): all.firstIndex { $0.text > key } ?? all.count
      case .before(let key):
        max(0, (all.firstIndex { $0.text >= key } ?? all.count) - limit)
      }
    let rows = Array(all.dropFirst(start).prefix(limit))
    return KeyedPage(
      rows: rows, hasBefore: start > 0, hasAfter: start + rows.count < all.count)
  }
}
