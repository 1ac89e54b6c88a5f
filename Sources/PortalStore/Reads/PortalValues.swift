import PortalModel

/// Everything that an application's page shows.
public struct ApplicationDetail: Hashable, Sendable {
  /// The application.
  public var application: Application
  /// The owner.
  public var owner: Identity?
  /// The administrators group.
  public var administrators: Group?
  /// Its OIDC registration.
  public var registration: Registration?
  /// Its SAML registration.
  public var saml: SAMLRegistration?
  /// Its unanswered offer to a new owner.
  public var offer: OwnershipOffer?
  /// Its roles, by identifier.
  public var roles: [Role]
  /// Its roles' groups, by role and group.
  public var roleLinks: [RoleLink]
  /// Every group that its own identity is in, with the ways there.
  public var memberships: [Membership]
  /// The groups that are spoken of in links and memberships, by identifier.
  public var groups: [Group]
}

/// One direction's newest round, with the application at the other end.
public struct PermissionListing: Hashable, Sendable {
  /// The newest round of the direction.
  public var permission: ExchangePermission
  /// The name of the application at the other end.
  public var otherName: String
  /// Who manages the application at the other end.
  public var otherManagers: Managers
}

/// Which end of a permission an application is.
public enum PermissionSide: Hashable, Sendable {
  /// "Allowed permissions": the application is the source.
  case allowed
  /// "Granted permissions": the application is the target.
  case granted
}

/// A round of a permission as the requests screen shows it.
public struct RequestListing: Hashable, Sendable {
  /// The round.
  public var permission: ExchangePermission
  /// The source's name.
  public var sourceName: String
  /// The target's name.
  public var targetName: String
  /// Who may decide.
  public var deciders: Managers
}

/// The requests that concern one identity.
public struct Requests: Hashable, Sendable {
  /// Pending, for the identity to decide on, oldest first.
  public var waiting: [RequestListing]
  /// Pending, opened by the identity, newest first.
  public var sent: [RequestListing]
  /// Ended or granted, opened or decided by the identity, newest decision first.
  public var decided: [RequestListing]
}

/// How many of each kind there are, as kept by the database.
public struct PortalTotals: Hashable, Sendable {
  /// Applications.
  public var applications: Int
  /// Identities that are not an application's own.
  public var people: Int
  /// Groups.
  public var groups: Int
}
