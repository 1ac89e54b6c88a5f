import PortalModel

/// Applications in an order in which each one's owner is there before it: an application's own
/// identity, which comes with the application, may own others.
struct OwnerOrder {
  private(set) var ordered: [ApplicationEntry] = []
  /// Applications that own each other, each beginning and ending with the same one.
  private(set) var cycles: [[ApplicationIdentifier]] = []

  init(_ entries: [ApplicationEntry]) {
    let byIdentity = Dictionary(
      entries.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    var done: Set<ApplicationIdentifier> = []
    for entry in entries {
      var path: [ApplicationEntry] = []
      var onPath: Set<ApplicationIdentifier> = []
      var next: ApplicationEntry? = entry
      while let open = next, !done.contains(open.id) {
        guard onPath.insert(open.id).inserted else {
          let cycle = path.map(\.id).drop { $0 != open.id }
          cycles.append(cycle + [open.id])
          break
        }
        path.append(open)
        next = byIdentity[open.owner.value]
      }
      done.formUnion(onPath)
      ordered += path.reversed()
    }
  }
}
