import PortalModel

/// Everything that an application's page shows.
public struct ApplicationDetail: Hashable, Encodable, Sendable {
  /// The application.
  public var application: Application
  /// The owner's name.
  public var ownerName: String
  /// The registration.
  public var registration: Registration?
  /// The SAML registration.
  public var saml: SAMLRegistration?
  /// The roles, by identifier, each with its linked groups.
  public var roles: [RoleDetail]
  /// The groups that the application's own identity is directly in.
  public var memberships: [Group]
  /// The unanswered offer to a new owner.
  public var offer: OwnershipOffer?

  /// A role with its linked groups.
  public struct RoleDetail: Hashable, Encodable, Sendable {
    /// The role.
    public var role: Role
    /// The linked groups.
    public var groups: [Group]

    /// Makes a role with its groups.
    public init(role: Role, groups: [Group]) {
      self.role = role
      self.groups = groups
    }
  }

  /// Makes a detail.
  public init(
    application: Application, ownerName: String, registration: Registration?,
    saml: SAMLRegistration? = nil, roles: [RoleDetail], memberships: [Group],
    offer: OwnershipOffer? = nil
  ) {
    self.application = application
    self.ownerName = ownerName
    self.registration = registration
    self.saml = saml
    self.roles = roles
    self.memberships = memberships
    self.offer = offer
  }
}

/// The newest round of a direction, with what is to be said of the two ends.
public struct PermissionRow: Hashable, Encodable, Sendable {
  /// The round.
  public var permission: ExchangePermission
  /// The name of the other end.
  public var name: String
  /// Who decides: the target's managers.
  public var deciders: Managers

  /// Makes a row.
  public init(permission: ExchangePermission, name: String, deciders: Managers) {
    self.permission = permission
    self.name = name
    self.deciders = deciders
  }
}

/// The permissions of an application: the newest round of each direction.
public struct PermissionLists: Hashable, Encodable, Sendable {
  /// Toward others: "Allowed permissions".
  public var allowed: [PermissionRow]
  /// By others: "Granted permissions".
  public var granted: [PermissionRow]

  /// Makes the lists.
  public init(allowed: [PermissionRow] = [], granted: [PermissionRow] = []) {
    self.allowed = allowed
    self.granted = granted
  }
}

/// What a person has to do with requests.
public struct RequestLists: Hashable, Encodable, Sendable {
  /// Pending, and this person may decide.
  public var waiting: [PermissionRow]
  /// Sent by this person, or for an application they manage, and pending.
  public var sent: [PermissionRow]
  /// Decided, newest first.
  public var decided: [PermissionRow]
  /// Applications offered to this person, who has not answered.
  public var offers: [OwnershipOffer] = []
  /// Applications that this person offered to somebody who has not answered.
  public var offersSent: [OwnershipOffer] = []

  /// Makes the lists.
  public init(
    waiting: [PermissionRow] = [], sent: [PermissionRow] = [], decided: [PermissionRow] = [],
    offers: [OwnershipOffer] = [], offersSent: [OwnershipOffer] = []
  ) {
    self.waiting = waiting
    self.sent = sent
    self.decided = decided
    self.offers = offers
    self.offersSent = offersSent
  }
}

/// What a picker searches for.
public struct PickerQuery: Hashable, Sendable {
  /// Among what.
  public var kind: Kind
  /// What was typed.
  public var text: String
  /// How many rows at most.
  public var limit: Int

  /// What can be picked.
  public enum Kind: Hashable, Encodable, Sendable {
    /// Any application.
    case application
    /// Any identity that can sign in.
    case identity
    /// Any group.
    case group
  }

  /// Makes a query.
  public init(kind: Kind, text: String, limit: Int) {
    self.kind = kind
    self.text = text
    self.limit = limit
  }
}

/// One row of a picker.
public struct PickerRow: Hashable, Encodable, Sendable {
  /// The identifier.
  public var id: String
  /// The name.
  public var name: String
  /// What else tells it apart: the owner, the kind of account.
  public var note: String

  /// Makes a row.
  public init(id: String, name: String, note: String) {
    self.id = id
    self.name = name
    self.note = note
  }
}
