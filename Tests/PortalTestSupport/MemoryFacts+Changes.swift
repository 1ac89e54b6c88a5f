import PortalModel
import PortalTokens

extension MemoryFacts {
  /// Applies one change; `drawSecret` gives the text of a secret that the change draws.
  mutating func apply(
    _ change: Change, drawSecret: (ApplicationIdentifier) -> String
  ) {
    switch change {
    case .insertApplication(let application), .updateApplication(let application):
      applications[application.id] = application
    case .deleteApplication(let id): applications[id] = nil
    case .insertOwnershipOffer(let offer): offers[offer.application] = offer
    case .deleteOwnershipOffer(let id): offers[id] = nil
    case .insertRegistration(let registration), .updateRegistration(let registration):
      registrations[registration.application] = registration
    case .deleteRegistration(let id):
      registrations[id] = nil
      secrets[id] = nil
    case .drawSecret(let id): secrets[id] = drawSecret(id)
    case .deleteSecret(let id): secrets[id] = nil
    case .insertSAML(let registration), .updateSAML(let registration):
      saml[registration.application] = registration
    case .deleteSAML(let id): saml[id] = nil
    case .insertRole(let role), .updateRole(let role):
      roles[role.application, default: [:]][role.id] = role
    case .deleteRole(let application, let id): roles[application]?[id] = nil
    case .insertRoleLink(let link): links.insert(link)
    case .deleteRoleLink(let link): links.remove(link)
    case .insertIdentity(let identity), .updateIdentity(let identity):
      identities[identity.id] = identity
    case .deleteIdentity(let id): identities[id] = nil
    case .insertFormerLogin(let id): formerLogins.insert(id)
    case .insertGroup(let group), .updateGroup(let group): groups[group.id] = group
    case .deleteGroup(let id): groups[id] = nil
    case .insertMember(let member, let group):
      members.insert(Membership(member: member, group: group))
    case .deleteMember(let member, let group):
      members.remove(Membership(member: member, group: group))
    case .insertPermission(let round): permissions[round.direction, default: []].append(round)
    case .updatePermission(let round):
      permissions[round.direction]?.removeAll { $0.round == round.round }
      permissions[round.direction, default: []].append(round)
    case .deletePermission(let direction, let round):
      permissions[direction]?.removeAll { $0.round == round }
    case .removeEverything: removePortal()
    }
  }

  /// Sessions, revocations and marks stay: they are outside of the model.
  private mutating func removePortal() {
    var empty = MemoryFacts()
    empty.userSessions = userSessions
    empty.clientSessions = clientSessions
    empty.offlineSessions = offlineSessions
    empty.refreshUses = refreshUses
    empty.codes = codes
    empty.devices = devices
    empty.revoked = revoked
    empty.notBefore = notBefore
    self = empty
  }

  /// Applies what the token service records.
  mutating func apply(_ record: TokenRecord) {
    switch record {
    case .userSession(let session): userSessions[session.id] = session
    case .clientSession(let session):
      clientSessions[session.session, default: [:]][session.client] = session
    case .clientSessionEnded(let session, let client): clientSessions[session]?[client] = nil
    case .offlineSession(let session):
      var kept = offlineSessions[session.session]?[session.client] ?? session
      kept.lastUsedAt = session.lastUsedAt
      offlineSessions[session.session, default: [:]][session.client] = kept
    case .offlineSessionEnded(let session, let client): offlineSessions[session]?[client] = nil
    case .refreshUsed(let use): refreshUses[use.session, default: [:]][use.client] = use
    case .code(let code): codes[code.digest] = code
    case .codeUsed(let digest, let instant):
      if codes[digest]?.usedAt == nil { codes[digest]?.usedAt = instant }
    case .device(let device): devices[device.digest] = device
    case .sessionUsed(let id, let instant): userSessions[id]?.lastUsedAt = instant
    case .sessionEnded(let id, let instant): userSessions[id]?.endedAt = instant
    case .revoked(let jti, _): revoked.insert(jti)
    case .notBefore(let subject, let instant): notBefore[subject] = instant
    }
  }
}
