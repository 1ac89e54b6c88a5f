import PortalModel

/// The cases of `PortalCommand`: a new one does not compile until it has a row here, and the tables
/// and generators that go through all of them fail, or do not compile, until they have one.
public enum CommandName: CaseIterable, Sendable {
  case registerSAML, editSAML, deleteSAML
  case editApplication, offerOwnership, acceptOwnership, declineOwnership, withdrawOwnership
  case editIdentity, departIdentity, deleteIdentity, editGroup, deleteGroup
  case registerApplication, deleteApplication, blockApplication, registerOIDC, editRegistration
  case configureClient, regenerateSecret, deleteRegistration, defineRole, editRole, deleteRole
  case linkGroup, unlinkGroup, requestExchange, withdrawExchange, approveExchange, rejectExchange
  case grantExchange, revokeExchange, createIdentity, enableIdentity, createGroup, addMember
  case removeMember, addMembers, removeMembers, loadScenario

  /// The name of a command.
  public init(of command: PortalCommand) {
    self =
      switch command {
      case .registerApplication: .registerApplication
      case .editApplication: .editApplication
      case .offerOwnership: .offerOwnership
      case .acceptOwnership: .acceptOwnership
      case .declineOwnership: .declineOwnership
      case .withdrawOwnership: .withdrawOwnership
      case .deleteApplication: .deleteApplication
      case .blockApplication: .blockApplication
      case .registerOIDC: .registerOIDC
      case .editRegistration: .editRegistration
      case .configureClient: .configureClient
      case .regenerateSecret: .regenerateSecret
      case .deleteRegistration: .deleteRegistration
      case .registerSAML: .registerSAML
      case .editSAML: .editSAML
      case .deleteSAML: .deleteSAML
      case .defineRole: .defineRole
      case .editRole: .editRole
      case .deleteRole: .deleteRole
      case .linkGroup: .linkGroup
      case .unlinkGroup: .unlinkGroup
      case .requestExchange: .requestExchange
      case .withdrawExchange: .withdrawExchange
      case .approveExchange: .approveExchange
      case .rejectExchange: .rejectExchange
      case .grantExchange: .grantExchange
      case .revokeExchange: .revokeExchange
      case .createIdentity: .createIdentity
      case .enableIdentity: .enableIdentity
      case .editIdentity: .editIdentity
      case .departIdentity: .departIdentity
      case .deleteIdentity: .deleteIdentity
      case .editGroup: .editGroup
      case .deleteGroup: .deleteGroup
      case .createGroup: .createGroup
      case .addMember: .addMember
      case .removeMember: .removeMember
      case .addMembers: .addMembers
      case .removeMembers: .removeMembers
      case .loadScenario: .loadScenario
      }
  }
}
