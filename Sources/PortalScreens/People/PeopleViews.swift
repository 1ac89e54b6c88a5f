import PortalModel

/// What to show of the list of people or groups.
public struct DirectoryQuery: Hashable, Sendable {
  /// People or groups.
  public var kind: Kind
  /// What was typed behind `/`: contained, or begun with (`^`), or equalled (`=`).
  public var filter: String
  /// Where in the list.
  public var position: KeyPosition
  /// How many rows at most.
  public var limit: Int

  /// What is listed.
  public enum Kind: CaseIterable, Hashable, Encodable, Sendable {
    /// Identities, but not the applications' own.
    case identities
    /// Groups.
    case groups
  }

  /// Makes a query.
  public init(kind: Kind, filter: String = "", position: KeyPosition = .first, limit: Int) {
    self.kind = kind
    self.filter = filter
    self.position = position
    self.limit = limit
  }
}

/// One row of the list of people or groups.
public enum DirectoryRow: KeyedRow {
  /// An identity.
  case identity(Identity)
  /// A group.
  case group(Group)

  /// The login or identifier.
  public var id: String {
    switch self {
    case .identity(let identity): identity.id.text
    case .group(let group): group.id.text
    }
  }

  /// The login or identifier.
  public var key: String { id }
}

/// Which window of whose roles, and how they signed in.
public struct PersonRolesQuery: Hashable, Sendable {
  /// Whose.
  public var person: IdentityIdentifier
  /// How they signed in: level and second factor decide with.
  public var signIn: SignIn
  /// Whether roles that apply to all authenticated users are among them.
  public var includesOpen: Bool
  /// Where in the list; keys are application identifiers.
  public var position: KeyPosition
  /// How many applications at most.
  public var limit: Int

  /// Makes a query.
  public init(
    person: IdentityIdentifier, signIn: SignIn, includesOpen: Bool = true,
    position: KeyPosition = .first, limit: Int
  ) {
    self.person = person
    self.signIn = signIn
    self.includesOpen = includesOpen
    self.position = position
    self.limit = limit
  }
}

/// A role that somebody is given, or would be with another login.
public struct PersonRole: KeyedRow {
  /// What was found.
  public var finding: RoleFinding
  /// The role's name.
  public var name: String

  /// Makes a row.
  public init(finding: RoleFinding, name: String) {
    self.finding = finding
    self.name = name
  }

  /// Application and role.
  public var id: String { "\(finding.application) \(finding.role)" }
  /// The application.
  public var key: String { finding.application.text }
}

/// Which window of a group's members or roles.
public struct GroupQuery: Hashable, Sendable {
  /// The group.
  public var group: GroupIdentifier
  /// Where in the list.
  public var position: KeyPosition
  /// How many members, or applications, at most.
  public var limit: Int

  /// Makes a query.
  public init(group: GroupIdentifier, position: KeyPosition = .first, limit: Int) {
    self.group = group
    self.position = position
    self.limit = limit
  }
}

/// Who or what is directly in a group.
public struct GroupMember: KeyedRow {
  /// The member.
  public var member: Member
  /// Its name.
  public var name: String
  /// The kind of account; `nil` for groups.
  public var kind: AccountKind?

  /// Makes a row.
  public init(member: Member, name: String, kind: AccountKind?) {
    self.member = member
    self.name = name
    self.kind = kind
  }

  /// The member, people apart from groups.
  public var id: String { key }
  /// `0` and the login, or `1` and the group: people come first.
  public var key: String {
    switch member {
    case .identity(let id): "0\(id)"
    case .group(let id): "1\(id)"
    }
  }
}

/// A role that a group's members are given.
public struct GroupRole: KeyedRow {
  /// The link that gives it.
  public var link: RoleLink
  /// The role's name.
  public var name: String
  /// The groups passed on the way to the linked one, that one last; empty where the group itself is
  /// linked.
  public var path: [GroupIdentifier]

  /// Makes a row.
  public init(link: RoleLink, name: String, path: [GroupIdentifier]) {
    self.link = link
    self.name = name
    self.path = path
  }

  /// Application, role and linked group.
  public var id: String { "\(link.application) \(link.role) \(link.group)" }
  /// The application.
  public var key: String { link.application.text }
}
