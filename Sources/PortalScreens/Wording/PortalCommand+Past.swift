import PortalModel

extension PortalCommand {
  /// What was done, for result row and journal: `Request sent to bob, owner of back-end-api`.
  ///
  /// - Parameters:
  ///   - target: Who decides for the target of a request, where that is known.
  ///   - round: The round that a request has opened, where known: it may be granted at once.
  public func past(target: Managers? = nil, round: ExchangePermission? = nil) -> String {
    switch self {
    case .registerApplication(let form):
      form.registration == nil && form.saml == nil
        ? "Application \(form.id) added, without SSO"
        : "Application \(form.id) added and registered with the SSO"
    case .editApplication(let id, _): "Application \(id) changed"
    case .offerOwnership(let id, let identity):
      "\(id) offered to \(identity), who has to accept before anything changes"
    case .acceptOwnership(let id): "Ownership of \(id) accepted"
    case .declineOwnership(let id): "Ownership of \(id) declined"
    case .withdrawOwnership(let id): "Offer of \(id) withdrawn"
    case .deleteApplication(let id): "Application \(id) deleted, with all that hung on it"
    case .blockApplication(let id, true): "Application \(id) blocked"
    case .blockApplication(let id, false): "Block lifted from application \(id)"
    case .registerOIDC(let id, let form): "\(id) registered with the SSO, as \(form.kind.label)"
    case .editRegistration(let id, _): "SSO registration of \(id) changed"
    case .configureClient(let id, _): "Client settings of \(id) changed"
    case .regenerateSecret(let id): "New client secret made for \(id); the old one is void"
    case .deleteRegistration(let id): "SSO registration of \(id) deleted"
    case .registerSAML(let id, _): "\(id) registered with the SSO, by SAML"
    case .editSAML(let id, _): "SAML registration of \(id) changed"
    case .deleteSAML(let id): "SAML registration of \(id) deleted"
    case .defineRole(let role): "Role \(role.id) added to \(role.application)"
    case .editRole(let role): "Role \(role.id) of \(role.application) changed"
    case .deleteRole(let application, let role): "Role \(role) of \(application) deleted"
    case .linkGroup(let link):
      "Role \(link.role) of \(link.application) linked to group \(link.group)"
    case .unlinkGroup(let link):
      "Group \(link.group) taken off role \(link.role) of \(link.application)"
    case .requestExchange(let direction, _): Self.requested(direction, target, round)
    case .withdrawExchange(let direction):
      "Request toward \(direction.target) withdrawn, for \(direction.source)"
    case .approveExchange(let direction):
      "Request approved: \(direction.source) may exchange toward \(direction.target)"
    case .rejectExchange(let direction, _):
      "Request of \(direction.source) toward \(direction.target) rejected"
    case .grantExchange(let direction):
      "Granted: \(direction.source) may exchange toward \(direction.target)"
    case .revokeExchange(let direction, _):
      "Revoked: \(direction.source) may no longer exchange toward \(direction.target)"
    case .createIdentity(let identity): "\(identity.id) added as a \(identity.kind.label)"
    case .enableIdentity(let id, true): "\(id) enabled"
    case .enableIdentity(let id, false): "\(id) disabled"
    case .editIdentity(let identity): "Account \(identity.id) changed"
    case .departIdentity(let id):
      "\(id) has left: official applications passed to the supervisor, others are blocked"
    case .deleteIdentity(let id): "Account \(id) deleted, with its memberships"
    case .editGroup(let group): "Group \(group.id) changed"
    case .deleteGroup(let id): "Group \(id) deleted, with its memberships and links"
    case .createGroup(let group): "Group \(group.id) added"
    case .addMember(let member, let group): "\(member.sentenceStart) put into group \(group)"
    case .removeMember(let member, let group):
      "\(member.sentenceStart) taken out of group \(group)"
    case .addMembers(let members, let group): "\(Self.names(members)) put into group \(group)"
    case .removeMembers(let members, let group):
      "\(Self.names(members)) taken out of group \(group)"
    case .loadScenario(let script):
      "Scenario \(script.name) loaded, in \(counted(script.steps.count, "step"))"
    }
  }

  /// A list of members as a sentence begins with it: so many names that a person reads them.
  private static func names(_ members: [Member]) -> String {
    guard members.count > 4 else {
      let rest = members.dropFirst().map(\.label)
      return members.isEmpty ? "Nobody" : listed([members[0].sentenceStart] + rest)
    }
    let first = [members[0].sentenceStart] + members[1..<3].map(\.label)
    return first.joined(separator: ", ") + " and \(members.count - 3) more"
  }

  private static func requested(
    _ direction: ExchangeDirection, _ target: Managers?, _ round: ExchangePermission?
  ) -> String {
    if let round, round.state == .granted {
      return "Granted at once, since \(round.openedBy) decides for \(direction.target) too"
    }
    guard let target else { return "Request sent to the owner of \(direction.target)" }
    let others = target.administrators.map { "; anybody in \($0) may decide as well" } ?? ""
    return "Request sent to \(target.owner), owner of \(direction.target)\(others)"
  }
}
