/// Whether one identity, signed in in one way, is given one role, and why.
public struct RoleFinding: Hashable, Codable, Sendable {
  /// The role's application.
  public var application: ApplicationIdentifier
  /// The role.
  public var role: RoleIdentifier
  /// How the identity comes to have the role; `nil` where nothing gives it.
  public var source: Source?
  /// What stands in the way; empty exactly when the role is given.
  public var obstacles: [Obstacle]

  /// How an identity comes to have a role.
  public enum Source: Hashable, Codable, Sendable {
    /// The role applies to all authenticated users.
    case appliesToAll
    /// The identity is in a linked group: the groups from the one it is directly in to the linked
    /// one.
    case group(path: [GroupIdentifier])
  }

  /// What stands between an identity and a role.
  public enum Obstacle: Hashable, Codable, Sendable {
    /// In none of the linked groups; there may be none.
    case notInLinkedGroup([GroupIdentifier])
    /// The login's level of assurance is below the role's minimum.
    case level(needed: LevelOfAssurance, had: LevelOfAssurance)
    /// The role needs a second factor and the login had none.
    case secondFactor
  }

  /// Whether the role is given.
  public var isGiven: Bool { obstacles.isEmpty }
}

/// Finds for each role of an application whether an identity that signed in so is given it.
///
/// A role is given to whoever is in a linked group, directly or through other groups, or to all where
/// the role applies to all; and only when the login reaches the role's minimum level of assurance and
/// used a second factor where the role needs one (portal page "Role-based permissions"; that all
/// three must hold is inferred).
///
/// - Throws: What `facts` throws.
public func roleFindings(
  of identity: IdentityIdentifier, signedIn signIn: SignIn, in application: ApplicationIdentifier,
  facts: some Facts
) throws -> [RoleFinding] {
  let roles = try facts.roles(of: application)
  guard !roles.isEmpty else { return [] }
  let links = Dictionary(grouping: try facts.roleLinks(of: application), by: \.role)
  let member = Member.identity(identity)
  let closure = GroupClosure(
    of: member, memberships: links.isEmpty ? [] : try facts.memberships(from: member))
  return roles.map { role in
    let groups = (links[role.id] ?? []).map(\.group)
    let path = groups.map(closure.path(to:)).filter { !$0.isEmpty }
      .min { $0.count < $1.count }
    return RoleFinding(role, linked: groups, path: path, signIn: signIn)
  }
}

extension RoleFinding {
  /// Judges one role for somebody whose groups are known.
  ///
  /// - Parameters:
  ///   - role: The role.
  ///   - linked: Its linked groups.
  ///   - path: A shortest way from the person to one of them; `nil` where there is none.
  ///   - signIn: How the person signed in.
  public init(
    _ role: Role, linked: [GroupIdentifier], path: [GroupIdentifier]?, signIn: SignIn
  ) {
    self.init(application: role.application, role: role.id, source: nil, obstacles: [])
    if role.appliesToAll {
      source = .appliesToAll
    } else if let path {
      source = .group(path: path)
    } else {
      obstacles.append(.notInLinkedGroup(linked))
    }
    if signIn.level < role.minimumLevel {
      obstacles.append(.level(needed: role.minimumLevel, had: signIn.level))
    }
    if role.multifactor, !signIn.multifactor { obstacles.append(.secondFactor) }
  }
}
