import PortalModel

extension PortalCommand {
  /// What somebody does with it, after their name: `approves the request of front-end-app`.
  public var present: String {
    switch self {
    case .registerApplication(let form): "adds the application \(form.id)"
    case .editApplication(let id, _): "changes the details of \(id)"
    case .offerOwnership(let id, let identity): "offers \(id) to \(identity)"
    case .acceptOwnership(let id): "accepts to own \(id)"
    case .declineOwnership(let id): "declines to own \(id)"
    case .withdrawOwnership(let id): "takes the offer of \(id) back"
    case .deleteApplication(let id): "deletes the application \(id)"
    case .blockApplication(let id, true): "blocks \(id)"
    case .blockApplication(let id, false): "lifts the block from \(id)"
    case .registerOIDC(let id, let form): "registers \(id) with the SSO, as \(form.kind.label)"
    case .editRegistration(let id, let form):
      "changes the SSO registration of \(id), which is then \(form.kind.label)"
    case .configureClient(let id, let settings): Self.configures(id, settings)
    case .regenerateSecret(let id): "makes a new client secret for \(id)"
    case .deleteRegistration(let id): "deletes the SSO registration of \(id)"
    case .registerSAML(let id, _): "registers \(id) with the SSO, by SAML"
    case .editSAML(let id, _): "changes the SAML registration of \(id)"
    case .deleteSAML(let id): "deletes the SAML registration of \(id)"
    case .defineRole(let role): "adds the role \(role.id) to \(role.application)"
    case .editRole(let role): "changes the role \(role.id) of \(role.application)"
    case .deleteRole(let application, let role): "deletes the role \(role) of \(application)"
    case .linkGroup(let link):
      "links group \(link.group) to the role \(link.role) of \(link.application)"
    case .unlinkGroup(let link):
      "takes group \(link.group) off the role \(link.role) of \(link.application)"
    case .requestExchange(let direction, _):
      "requests permission for \(direction.source) to exchange toward \(direction.target)"
    case .withdrawExchange(let direction):
      "withdraws the request of \(direction.source) toward \(direction.target)"
    case .approveExchange(let direction):
      "approves the request of \(direction.source) toward \(direction.target)"
    case .rejectExchange(let direction, _):
      "rejects the request of \(direction.source) toward \(direction.target)"
    case .grantExchange(let direction):
      "grants \(direction.source) permission to exchange toward \(direction.target)"
    case .revokeExchange(let direction, _):
      "revokes the permission of \(direction.source) toward \(direction.target)"
    case .createIdentity(let identity): "adds the \(identity.kind.label) \(identity.id)"
    case .enableIdentity(let id, true): "enables \(id)"
    case .enableIdentity(let id, false): "disables \(id)"
    case .editIdentity(let identity): "changes the account \(identity.id)"
    case .departIdentity(let id): "lets \(id) leave"
    case .deleteIdentity(let id): "deletes the account \(id)"
    case .editGroup(let group): "changes the group \(group.id)"
    case .deleteGroup(let id): "deletes the group \(id)"
    case .createGroup(let group): "adds the group \(group.id)"
    case .addMember(let member, let group): "puts \(member.label) into group \(group)"
    case .removeMember(let member, let group): "takes \(member.label) out of group \(group)"
    case .addMembers(let members, let group):
      "puts \(counted(members.count, "member")) into group \(group)"
    case .removeMembers(let members, let group):
      "takes \(counted(members.count, "member")) out of group \(group)"
    case .loadScenario(let script): "loads the scenario \(script.name)"
    }
  }

  private static func configures(
    _ id: ApplicationIdentifier, _ settings: ClientSettings
  ) -> String {
    var words: [String] = []
    words.append(settings.enabled ? "enabled" : "disabled")
    if settings.consentRequired { words.append("with consent") }
    if settings.fullScopeAllowed { words.append("with full scope") }
    return "changes the client settings of \(id), which is then \(listed(words))"
  }
}
