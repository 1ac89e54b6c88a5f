import PortalModel

extension ReferenceRow {
  /// The keys of the rows that must be there as long as this one is, each with the field that says so;
  /// `nil` where it is the row's own key.
  var leansOn: [(field: String?, key: [String])] {
    switch self {
    case .identity(let identity):
      (identity.supervisor.map { [("supervisor", ["identity", $0.text])] } ?? [])
        + (identity.owner.map { [("owner", ["identity", $0.text])] } ?? [])
    case .group, .formerLogin: []
    case .membership(let membership):
      switch membership.member {
      case .identity(let id):
        [(nil, ["group", membership.group.text]), (nil, ["identity", id.text])]
      case .group(let id): [(nil, ["group", membership.group.text]), (nil, ["group", id.text])]
      }
    case .application(let application):
      [("owner", ["identity", application.owner.text])]
        + (application.administrators.map { [("administrators", ["group", $0.text])] } ?? [])
    case .offer(let offer):
      [(nil, ["application", offer.application.text]), ("to", ["identity", offer.to.text])]
    case .registration(let registration): [(nil, ["application", registration.application.text])]
    case .settings: []
    case .redirect(let id, _, _), .secret(let id, _): [(nil, ["registration", id.text])]
    case .saml(let id, _): [(nil, ["application", id.text])]
    case .role(let role): [(nil, ["application", role.application.text])]
    case .link(let link):
      [
        (nil, ["role", link.application.text, link.role.text]),
        (nil, ["group", link.group.text]),
      ]
    case .permission(let round):
      [
        (nil, ["registration", round.direction.source.text]),
        (nil, ["registration", round.direction.target.text]),
      ]
    }
  }
}

extension ReferenceRows.Delta {
  /// Whether a row came or went.
  func madeOrTookAway(_ key: [String]) -> Bool {
    (before[key] == nil) != (after[key] == nil)
  }

  /// Whether both wrote the same field of one row, or one of them made or took away what the other
  /// wrote.
  func overlaps(_ other: ReferenceRows.Delta) throws -> Bool {
    for key in keys.intersection(other.keys) {
      guard !madeOrTookAway(key), !other.madeOrTookAway(key) else { return true }
      if try !changedFields(of: key).isDisjoint(with: other.changedFields(of: key)) { return true }
    }
    return false
  }

  /// The keys of what the rows lean on, as they are after (or were before) the change, as far as the
  /// change says so.
  func leaned(on side: KeyPath<ReferenceRows.Delta, [[String]: ReferenceRow]>) throws -> Set<
    [String]
  > {
    var found: Set<[String]> = []
    for (key, row) in self[keyPath: side] {
      let isWhole = madeOrTookAway(key)
      let changed = isWhole ? [] : try changedFields(of: key)
      for (field, target) in row.leansOn {
        if isWhole || field.map(changed.contains) ?? false { found.insert(target) }
      }
    }
    return found
  }

  /// The earlier rounds that rounds opened here had to find ended.
  var endedRounds: Set<[String]> {
    Set(
      after.values.compactMap { row in
        guard case .permission(let round) = row, round.round > 1, before[row.key] == nil else {
          return nil
        }
        var earlier = round
        earlier.round -= 1
        return ReferenceRow.permission(earlier).key
      })
  }

  private func changedFields(of key: [String]) throws -> Set<String> {
    guard let old = before[key], let new = after[key] else { return [] }
    let (left, right) = (try old.fields, try new.fields)
    return Set(Set(left.keys).union(right.keys).filter { left[$0] != right[$0] })
  }
}
