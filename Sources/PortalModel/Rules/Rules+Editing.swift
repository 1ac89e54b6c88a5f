/// Changing and deleting people and groups. The real portal does not do this: all of it is open to
/// all and invented.
extension Rules {
  /// Everything but the login and whether the account may sign in, which has a command of its own.
  func edit(_ identity: Identity) throws -> [Change] {
    let old = try requireIdentity(identity.id)
    guard old.kind != .application else { throw Refusal.applicationIdentityIsKept(old.id) }
    guard identity.kind != .application else { throw Refusal.applicationIdentityIsMade }
    if old.kind == .primary, identity.kind != .primary { try requireNoAccounts(of: old.id) }
    try requireSound(identity)
    var new = identity
    new.enabled = old.enabled
    return new == old ? [] : [.updateIdentity(new)]
  }

  func deleteIdentity(_ id: IdentityIdentifier) throws -> [Change] {
    let identity = try requireIdentity(id)
    guard identity.kind != .application else { throw Refusal.applicationIdentityIsKept(id) }
    let owned = try facts.applications(ownedBy: id).map(\.id)
    guard owned.isEmpty else { throw Refusal.ownsApplications(id, owned: owned) }
    try requireNoAccounts(of: id)
    let member = Member.identity(id)
    let memberships = try facts.memberships(from: member).filter { $0.member == member }
    let supervised = try facts.identities(supervisedBy: id).map { person -> Change in
      var person = person
      person.supervisor = nil
      return .updateIdentity(person)
    }
    return try facts.ownershipOffers(to: id).map { .deleteOwnershipOffer($0.application) }
      + memberships.map(\.group).sorted().map { .deleteMember(member, $0) }
      + supervised + [.deleteIdentity(id)]
      // An application's own login is free again with its identifier.
      + (id.isOfApplication ? [] : [.insertFormerLogin(id)])
  }

  func edit(_ group: Group) throws -> [Change] {
    let old = try requireGroup(group.id)
    try requireSound(group)
    return group == old ? [] : [.updateGroup(group)]
  }

  /// Its memberships both ways and its links to roles go with it; an application that it
  /// administered has no administrators group then.
  func deleteGroup(_ id: GroupIdentifier) throws -> [Change] {
    _ = try requireGroup(id)
    let outer = Member.group(id)
    let above = try facts.memberships(from: outer).filter { $0.member == outer }
    let administered = try facts.applications(administeredBy: id).map { application -> Change in
      var application = application
      application.administrators = nil
      return .updateApplication(application)
    }
    return try facts.roleLinks(to: id).map(Change.deleteRoleLink)
      + administered
      + facts.members(of: id).map { .deleteMember($0, id) }
      + above.map(\.group).sorted().map { .deleteMember(outer, $0) }
      + [.deleteGroup(id)]
  }

  func requireSound(_ group: Group) throws {
    try require(group.displayName, .personal, maximum: FieldLimit.name)
    try require(group.description, .personal, maximum: FieldLimit.text)
  }

  func requireSound(_ identity: Identity) throws {
    for text in [
      identity.givenName, identity.familyName, identity.email, identity.institute,
    ] {
      try require(text, .personal, maximum: FieldLimit.name)
    }
    try requirePlace(of: identity)
    guard let supervisor = identity.supervisor else { return }
    if supervisor != identity.id {
      let above = try requireIdentity(supervisor)
      guard above.kind != .application else {
        throw Refusal.applicationIdentityIsKept(supervisor)
      }
    }
    if let path = try supervisorCycle(putting: identity.id, under: supervisor, facts: facts) {
      throw Refusal.supervisorCycle(path)
    }
  }
}
