import PortalModel

/// The roles that a token for one target carries, and how they were found (§8.3).
struct TokenRoles {
  /// The most applications whose roles "full scope allowed" puts into a token (invented: a token
  /// must stay smaller than a header).
  static let fullScopeLimit = 100

  /// Every role of the target, given or not.
  var findings: [RoleFinding]
  /// The given roles of other applications, where the target has full scope.
  var others: [(application: ApplicationIdentifier, roles: [RoleIdentifier])] = []

  /// The user's groups, inherited ones too, where the target's ID tokens say them.
  var groups: [GroupIdentifier]?

  /// Finds the roles of an identity that signed in so.
  init(
    of identity: IdentityIdentifier, signedIn signIn: SignIn, target: Client,
    facts: any TokenFacts
  ) throws {
    findings = try roleFindings(of: identity, signedIn: signIn, in: target.id, facts: facts)
    guard target.settings.fullScopeAllowed || target.settings.groupsClaim else { return }
    let member = Member.identity(identity)
    let groups = GroupClosure(of: member, memberships: try facts.memberships(from: member)).groups
    if target.settings.groupsClaim { self.groups = groups }
    guard target.settings.fullScopeAllowed else { return }
    for other in try facts.applications(withRolesFor: groups, limit: Self.fullScopeLimit)
    where other != target.id {
      let given = try roleFindings(of: identity, signedIn: signIn, in: other, facts: facts)
        .filter(\.isGiven).map(\.role)
      if !given.isEmpty { others.append((other, given)) }
    }
  }

  /// The target's roles that are given.
  var given: [RoleIdentifier] { findings.filter(\.isGiven).map(\.role) }

  /// The target's required roles that are not given.
  func missing(in target: ApplicationIdentifier, facts: any TokenFacts) throws -> [RoleFinding] {
    try findings.filter {
      try !$0.isGiven && facts.role($0.role, of: target)?.required == true
    }
  }
}
