/// A rule's no: which rule, about what, and who could do it instead.
///
/// It holds values only; the sentences for people are made in one place outside the model.
public enum Refusal: Error, Hashable, Codable, Sendable {
  /// There is no such application.
  case unknownApplication(ApplicationIdentifier)
  /// There is no such role in the application.
  case unknownRole(ApplicationIdentifier, RoleIdentifier)
  /// There is no such group.
  case unknownGroup(GroupIdentifier)
  /// There is no such identity.
  case unknownIdentity(IdentityIdentifier)
  /// The identity that acts is disabled.
  case identityDisabled(IdentityIdentifier)
  /// The actor neither owns nor administers the application.
  case notManager(ApplicationIdentifier, actor: IdentityIdentifier, managers: Managers)

  /// The identifier is another application's (portal page "Add an Application").
  case applicationExists(ApplicationIdentifier, owner: IdentityIdentifier)
  /// The identifier is an account's login (same page).
  case identifierIsLogin(ApplicationIdentifier)
  /// The name is another application's (same page).
  case applicationNameTaken(String, by: ApplicationIdentifier)
  /// A text field that must not be empty is.
  case fieldEmpty(Field)
  /// A text field is longer than it may be.
  case fieldTooLong(Field, maximum: Int)
  /// An address does not stand up.
  case badAddress(Field, AddressProblem)
  /// "At least 1 URI is required".
  case redirectURIMissing
  /// A redirect URI stands twice in the list.
  case redirectURITwice(RedirectURI)
  /// "A Base URL is required": it is empty, and the home page too.
  case baseURLMissing
  /// The application has an OIDC registration already.
  case registrationExists(ApplicationIdentifier)
  /// The application has no OIDC registration.
  case notRegistered(ApplicationIdentifier)
  /// A public client has no secret to regenerate.
  case publicClientHasNoSecret(ApplicationIdentifier)
  /// A lifetime outside of what the service takes, in seconds.
  case lifetimeOutOfRange(Int, allowed: ClosedRange<Int>)
  /// A list of a client's settings is longer than it may be (invented).
  case listTooLong(Field, maximum: Int)
  /// An entry of such a list is empty, too long, has a blank, stands twice, or is no origin.
  case badListEntry(Field, String)
  /// The application has a SAML registration already.
  case samlRegistrationExists(ApplicationIdentifier)
  /// The application has no SAML registration.
  case notSAMLRegistered(ApplicationIdentifier)
  /// The `entityID` is another application's.
  case entityTaken(String, by: ApplicationIdentifier)
  /// The certificate is not base64 of DER.
  case badCertificate
  /// The application is blocked.
  case applicationBlocked(ApplicationIdentifier)
  /// The application's own identity owns another application, which would be left without owner
  /// (invented).
  case ownsApplication(ApplicationIdentifier, owned: ApplicationIdentifier)

  /// Somebody already owns the application that is offered to them.
  case alreadyOwner(ApplicationIdentifier, IdentityIdentifier)
  /// The application is offered to somebody already, who has not answered (invented).
  case alreadyOffered(OwnershipOffer)
  /// The application is offered to nobody.
  case notOffered(ApplicationIdentifier)
  /// The application is offered to somebody else than whoever answers.
  case offeredToAnother(OwnershipOffer, actor: IdentityIdentifier)

  /// The role identifier is taken within the application (invented).
  case roleExists(ApplicationIdentifier, RoleIdentifier)
  /// The group is linked to the role already.
  case alreadyLinked(RoleLink)
  /// The group is not linked to the role.
  case notLinked(RoleLink)

  /// An application needs no permission toward itself (invented).
  case exchangeTowardItself(ApplicationIdentifier)
  /// A request of this direction is waiting already (invented).
  case alreadyPending(ExchangePermission)
  /// The direction is granted already (invented).
  case alreadyGranted(ExchangePermission)
  /// There is no pending request of this direction; its newest round, if any, says why.
  case notPending(ExchangeDirection, newest: ExchangePermission?)
  /// The direction is not granted; its newest round, if any, says why.
  case notGranted(ExchangeDirection, newest: ExchangePermission?)
  /// A rejection needs a reason (invented).
  case reasonMissing

  /// The login is taken.
  case identityExists(IdentityIdentifier)
  /// The login was that of an account which has been deleted.
  case loginWasGiven(IdentityIdentifier)
  /// The person of this number has a primary account already.
  case primaryExists(person: Int, IdentityIdentifier)
  /// An account of this kind is nobody's.
  case ownerNotAllowed(AccountKind)
  /// Accounts belong to primary accounts, which this one is not.
  case ownerNotPrimary(IdentityIdentifier)
  /// A person has as many accounts of a kind as they may.
  case tooManyAccounts(AccountKind, of: IdentityIdentifier, maximum: Int)
  /// Accounts belong to this one, all of them by login (invented).
  case hasAccounts(IdentityIdentifier, owned: [IdentityIdentifier])
  /// Not the form of an ORCID iD, or a wrong check digit.
  case badORCID(String)
  /// The group identifier is taken.
  case groupExists(GroupIdentifier)
  /// Only the portal makes application identities.
  case applicationIdentityIsMade
  /// An application's own identity is neither changed nor deleted by hand, and supervises nobody.
  case applicationIdentityIsKept(IdentityIdentifier)
  /// The account owns applications, all of them by identifier, which would be left without owner
  /// (invented).
  case ownsApplications(IdentityIdentifier, owned: [ApplicationIdentifier])
  /// Nobody upward can take over an official application of somebody who leaves (invented).
  case supervisorMissing(IdentityIdentifier, application: ApplicationIdentifier)
  /// Somebody would be their own supervisor; the path that would close (invented).
  case supervisorCycle([IdentityIdentifier])
  /// The member is in the group already.
  case alreadyMember(Member, GroupIdentifier)
  /// The member is not directly in the group.
  case notMember(Member, GroupIdentifier)
  /// The group would be inside itself; the path that the new membership would close.
  case groupCycle([GroupIdentifier])

  /// One of several members is refused; their number in the list from 1, and their own refusal.
  indirect case listedMember(Int, Refusal)
  /// A list of members holds nobody.
  case nobodyListed

  /// A step of a scenario is refused; its number from 1, and its own refusal.
  indirect case scenarioStep(Int, Refusal)
  /// A scenario cannot load a scenario.
  case scenarioInScenario

  /// Something cannot be taken back, or brought again.
  indirect case undo(UndoRefusal)

  /// The text fields that rules speak of.
  public enum Field: String, Codable, Sendable {
    /// "Name" of an application.
    case applicationName = "application name"
    /// "Description" of an application.
    case applicationDescription = "application description"
    /// "Home Page" of an application.
    case homePage = "home page"
    /// "Redirect URI(s)" of a registration.
    case redirectURI = "redirect URI"
    /// "Base URL" of a registration.
    case baseURL = "base URL"
    /// `entityID` of a SAML registration.
    case entityID = "entity id"
    /// The assertion consumer service's address of a SAML registration.
    case consumerURL = "consumer url"
    /// The certificate of a SAML registration.
    case certificate
    /// A scope of a client.
    case scope
    /// A further audience of a client's tokens.
    case audience
    /// A web origin of a client.
    case webOrigin = "web origin"
    /// "Role Name".
    case roleName = "role name"
    /// "Description" of a role.
    case roleDescription = "role description"
    /// The justification of a request.
    case justification
    /// The reason of a rejection or revocation.
    case reason
    /// The name, e-mail address or description of an identity or group.
    case personal
  }
}

/// Who may manage an application: its owner, and everybody in its administrators group.
public struct Managers: Hashable, Codable, Sendable {
  /// The owner.
  public var owner: IdentityIdentifier
  /// "Administrator Group", nested members included.
  public var administrators: GroupIdentifier?

  /// Makes the managers.
  public init(owner: IdentityIdentifier, administrators: GroupIdentifier?) {
    self.owner = owner
    self.administrators = administrators
  }

  /// The managers of an application.
  public init(of application: Application) {
    self.init(owner: application.owner, administrators: application.administrators)
  }
}
