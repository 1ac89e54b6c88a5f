import PortalModel

/// Of whom it is asked whether they have a role.
public struct RoleHolderQuery: Hashable, Sendable {
  /// The role's application.
  public var application: ApplicationIdentifier
  /// The role.
  public var role: RoleIdentifier
  /// Whom the question is about.
  public var scope: Scope
  /// How they sign in; `nil` for each account's usual way.
  public var level: LevelOfAssurance?
  /// Whether they use a second factor; `nil` for each account's usual way.
  public var multifactor: Bool?
  /// Which answers are wanted.
  public var standings: Set<RoleHolder.Standing>

  /// Whom a question is about.
  public enum Scope: Hashable, Sendable {
    /// One account.
    case identity(IdentityIdentifier)
    /// Everybody in a group, nested groups included.
    case group(GroupIdentifier)
    /// All people, and applications' own identities.
    case everybody
  }

  /// Makes a question.
  public init(
    application: ApplicationIdentifier, role: RoleIdentifier, scope: Scope = .everybody,
    level: LevelOfAssurance? = nil, multifactor: Bool? = nil,
    standings: Set<RoleHolder.Standing> = [.has, .justMisses]
  ) {
    self.application = application
    self.role = role
    self.scope = scope
    self.level = level
    self.multifactor = multifactor
    self.standings = standings
  }
}

/// Part of the answer to who has a role.
///
/// Each part looks at a bounded number of accounts and may have no rows. Whoever wants more asks
/// again from ``next``, shows ``examined`` as progress, and simply stops asking to cancel.
public struct RoleHolders: Hashable, Sendable {
  /// The role.
  public var role: Role
  /// The groups linked to it.
  public var linked: [GroupIdentifier]
  /// Those found, by login.
  public var rows: [RoleHolder]
  /// How many accounts this part looked at.
  public var examined: Int
  /// Where the next part begins; `nil` where everybody was looked at.
  public var next: IdentityIdentifier?
}
