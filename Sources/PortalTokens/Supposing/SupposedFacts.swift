import PortalModel

/// The portal as it would be under a supposition.
struct SupposedFacts {
  var base: any TokenFacts
  var supposition: Supposition
}

extension SupposedFacts: TokenFacts {
  func secret(of application: ApplicationIdentifier) throws -> String? {
    try base.secret(of: application)
  }

  func userSession(_ id: String) throws -> UserSession? {
    let begun = supposition.newest { record -> UserSession? in
      guard case .userSession(let session) = record, session.id == id else { return nil }
      return session
    }
    guard var session = try begun ?? base.userSession(id) else { return nil }
    for record in supposition.records {
      switch record {
      case .sessionUsed(id, let instant): session.lastUsedAt = instant
      case .sessionEnded(id, let instant): session.endedAt = instant
      default: continue
      }
    }
    return session
  }

  func clientSession(
    of client: ApplicationIdentifier, in session: String
  ) throws -> ClientSession? {
    let known = supposition.newest { record -> ClientSession?? in
      switch record {
      case .clientSession(let new) where new.session == session && new.client == client:
        .some(new)
      case .clientSessionEnded(session, client: client): .some(nil)
      default: nil
      }
    }
    return try known ?? base.clientSession(of: client, in: session)
  }

  func offlineSession(
    of client: ApplicationIdentifier, in session: String
  ) throws -> OfflineSession? {
    let known = supposition.newest { record -> OfflineSession?? in
      switch record {
      case .offlineSession(let new) where new.session == session && new.client == client:
        .some(new)
      case .offlineSessionEnded(session, client: client): .some(nil)
      default: nil
      }
    }
    return try known ?? base.offlineSession(of: client, in: session)
  }

  func refreshUse(of client: ApplicationIdentifier, in session: String) throws -> RefreshUse? {
    let known = supposition.newest { record -> RefreshUse? in
      guard case .refreshUsed(let use) = record, use.session == session, use.client == client
      else { return nil }
      return use
    }
    return try known ?? base.refreshUse(of: client, in: session)
  }

  // Codes and devices stand before tokens: nothing that is supposed of a token touches them.
  func authorizationCode(digest: String) throws -> AuthorizationCode? {
    try base.authorizationCode(digest: digest)
  }

  func device(digest: String) throws -> Device? { try base.device(digest: digest) }
  func device(userDigest: String) throws -> Device? { try base.device(userDigest: userDigest) }

  func isRevoked(jti: String) throws -> Bool {
    let isSupposed = supposition.records.contains { record in
      if case .revoked(jti, _) = record { true } else { false }
    }
    return try isSupposed || base.isRevoked(jti: jti)
  }

  func notBefore(of subjects: [NotBeforeSubject]) throws -> Instant? {
    let supposed = supposition.records.compactMap { record -> Instant? in
      guard case .notBefore(let subject, let instant) = record, subjects.contains(subject)
      else { return nil }
      return instant
    }
    return try (supposed + [base.notBefore(of: subjects)].compactMap(\.self)).max()
  }

  func exchangeGrants(toward target: ApplicationIdentifier) throws -> (ever: Bool, now: Bool) {
    guard supposition.revokedPermission?.target == target else {
      return try base.exchangeGrants(toward: target)
    }
    let isLeft = try permissions(of: target)
      .contains { $0.direction.target == target && $0.state == .granted }
    return (true, isLeft)
  }

  func applications(nearestTo text: String, limit: Int) throws -> [ApplicationIdentifier] {
    try base.applications(nearestTo: text, limit: limit)
  }

  func applications(
    withRolesFor groups: [GroupIdentifier], limit: Int
  ) throws -> [ApplicationIdentifier] {
    try base.applications(withRolesFor: groups, limit: limit)
  }
}

/// What a supposition can change of the portal: an account, a client, a permission.
extension SupposedFacts {
  func identity(_ id: IdentityIdentifier) throws -> Identity? {
    var identity = try base.identity(id)
    if id == supposition.disabledIdentity { identity?.enabled = false }
    return identity
  }

  func registration(of application: ApplicationIdentifier) throws -> Registration? {
    var registration = try base.registration(of: application)
    if application == supposition.disabledClient { registration?.settings.enabled = false }
    return registration
  }

  func permission(_ direction: ExchangeDirection) throws -> ExchangePermission? {
    try base.permission(direction).map(supposed)
  }

  func permissions(of application: ApplicationIdentifier) throws -> [ExchangePermission] {
    try base.permissions(of: application).map(supposed)
  }

  private func supposed(_ permission: ExchangePermission) -> ExchangePermission {
    var permission = permission
    if permission.direction == supposition.revokedPermission, permission.state == .granted {
      permission.state = .revoked
    }
    return permission
  }
}

/// What no supposition changes.
extension SupposedFacts {
  func application(_ id: ApplicationIdentifier) throws -> Application? { try base.application(id) }
  func application(named name: String) throws -> ApplicationIdentifier? {
    try base.application(named: name)
  }
  func application(ownedBy identity: IdentityIdentifier) throws -> ApplicationIdentifier? {
    try base.application(ownedBy: identity)
  }
  func applications(ownedBy identity: IdentityIdentifier) throws -> [Application] {
    try base.applications(ownedBy: identity)
  }
  func applications(administeredBy group: GroupIdentifier) throws -> [Application] {
    try base.applications(administeredBy: group)
  }
  func ownershipOffer(of application: ApplicationIdentifier) throws -> OwnershipOffer? {
    try base.ownershipOffer(of: application)
  }
  func ownershipOffers(to identity: IdentityIdentifier) throws -> [OwnershipOffer] {
    try base.ownershipOffers(to: identity)
  }
  func samlRegistration(of application: ApplicationIdentifier) throws -> SAMLRegistration? {
    try base.samlRegistration(of: application)
  }
  func application(ofEntity entityID: String) throws -> ApplicationIdentifier? {
    try base.application(ofEntity: entityID)
  }
  func role(_ id: RoleIdentifier, of application: ApplicationIdentifier) throws -> Role? {
    try base.role(id, of: application)
  }
  func roles(of application: ApplicationIdentifier) throws -> [Role] {
    try base.roles(of: application)
  }
  func roleLinks(of application: ApplicationIdentifier) throws -> [RoleLink] {
    try base.roleLinks(of: application)
  }
  func roleLinks(to group: GroupIdentifier) throws -> [RoleLink] { try base.roleLinks(to: group) }
  func identities(supervisedBy supervisor: IdentityIdentifier) throws -> [Identity] {
    try base.identities(supervisedBy: supervisor)
  }
  func identities(ownedBy owner: IdentityIdentifier) throws -> [Identity] {
    try base.identities(ownedBy: owner)
  }
  func primaryAccount(
    ofPerson number: Int, besides id: IdentityIdentifier
  ) throws -> IdentityIdentifier? {
    try base.primaryAccount(ofPerson: number, besides: id)
  }
  func isFormerLogin(_ id: IdentityIdentifier) throws -> Bool { try base.isFormerLogin(id) }
  func group(_ id: GroupIdentifier) throws -> Group? { try base.group(id) }
  func members(of group: GroupIdentifier) throws -> [Member] { try base.members(of: group) }
  func isMember(_ member: Member, of group: GroupIdentifier) throws -> Bool {
    try base.isMember(member, of: group)
  }
  func memberships(from member: Member) throws -> [Membership] {
    try base.memberships(from: member)
  }
}
