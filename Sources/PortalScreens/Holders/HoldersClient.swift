import PortalModel

/// Who is asked about a role, and how they sign in.
public struct HolderQuery: Hashable, Sendable {
  /// The role's application.
  public var application: ApplicationIdentifier
  /// The role.
  public var role: RoleIdentifier
  /// Whom the question is about.
  public var scope: Scope
  /// How they sign in; `nil` for each account's usual way.
  public var signIn: SignIn?
  /// Only accounts behind this login.
  public var after: IdentityIdentifier?

  /// Whom a question is about.
  public enum Scope: Hashable, Encodable, Sendable {
    /// One account.
    case identity(IdentityIdentifier)
    /// Everybody in a group, nested groups included.
    case group(GroupIdentifier)
    /// Everybody.
    case everybody
  }

  /// Makes a question.
  public init(
    application: ApplicationIdentifier, role: RoleIdentifier, scope: Scope = .everybody,
    signIn: SignIn? = nil, after: IdentityIdentifier? = nil
  ) {
    self.application = application
    self.role = role
    self.scope = scope
    self.signIn = signIn
    self.after = after
  }
}

/// Part of the answer to who has a role and who just misses it.
public struct HolderPart: Hashable, Sendable {
  /// Those found, by login.
  public var rows: [RoleHolder]
  /// How many accounts this part looked at.
  public var examined: Int
  /// How many there are to look at, at most.
  public var outOf: Int
  /// Where the next part begins; `nil` where everybody was looked at.
  public var next: IdentityIdentifier?

  /// Makes a part.
  public init(rows: [RoleHolder], examined: Int, outOf: Int, next: IdentityIdentifier?) {
    self.rows = rows
    self.examined = examined
    self.outOf = outOf
    self.next = next
  }
}
