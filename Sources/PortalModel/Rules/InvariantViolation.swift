/// What would be wrong with a portal after a change that no command made: an undo or a redo.
///
/// Commands cannot lead there, because their rules look first; inverse changesets could.
public enum InvariantViolation: Hashable, Codable, Sendable {
  /// A group would be inside itself, by this path.
  case groupCycle([GroupIdentifier])
  /// An application's owner, an identity, would not be there.
  case ownerMissing(ApplicationIdentifier, IdentityIdentifier)
  /// An application's administrator group would not be there.
  case administratorsMissing(ApplicationIdentifier, GroupIdentifier)
  /// An application's own identity would not be there, or a person would have its login.
  case ownIdentityMissing(ApplicationIdentifier)
  /// Two applications would have one name.
  case nameTaken(String, by: ApplicationIdentifier)
  /// An application's identifier would be somebody's login.
  case identifierIsLogin(ApplicationIdentifier)
  /// Something would belong to an application that is not there.
  case applicationMissing(ApplicationIdentifier)
  /// A permission would lead from or to an application without registration.
  case registrationMissing(ExchangePermission, of: ApplicationIdentifier)
  /// A direction would have a live round that is not its newest.
  case liveRoundNotNewest(ExchangePermission)
  /// A group would be linked to a role that is not there.
  case roleMissing(RoleLink)
  /// A role, a membership or a nesting would speak of a group that is not there.
  case groupMissing(GroupIdentifier)
  /// A membership would speak of an identity that is not there.
  case memberMissing(IdentityIdentifier, GroupIdentifier)
  /// Somebody's supervisor, the second, would not be there.
  case supervisorMissing(IdentityIdentifier, IdentityIdentifier)
  /// Somebody would be their own supervisor, by this path.
  case supervisorCycle([IdentityIdentifier])
  /// An account, the first, would belong to one that is no primary account, or is not there.
  case accountOwner(IdentityIdentifier, IdentityIdentifier)
  /// A person would have more accounts of a kind than they may.
  case tooManyAccounts(AccountKind, of: IdentityIdentifier)
  /// A person would have two primary accounts: the number, and one of them.
  case primaryTwice(Int, IdentityIdentifier)
  /// The login of a deleted account would be given again.
  case loginGivenAgain(IdentityIdentifier)
  /// An application would come to an owner who has been kept from signing in since.
  case ownerDisabled(ApplicationIdentifier, IdentityIdentifier)
  /// An application would be offered to its own owner.
  case offeredToOwner(ApplicationIdentifier, IdentityIdentifier)
  /// A redirect URI would stand twice in a registration.
  case redirectURITwice(ApplicationIdentifier, RedirectURI)
  /// Two SAML registrations would have one `entityID`.
  case entityTaken(String, by: ApplicationIdentifier)
}

/// Which entities a change wrote: what its invariants are checked on.
public struct TouchedEntities: Hashable, Sendable {
  /// Applications, also those whose registration or roles were written.
  public var applications: Set<ApplicationIdentifier> = []
  /// Applications that came to an owner: new ones, and those whose owner was written.
  public var owners: Set<ApplicationIdentifier> = []
  /// Group links of roles.
  public var links: Set<RoleLink> = []
  /// Identities.
  public var identities: Set<IdentityIdentifier> = []
  /// Groups.
  public var groups: Set<GroupIdentifier> = []
  /// Direct memberships.
  public var memberships: Set<Membership> = []
  /// Directions of permissions.
  public var directions: Set<ExchangeDirection> = []

  /// Makes the empty set.
  public init() {}
}
