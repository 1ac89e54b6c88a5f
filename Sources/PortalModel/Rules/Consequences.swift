/// What a command would take with it beside what it names, for the question before it.
///
/// Read from the changes that the rules decide on, so it cannot say anything else than what is
/// done.
public struct Consequences: Hashable, Sendable {
  /// Roles that go.
  public var roles: [RoleIdentifier] = []
  /// Group links of roles that go.
  public var roleLinks: [RoleLink] = []
  /// Applications whose OIDC registration goes, with its secret.
  public var registrations: [ApplicationIdentifier] = []
  /// Applications whose SAML registration goes.
  public var samlRegistrations: [ApplicationIdentifier] = []
  /// Clients whose secret is drawn anew or goes, the old one being void.
  public var secrets: [ApplicationIdentifier] = []
  /// Directions that lose all their rounds, each once.
  public var permissions: [ExchangeDirection] = []
  /// Memberships that go.
  public var memberships: [Membership] = []
  /// Offers of ownership that lapse.
  public var offers: [ApplicationIdentifier] = []
  /// Applications that go.
  public var applications: [ApplicationIdentifier] = []
  /// Applications that are left otherwise than they were.
  public var changedApplications: [Application] = []
  /// Accounts that are left otherwise than they were.
  public var changedIdentities: [Identity] = []
  /// Rounds of permissions that are opened: waiting, or granted at once.
  public var rounds: [ExchangePermission] = []
  /// Accounts that go.
  public var identities: [IdentityIdentifier] = []

  /// Reads the changes of a command.
  public init(of changes: [Change]) {
    var seen: Set<ExchangeDirection> = []
    for change in changes {
      switch change {
      case .deleteRole(_, let role): roles.append(role)
      case .deleteRoleLink(let link): roleLinks.append(link)
      case .deleteRegistration(let id): registrations.append(id)
      case .deleteSAML(let id): samlRegistrations.append(id)
      case .drawSecret(let id), .deleteSecret(let id): secrets.append(id)
      case .deletePermission(let direction, _):
        if seen.insert(direction).inserted { permissions.append(direction) }
      case .deleteMember(let member, let group):
        memberships.append(Membership(member: member, group: group))
      case .deleteOwnershipOffer(let id): offers.append(id)
      case .deleteApplication(let id): applications.append(id)
      case .updateApplication(let application): changedApplications.append(application)
      case .updateIdentity(let identity): changedIdentities.append(identity)
      case .deleteIdentity(let id): identities.append(id)
      case .insertPermission(let round): rounds.append(round)
      case .insertApplication, .insertSAML, .updateSAML, .insertRegistration, .updateRegistration,
        .insertRole, .updateRole, .insertRoleLink, .insertIdentity, .insertFormerLogin,
        .insertGroup, .updateGroup,
        .deleteGroup, .insertMember, .insertOwnershipOffer, .updatePermission,
        .removeEverything:
        break
      }
    }
  }
}
