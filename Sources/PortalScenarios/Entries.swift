import PortalModel

// What a scenario says, as it was read: the model's values, and where each stands in the text.

struct GroupEntry: Hashable, Sendable {
  var group: Group
  var members: [Located<IdentityIdentifier>] = []
  var memberGroups: [Located<GroupIdentifier>] = []
  var memberApplications: [Located<ApplicationIdentifier>] = []
  /// Those who were in the group when they acted and are no longer.
  var formerMembers: [Located<IdentityIdentifier>] = []
}

struct ApplicationEntry: Hashable, Sendable {
  var id: ApplicationIdentifier
  var name: Located<String>
  var homePage = ""
  var description = ""
  var category: Application.Category = .official
  var owner: Located<IdentityIdentifier>
  var administrators: Located<GroupIdentifier>?
  /// Those who owned it when they acted and do no longer.
  var formerOwners: [Located<IdentityIdentifier>] = []
  var offer: OfferEntry?
  var blocked = false
  var identityEnabled = true
  var created: ScenarioTime = .loading
  var registration: RegistrationEntry?
  var saml: SAMLForm?
  var defaultRoleDeleted = false
  var roles: [RoleEntry] = []

  var identity: IdentityIdentifier { IdentityIdentifier(applicationIdentity: id) }
}

struct RegistrationEntry: Hashable, Sendable {
  var form: RegistrationForm
  var settings = ClientSettings()
  var secret: String?
}

/// An offer of ownership that nobody has answered.
struct OfferEntry: Hashable, Sendable {
  var to: Located<IdentityIdentifier>
  var by: Located<IdentityIdentifier>?
  var at: ScenarioTime
}

struct RoleEntry: Hashable, Sendable {
  var role: Role
  var groups: [Located<GroupIdentifier>] = []
}

/// One round of a permission.
struct PermissionEntry: Hashable, Sendable {
  var source: Located<ApplicationIdentifier>
  var target: Located<ApplicationIdentifier>
  var state: ExchangePermission.State
  var origin: ExchangePermission.Origin
  var opened: Act
  var decided: Act?

  var direction: ExchangeDirection {
    ExchangeDirection(source: source.value, target: target.value)
  }

  /// Who did something, when, and with what words.
  struct Act: Hashable, Sendable {
    var by: Located<IdentityIdentifier>
    var at: ScenarioTime
    var words: String
  }
}
