import PortalModel

/// How the screens read people and groups.
public struct PeopleClient: Sendable {
  /// A window of the list of identities or groups.
  public var list: @Sendable (DirectoryQuery) throws -> KeyedPage<DirectoryRow>
  /// Everything that a person's page shows but the roles; `nil` where there is no such identity.
  public var person: @Sendable (IdentityIdentifier) throws -> PersonDetail?
  /// A window of a person's roles, by application.
  public var roles: @Sendable (PersonRolesQuery) throws -> KeyedPage<PersonRole>
  /// Everything that a group's page shows but members and roles; `nil` where there is none.
  public var group: @Sendable (GroupIdentifier) throws -> GroupDetail?
  /// A window of a group's members, people first.
  public var members: @Sendable (GroupQuery) throws -> KeyedPage<GroupMember>
  /// A window of the roles that a group gives, by application.
  public var groupRoles: @Sendable (GroupQuery) throws -> KeyedPage<GroupRole>

  /// Makes a client.
  public init(
    list: @escaping @Sendable (DirectoryQuery) throws -> KeyedPage<DirectoryRow>,
    person: @escaping @Sendable (IdentityIdentifier) throws -> PersonDetail?,
    roles: @escaping @Sendable (PersonRolesQuery) throws -> KeyedPage<PersonRole>,
    group: @escaping @Sendable (GroupIdentifier) throws -> GroupDetail?,
    members: @escaping @Sendable (GroupQuery) throws -> KeyedPage<GroupMember>,
    groupRoles: @escaping @Sendable (GroupQuery) throws -> KeyedPage<GroupRole>
  ) {
    self.list = list
    self.person = person
    self.roles = roles
    self.group = group
    self.members = members
    self.groupRoles = groupRoles
  }
}

/// What can be read of people and groups.
public enum PeopleLoad: Hashable, Sendable {
  /// A window of the list. Answers to older generations are dropped, here and below.
  case list(DirectoryQuery, generation: Int)
  /// A person's page.
  case person(IdentityIdentifier)
  /// A window of a person's roles.
  case roles(PersonRolesQuery, generation: Int)
  /// A group's page.
  case group(GroupIdentifier)
  /// A window of a group's members.
  case members(GroupQuery, generation: Int)
  /// A window of a group's roles.
  case groupRoles(GroupQuery, generation: Int)
}

/// What was read of people and groups.
public enum PeopleLoaded: Hashable, Sendable {
  /// A window of the list.
  case list(KeyedPage<DirectoryRow>, DirectoryQuery, generation: Int)
  /// A person's page; `nil` where the identity is gone.
  case person(IdentityIdentifier, PersonDetail?)
  /// A window of a person's roles.
  case roles(KeyedPage<PersonRole>, PersonRolesQuery, generation: Int)
  /// A group's page; `nil` where the group is gone.
  case group(GroupIdentifier, GroupDetail?)
  /// A window of a group's members.
  case members(KeyedPage<GroupMember>, GroupQuery, generation: Int)
  /// A window of a group's roles.
  case groupRoles(KeyedPage<GroupRole>, GroupQuery, generation: Int)
}

extension PeopleClient {
  func run(_ load: PeopleLoad) throws -> PeopleLoaded {
    switch load {
    case .list(let query, let generation):
      .list(try list(query), query, generation: generation)
    case .person(let id): .person(id, try person(id))
    case .roles(let query, let generation):
      .roles(try roles(query), query, generation: generation)
    case .group(let id): .group(id, try group(id))
    case .members(let query, let generation):
      .members(try members(query), query, generation: generation)
    case .groupRoles(let query, let generation):
      .groupRoles(try groupRoles(query), query, generation: generation)
    }
  }
}
