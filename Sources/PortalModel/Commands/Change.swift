/// One row that an accepted command writes. Applying a command's changes in order carries it out.
public enum Change: Hashable, Sendable {
  /// A new application.
  case insertApplication(Application)
  /// An application with other contents.
  case updateApplication(Application)
  /// An application goes. What hangs on it has its own changes before this one.
  case deleteApplication(ApplicationIdentifier)

  /// An application is offered to a new owner.
  case insertOwnershipOffer(OwnershipOffer)
  /// The offer of an application goes: answered, taken back or lapsed.
  case deleteOwnershipOffer(ApplicationIdentifier)

  /// A new registration.
  case insertRegistration(Registration)
  /// A registration with other contents.
  case updateRegistration(Registration)
  /// A registration goes, with its redirect URIs and its secret.
  case deleteRegistration(ApplicationIdentifier)
  /// A secret is drawn, in place of the present one if there is one. Its text comes from outside.
  case drawSecret(ApplicationIdentifier)
  /// The secret goes: the client has become public.
  case deleteSecret(ApplicationIdentifier)

  /// A new SAML registration.
  case insertSAML(SAMLRegistration)
  /// A SAML registration with other contents.
  case updateSAML(SAMLRegistration)
  /// A SAML registration goes.
  case deleteSAML(ApplicationIdentifier)

  /// A new role.
  case insertRole(Role)
  /// A role with other contents.
  case updateRole(Role)
  /// A role goes; its links have changes of their own before this one.
  case deleteRole(ApplicationIdentifier, RoleIdentifier)
  /// A group is linked to a role.
  case insertRoleLink(RoleLink)
  /// A group is taken off a role.
  case deleteRoleLink(RoleLink)

  /// A new identity.
  case insertIdentity(Identity)
  /// An identity with other contents.
  case updateIdentity(Identity)
  /// An identity goes; its memberships have changes of their own before this one.
  case deleteIdentity(IdentityIdentifier)
  /// The login of an account that goes is kept, so that nobody is given it again.
  case insertFormerLogin(IdentityIdentifier)
  /// A new group.
  case insertGroup(Group)
  /// A group with other contents.
  case updateGroup(Group)
  /// A group goes; its memberships and links have changes of their own before this one.
  case deleteGroup(GroupIdentifier)
  /// A member is put into a group.
  case insertMember(Member, GroupIdentifier)
  /// A member is taken out of a group.
  case deleteMember(Member, GroupIdentifier)

  /// A new round of an exchange permission.
  case insertPermission(ExchangePermission)
  /// A round of an exchange permission in another state.
  case updatePermission(ExchangePermission)
  /// A round of an exchange permission goes, its application having gone.
  case deletePermission(ExchangeDirection, round: Int)

  /// Everything goes, before a scenario is loaded.
  case removeEverything
}
