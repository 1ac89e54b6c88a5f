/// Checks what must always hold, on the entities that a change touched.
///
/// The same functions that `decide` builds its rules from; for changes that did not come from it.
///
/// - Parameters:
///   - touched: Where to look.
///   - facts: The portal after the change.
/// - Returns: The first violation found, in an order that does not depend on chance; `nil` where all holds.
/// - Throws: What `facts` throws.
public func violation(
  of touched: TouchedEntities, facts: some Facts
) throws -> InvariantViolation? {
  let invariants = Invariants(facts: facts)
  for id in touched.applications.sorted() {
    if let found = try invariants.application(id) { return found }
  }
  for id in touched.identities.sorted() {
    if let found = try invariants.identity(id) { return found }
  }
  for id in touched.groups.sorted() {
    if let found = try invariants.group(id) { return found }
  }
  for membership in touched.memberships.sorted(by: Membership.inOrder) {
    if let found = try invariants.membership(membership) { return found }
  }
  for link in touched.links.sorted(by: RoleLink.inOrder) {
    if let found = try invariants.link(link) { return found }
  }
  for direction in touched.directions.sorted(by: ExchangeDirection.inOrder) {
    if let found = try invariants.direction(direction) { return found }
  }
  for id in touched.owners.sorted() {
    if let found = try invariants.owner(of: id) { return found }
  }
  return nil
}

struct Invariants<Source: Facts> {
  var facts: Source

  func application(_ id: ApplicationIdentifier) throws -> InvariantViolation? {
    if try facts.registration(of: id) == nil, let round = try facts.permissions(of: id).first {
      return .registrationMissing(round, of: id)
    }
    guard let application = try facts.application(id) else {
      let isGone =
        try facts.registration(of: id) == nil && facts.roles(of: id).isEmpty
        && facts.roleLinks(of: id).isEmpty
      return isGone ? nil : .applicationMissing(id)
    }
    guard try facts.identity(application.owner) != nil else {
      return .ownerMissing(id, application.owner)
    }
    if let group = application.administrators, try facts.group(group) == nil {
      return .administratorsMissing(id, group)
    }
    guard try facts.identity(application.identity)?.kind == .application else {
      return .ownIdentityMissing(id)
    }
    if try facts.identity(IdentityIdentifier(trusted: id.text)) != nil {
      return .identifierIsLogin(id)
    }
    if let other = try facts.application(named: application.name), other != id {
      return .nameTaken(application.name, by: other)
    }
    if let offer = try facts.ownershipOffer(of: id), offer.to == application.owner {
      return .offeredToOwner(id, offer.to)
    }
    return try registrations(of: id)
  }

  func identity(_ id: IdentityIdentifier) throws -> InvariantViolation? {
    guard let identity = try facts.identity(id) else {
      if let owned = try facts.application(ownedBy: id) { return .ownerMissing(owned, id) }
      if let below = try facts.identities(supervisedBy: id).first {
        return .supervisorMissing(below.id, id)
      }
      if let below = try facts.identities(ownedBy: id).first { return .accountOwner(below.id, id) }
      let direct = try facts.memberships(from: .identity(id)).filter { $0.member == .identity(id) }
      return direct.map(\.group).min().map { .memberMissing(id, $0) }
    }
    if let found = try place(of: identity) { return found }
    if let supervisor = identity.supervisor {
      guard try facts.identity(supervisor) != nil else { return .supervisorMissing(id, supervisor) }
      if let path = try supervisorCycle(putting: id, under: supervisor, facts: facts) {
        return .supervisorCycle(path)
      }
    }
    guard identity.kind != .application, let taken = try? ApplicationIdentifier(id.text),
      try facts.application(taken) != nil
    else { return nil }
    return .identifierIsLogin(taken)
  }

  /// What is inside of a group cannot be looked up by these facts: there foreign keys hold.
  func group(_ id: GroupIdentifier) throws -> InvariantViolation? {
    guard try facts.group(id) == nil else { return nil }
    return try facts.memberships(from: .group(id)).isEmpty ? nil : .groupMissing(id)
  }

  func membership(_ membership: Membership) throws -> InvariantViolation? {
    guard try facts.isMember(membership.member, of: membership.group) else { return nil }
    if try facts.group(membership.group) == nil { return .groupMissing(membership.group) }
    switch membership.member {
    case .identity(let id):
      return try facts.identity(id) == nil ? .memberMissing(id, membership.group) : nil
    case .group(let inner):
      if try facts.group(inner) == nil { return .groupMissing(inner) }
      return try cycle(putting: inner, into: membership.group, facts: facts).map {
        .groupCycle($0)
      }
    }
  }

  func link(_ link: RoleLink) throws -> InvariantViolation? {
    guard try facts.roleLinks(of: link.application).contains(link) else { return nil }
    if try facts.role(link.role, of: link.application) == nil { return .roleMissing(link) }
    return try facts.group(link.group) == nil ? .groupMissing(link.group) : nil
  }

  func direction(_ direction: ExchangeDirection) throws -> InvariantViolation? {
    guard let newest = try facts.permission(direction) else { return nil }
    for end in [direction.source, direction.target]
    where try facts.registration(of: end) == nil {
      return .registrationMissing(newest, of: end)
    }
    guard newest.round > 1 else { return nil }
    return try facts.permissions(of: direction.source)
      .first { $0.direction == direction && $0.state.isLive && $0.round < newest.round }
      .map { .liveRoundNotNewest($0) }
  }
}

extension Membership {
  fileprivate static func inOrder(_ left: Membership, _ right: Membership) -> Bool {
    (left.group.text, left.member.text) < (right.group.text, right.member.text)
  }
}

extension Member {
  fileprivate var text: String {
    switch self {
    case .identity(let id): "0" + id.text
    case .group(let id): "1" + id.text
    }
  }
}

extension RoleLink {
  fileprivate static func inOrder(_ left: RoleLink, _ right: RoleLink) -> Bool {
    (left.application, left.role, left.group) < (right.application, right.role, right.group)
  }
}

extension ExchangeDirection {
  fileprivate static func inOrder(_ left: ExchangeDirection, _ right: ExchangeDirection) -> Bool {
    (left.source, left.target) < (right.source, right.target)
  }
}
