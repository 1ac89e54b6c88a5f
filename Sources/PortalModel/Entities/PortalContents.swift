/// Everything that a portal holds, as plain values: what an export is written from, and
/// what two portals are compared by.
public struct PortalContents: Hashable, Sendable {
  /// All identities, those of applications included.
  public var identities: [Identity] = []
  /// The logins of accounts that were deleted, which are never given again.
  public var formerLogins: [IdentityIdentifier] = []
  /// All groups.
  public var groups: [Group] = []
  /// All direct memberships.
  public var memberships: [Membership] = []
  /// All applications; each knows when it was added.
  public var applications: [Application] = []
  /// All unanswered offers of ownership.
  public var ownershipOffers: [OwnershipOffer] = []
  /// All registrations.
  public var registrations: [Registration] = []
  /// All SAML registrations.
  public var samlRegistrations: [SAMLRegistration] = []
  /// All roles.
  public var roles: [Role] = []
  /// All group links.
  public var roleLinks: [RoleLink] = []
  /// All rounds of all permissions.
  public var permissions: [ExchangePermission] = []
  /// The clients' secrets, kept apart because not every reader should have them; in an export, a client
  /// without one is given a new one when it is loaded.
  public var secrets: [ApplicationIdentifier: String] = [:]

  /// Makes the contents of an empty portal.
  public init() {}
}
