import PortalModel

extension PortalCommand {
  /// The command's word in logs and JSON, such as `approve-exchange`.
  public var verb: String {
    switch self {
    case .registerApplication: "register-application"
    case .editApplication: "edit-application"
    case .offerOwnership: "offer-ownership"
    case .acceptOwnership: "accept-ownership"
    case .declineOwnership: "decline-ownership"
    case .withdrawOwnership: "withdraw-ownership"
    case .deleteApplication: "delete-application"
    case .blockApplication(_, let blocked): blocked ? "block-application" : "unblock-application"
    case .registerOIDC: "register-oidc"
    case .editRegistration: "edit-registration"
    case .configureClient: "configure-client"
    case .regenerateSecret: "regenerate-secret"
    case .deleteRegistration: "delete-registration"
    case .registerSAML: "register-saml"
    case .editSAML: "edit-saml"
    case .deleteSAML: "delete-saml"
    case .defineRole: "define-role"
    case .editRole: "edit-role"
    case .deleteRole: "delete-role"
    case .linkGroup: "link-group"
    case .unlinkGroup: "unlink-group"
    case .requestExchange: "request-exchange"
    case .withdrawExchange: "withdraw-exchange"
    case .approveExchange: "approve-exchange"
    case .rejectExchange: "reject-exchange"
    case .grantExchange: "grant-exchange"
    case .revokeExchange: "revoke-exchange"
    case .createIdentity: "create-identity"
    case .enableIdentity(_, let enabled): enabled ? "enable-identity" : "disable-identity"
    case .editIdentity: "edit-identity"
    case .departIdentity: "depart-identity"
    case .deleteIdentity: "delete-identity"
    case .editGroup: "edit-group"
    case .deleteGroup: "delete-group"
    case .createGroup: "create-group"
    case .addMember: "add-member"
    case .removeMember: "remove-member"
    case .addMembers: "add-members"
    case .removeMembers: "remove-members"
    case .loadScenario: "load-scenario"
    }
  }

  /// What the command is about: an application, role, direction, person or group.
  public var subject: String {
    switch self {
    case .registerApplication(let form): form.id.text
    case .editApplication(let id, _), .offerOwnership(let id, _), .acceptOwnership(let id),
      .declineOwnership(let id), .withdrawOwnership(let id):
      id.text
    case .deleteApplication(let id), .blockApplication(let id, _), .registerOIDC(let id, _),
      .editRegistration(let id, _), .configureClient(let id, _), .regenerateSecret(let id),
      .deleteRegistration(let id):
      id.text
    case .registerSAML(let id, _), .editSAML(let id, _), .deleteSAML(let id): id.text
    case .defineRole(let role), .editRole(let role): "\(role.application)/\(role.id)"
    case .deleteRole(let application, let role): "\(application)/\(role)"
    case .linkGroup(let link), .unlinkGroup(let link):
      "\(link.application)/\(link.role) \(link.group)"
    case .requestExchange(let direction, _), .withdrawExchange(let direction),
      .approveExchange(let direction), .rejectExchange(let direction, _),
      .grantExchange(let direction), .revokeExchange(let direction, _):
      "\(direction.source) to \(direction.target)"
    case .createIdentity(let identity), .editIdentity(let identity): identity.id.text
    case .enableIdentity(let id, _), .departIdentity(let id), .deleteIdentity(let id): id.text
    case .createGroup(let group), .editGroup(let group): group.id.text
    case .deleteGroup(let id): id.text
    case .addMember(let member, let group), .removeMember(let member, let group):
      "\(member.label) in \(group)"
    case .addMembers(let members, let group), .removeMembers(let members, let group):
      "\(counted(members.count, "member")) in \(group)"
    case .loadScenario(let script): script.name
    }
  }
}
