/// Everything that can change the portal: the one way in for the screens, the command line,
/// scenarios, and later lessons and tapes.
///
/// A command holds no secret, and nothing that comes from chance or the clock.
public enum PortalCommand: Hashable, Codable, Sendable {
  /// "Add an Application": the actor becomes the owner; the default role and the application's own
  /// identity come with it.
  case registerApplication(ApplicationForm)
  /// Replaces what "Application details" holds, the identifier and the owner apart.
  case editApplication(ApplicationIdentifier, ApplicationDetails)
  /// Offers an application to a new owner, who must accept (portal.md §8).
  case offerOwnership(ApplicationIdentifier, to: IdentityIdentifier)
  /// Becomes the owner, by whom the application was offered to.
  case acceptOwnership(ApplicationIdentifier)
  /// Says no to an offer, by whom the application was offered to.
  case declineOwnership(ApplicationIdentifier)
  /// Takes an offer back, by a manager of the application.
  case withdrawOwnership(ApplicationIdentifier)
  /// Deletes an application with its roles, registration, own identity and permissions both ways.
  case deleteApplication(ApplicationIdentifier)
  /// Blocks an application, or lifts the block.
  case blockApplication(ApplicationIdentifier, blocked: Bool)

  /// "Add SSO": registers the application as an OIDC client.
  case registerOIDC(ApplicationIdentifier, RegistrationForm)
  /// Replaces what the registration form holds.
  case editRegistration(ApplicationIdentifier, RegistrationForm)
  /// Changes the service's own settings of the client.
  case configureClient(ApplicationIdentifier, ClientSettings)
  /// Draws a new secret; the old one stops working at once (invented).
  case regenerateSecret(ApplicationIdentifier)
  /// Deletes the registration with its secret and its permissions both ways.
  case deleteRegistration(ApplicationIdentifier)

  /// "Add SSO": registers the application as a SAML service provider.
  case registerSAML(ApplicationIdentifier, SAMLForm)
  /// Replaces what the SAML registration holds.
  case editSAML(ApplicationIdentifier, SAMLForm)
  /// Deletes the SAML registration; exchange permissions hang on the OIDC one only.
  case deleteSAML(ApplicationIdentifier)

  /// "Add a Role".
  case defineRole(Role)
  /// Replaces a role's name, description, flags and level.
  case editRole(Role)
  /// Deletes a role and its group links.
  case deleteRole(ApplicationIdentifier, RoleIdentifier)
  /// "Linked Groups": links a group to a role.
  case linkGroup(RoleLink)
  /// Takes a linked group off a role.
  case unlinkGroup(RoleLink)

  /// "Request token exchange permission", by the source's side.
  case requestExchange(ExchangeDirection, justification: String)
  /// Takes a pending request back, by the source's side.
  case withdrawExchange(ExchangeDirection)
  /// Says yes to a pending request, by the target's side.
  case approveExchange(ExchangeDirection)
  /// Says no to a pending request, by the target's side, with a reason.
  case rejectExchange(ExchangeDirection, reason: String)
  /// "Grant token exchange permission", by the target's side, asked or not.
  case grantExchange(ExchangeDirection)
  /// Takes a grant back, by the target's side.
  case revokeExchange(ExchangeDirection, reason: String)

  /// Adds a person or service account. Open to all: the real portal does not do this.
  case createIdentity(Identity)
  /// Lets an identity sign in, or forbids it. Open to all: the real portal does not do this.
  case enableIdentity(IdentityIdentifier, enabled: Bool)
  /// Replaces what an account is, its login and whether it may sign in apart. Open to all.
  case editIdentity(Identity)
  /// Somebody leaves CERN: the account is disabled, official applications pass to the supervisor, the
  /// others are blocked (portal.md §8). Open to all: in reality it happens by itself.
  case departIdentity(IdentityIdentifier)
  /// Deletes an account that owns nothing, with its memberships. Open to all.
  case deleteIdentity(IdentityIdentifier)
  /// Replaces a group's name and description. Open to all: the real portal does not do this.
  case editGroup(Group)
  /// Deletes a group with its memberships and its links to roles. Open to all.
  case deleteGroup(GroupIdentifier)
  /// Adds a group. Open to all: the real portal does not do this.
  case createGroup(Group)
  /// Puts somebody, or a group, into a group. Open to all: the real portal does not do this.
  case addMember(Member, to: GroupIdentifier)
  /// Puts several into a group at once: all of them, or nobody. Open to all.
  case addMembers([Member], to: GroupIdentifier)
  /// Takes several out of a group at once: all of them, or nobody. Open to all.
  case removeMembers([Member], from: GroupIdentifier)
  /// Takes somebody, or a group, out of a group. Open to all: the real portal does not do this.
  case removeMember(Member, from: GroupIdentifier)

  /// Replaces the whole portal by a scenario.
  case loadScenario(ScenarioScript)
}

/// The first page of "Add an Application".
public struct ApplicationForm: Hashable, Codable, Sendable {
  /// "Application Identifier".
  public var id: ApplicationIdentifier
  /// "Name".
  public var name: String
  /// "Home Page".
  public var homePage: String
  /// "Description".
  public var description: String
  /// "Category".
  public var category: Application.Category
  /// "Administrator Group".
  public var administrators: GroupIdentifier?
  /// The second page of the wizard, protocol OIDC; `nil` for another choice.
  public var registration: RegistrationForm?
  /// The second page of the wizard, protocol SAML. Where this and ``registration`` are `nil`, the
  /// choice is "Do not register SSO".
  public var saml: SAMLForm?

  /// Makes a form.
  public init(
    id: ApplicationIdentifier, name: String, homePage: String = "", description: String = "",
    category: Application.Category = .official, administrators: GroupIdentifier? = nil,
    registration: RegistrationForm? = nil, saml: SAMLForm? = nil
  ) {
    self.id = id
    self.name = name
    self.homePage = homePage
    self.description = description
    self.category = category
    self.administrators = administrators
    self.registration = registration
    self.saml = saml
  }
}

/// "New CERN SSO Registration", the OIDC panel.
public struct RegistrationForm: Hashable, Codable, Sendable {
  /// What the two boxes under "Client Secret Configuration" say.
  public var kind: ClientKind
  /// "Redirect URI(s)", at least one.
  public var redirectURIs: [RedirectURI]
  /// "Base URL"; the home page where empty.
  public var baseURL: String

  /// Makes a form.
  public init(kind: ClientKind, redirectURIs: [RedirectURI], baseURL: String = "") {
    self.kind = kind
    self.redirectURIs = redirectURIs
    self.baseURL = baseURL
  }
}

/// A scenario as the commands that build it, in order.
public struct ScenarioScript: Hashable, Codable, Sendable {
  /// The scenario's name.
  public var name: String
  /// The commands, each with the identity that gives it.
  public var steps: [Step]

  /// One command of a scenario.
  public struct Step: Hashable, Codable, Sendable {
    /// Who gives it.
    public var identity: IdentityIdentifier
    /// What is done. Never itself a `loadScenario`.
    public var command: PortalCommand
    /// When it counts as given; `nil` for the moment of loading.
    public var at: Instant?

    /// Makes a step.
    public init(identity: IdentityIdentifier, command: PortalCommand, at: Instant? = nil) {
      self.identity = identity
      self.command = command
      self.at = at
    }
  }

  /// Makes a script.
  public init(name: String, steps: [Step]) {
    self.name = name
    self.steps = steps
  }
}
