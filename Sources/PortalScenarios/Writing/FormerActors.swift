import PortalModel

/// Who acted in a portal's history and could not act so today: what a scenario says of them, so that
/// loading it can let them act again.
struct FormerActors {
  /// Who was in a group when they acted, and is not any more.
  private(set) var members: [GroupIdentifier: Set<IdentityIdentifier>] = [:]
  /// Who owned an application when they acted, and does not any more.
  private(set) var owners: [ApplicationIdentifier: Set<IdentityIdentifier>] = [:]
  /// Who has been deleted since.
  private(set) var identities: Set<IdentityIdentifier> = []

  init(in contents: PortalContents) {
    identities.formUnion(contents.formerLogins)
    let above = GroupsAbove(contents.memberships)
    let known = Set(contents.identities.map(\.id))
    let applications = Dictionary(
      contents.applications.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let acts =
      contents.permissions.flatMap(\.acts)
      + contents.ownershipOffers.map { ($0.by, $0.application) }
    for (who, id) in acts {
      if !known.contains(who) { identities.insert(who) }
      guard let application = applications[id], application.owner != who else { continue }
      guard let group = application.administrators else {
        owners[id, default: []].insert(who)
        continue
      }
      if !above.contains(group, above: .identity(who)) { members[group, default: []].insert(who) }
    }
    for round in contents.permissions where round.origin == .requested {
      guard let source = applications[round.direction.source],
        let target = applications[round.direction.target]
      else { continue }
      add(round, source, target)
    }
  }

  /// A request that waited although its sender could decide today: they could not then.
  private mutating func add(
    _ round: ExchangePermission, _ source: Application, _ target: Application
  ) {
    let opener = round.openedBy
    if opener == target.owner {
      let decider = round.state == .withdrawn ? nil : round.decidedBy
      let other = decider.flatMap { $0 == opener ? nil : $0 } ?? source.identity
      owners[target.id, default: []].insert(other)
    }
    if opener != source.owner, let group = target.administrators, source.administrators == group {
      owners[source.id, default: []].insert(opener)
    }
  }
}

extension ExchangePermission {
  /// Who acted in this round, and for which application they had to manage.
  fileprivate var acts: [(IdentityIdentifier, ApplicationIdentifier)] {
    let opening: [ApplicationIdentifier] =
      switch origin {
      case .requested: [direction.source]
      case .granted: [direction.target]
      case .automatic: [direction.source, direction.target]
      }
    let deciding = state == .withdrawn ? direction.source : direction.target
    return opening.map { (openedBy, $0) } + (decidedBy.map { [($0, deciding)] } ?? [])
  }
}
