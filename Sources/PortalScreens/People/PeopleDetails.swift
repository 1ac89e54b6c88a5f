import PortalModel

/// Everything that a person's page shows but the roles.
public struct PersonDetail: Hashable, Encodable, Sendable {
  /// The identity.
  public var identity: Identity
  /// Every membership that leads upward from it, directly or through other groups.
  public var memberships: [Membership]
  /// The names of the groups spoken of.
  public var groupNames: [GroupIdentifier: String]
  /// The applications it owns, by identifier, as far as ``ownedTotal`` is exact.
  public var owned: [OwnedApplication]
  /// How many it owns.
  public var ownedTotal: ApplicationPage.Total

  /// An application that somebody owns.
  public struct OwnedApplication: Hashable, Encodable, Sendable {
    /// The identifier.
    public var id: ApplicationIdentifier
    /// The name.
    public var name: String
    /// Whether it is blocked.
    public var blocked: Bool

    /// Makes a row.
    public init(id: ApplicationIdentifier, name: String, blocked: Bool) {
      self.id = id
      self.name = name
      self.blocked = blocked
    }
  }

  /// Makes a detail.
  public init(
    identity: Identity, memberships: [Membership], groupNames: [GroupIdentifier: String],
    owned: [OwnedApplication], ownedTotal: ApplicationPage.Total
  ) {
    self.identity = identity
    self.memberships = memberships
    self.groupNames = groupNames
    self.owned = owned
    self.ownedTotal = ownedTotal
  }
}

/// Everything that a group's page shows but members and roles.
public struct GroupDetail: Hashable, Encodable, Sendable {
  /// The group.
  public var group: Group
  /// Every nesting that leads upward from it.
  public var memberships: [Membership]
  /// The names of the groups spoken of.
  public var groupNames: [GroupIdentifier: String]
  /// How many people are directly in it.
  public var people: ApplicationPage.Total
  /// How many groups are directly in it.
  public var groups: ApplicationPage.Total
  /// The applications that it administers, as far as they fit a page.
  public var administers: [ApplicationIdentifier]

  /// Makes a detail.
  public init(
    group: Group, memberships: [Membership], groupNames: [GroupIdentifier: String],
    people: ApplicationPage.Total, groups: ApplicationPage.Total,
    administers: [ApplicationIdentifier]
  ) {
    self.group = group
    self.memberships = memberships
    self.groupNames = groupNames
    self.people = people
    self.groups = groups
    self.administers = administers
  }
}
