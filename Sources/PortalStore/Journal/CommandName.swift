import PortalModel

extension PortalCommand {
  /// The name that the journal and its filters use.
  var journalName: String {
    switch self {
    case .registerApplication: "registerApplication"
    case .editApplication: "editApplication"
    case .offerOwnership: "offerOwnership"
    case .acceptOwnership: "acceptOwnership"
    case .declineOwnership: "declineOwnership"
    case .withdrawOwnership: "withdrawOwnership"
    case .deleteApplication: "deleteApplication"
    case .blockApplication: "blockApplication"
    case .registerOIDC: "registerOIDC"
    case .editRegistration: "editRegistration"
    case .configureClient: "configureClient"
    case .regenerateSecret: "regenerateSecret"
    case .deleteRegistration: "deleteRegistration"
    case .registerSAML: "registerSAML"
    case .editSAML: "editSAML"
    case .deleteSAML: "deleteSAML"
    case .defineRole: "defineRole"
    case .editRole: "editRole"
    case .deleteRole: "deleteRole"
    case .linkGroup: "linkGroup"
    case .unlinkGroup: "unlinkGroup"
    case .requestExchange: "requestExchange"
    case .withdrawExchange: "withdrawExchange"
    case .approveExchange: "approveExchange"
    case .rejectExchange: "rejectExchange"
    case .grantExchange: "grantExchange"
    case .revokeExchange: "revokeExchange"
    case .createIdentity: "createIdentity"
    case .enableIdentity: "enableIdentity"
    case .editIdentity: "editIdentity"
    case .departIdentity: "departIdentity"
    case .deleteIdentity: "deleteIdentity"
    case .editGroup: "editGroup"
    case .deleteGroup: "deleteGroup"
    case .createGroup: "createGroup"
    case .addMember: "addMember"
    case .removeMember: "removeMember"
    case .addMembers: "addMembers"
    case .removeMembers: "removeMembers"
    case .loadScenario: "loadScenario"
    }
  }
}

extension Change {
  /// The applications that a change is about, for the journal's filter.
  var subjects: [ApplicationIdentifier] {
    switch self {
    case .insertApplication(let application), .updateApplication(let application):
      [application.id]
    case .insertOwnershipOffer(let offer): [offer.application]
    case .deleteApplication(let id), .deleteOwnershipOffer(let id), .deleteRegistration(let id),
      .drawSecret(let id), .deleteSecret(let id), .deleteRole(let id, _):
      [id]
    case .insertRegistration(let registration), .updateRegistration(let registration):
      [registration.application]
    case .insertSAML(let registration), .updateSAML(let registration): [registration.application]
    case .deleteSAML(let id): [id]
    case .insertRole(let role), .updateRole(let role): [role.application]
    case .insertRoleLink(let link), .deleteRoleLink(let link): [link.application]
    case .insertPermission(let round), .updatePermission(let round):
      [round.direction.source, round.direction.target]
    case .deletePermission(let direction, _): [direction.source, direction.target]
    case .insertIdentity, .updateIdentity, .deleteIdentity, .insertFormerLogin, .insertGroup,
      .updateGroup,
      .deleteGroup, .insertMember, .deleteMember, .removeEverything:
      []
    }
  }
}
