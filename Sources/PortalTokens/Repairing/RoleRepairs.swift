import PortalModel

/// Works out how somebody comes to have the roles that they lack (L3).
struct RoleRepairs {
  var facts: any TokenFacts
  var client: Client
  var identity: IdentityIdentifier
  var signIn: SignIn

  /// Where only the login stands in the way, another login first; in any case the commands that give
  /// the roles to this login.
  func giving(_ missing: [RoleFinding]) throws -> [Repair] {
    let isLoginOnly = missing.allSatisfy { $0.source != nil }
    let again = Repair.request(.signInAgain(identity, to: client.id))
    let commands = try missing.flatMap(steps(for:))
    return (isLoginOnly ? [again] : []) + [Repair(steps: commands)]
  }

  private func steps(for finding: RoleFinding) throws -> [Repair.Step] {
    guard var role = try facts.role(finding.role, of: client.id) else { return [] }
    let isTooStrict = finding.obstacles.contains {
      switch $0 {
      case .level, .secondFactor: true
      case .notInLinkedGroup: false
      }
    }
    role.minimumLevel = min(role.minimumLevel, signIn.level)
    role.multifactor = role.multifactor && signIn.multifactor
    let easing =
      isTooStrict
      ? try Repairs(facts: facts).steps([.editRole(role)], managing: client.application) : []
    return try joining(finding) + easing
  }

  /// Into a linked group, or into a new one that is linked.
  private func joining(_ finding: RoleFinding) throws -> [Repair.Step] {
    let linked = finding.obstacles.compactMap { obstacle -> [GroupIdentifier]? in
      if case .notInLinkedGroup(let groups) = obstacle { groups } else { nil }
    }
    guard let groups = linked.first else { return [] }
    if let group = groups.first { return [adding(to: group)] }
    let group = Group(
      id: GroupIdentifier(trusted: String("\(client.id.text)-\(finding.role.text)".prefix(64))),
      displayName: "\(client.id.text) \(finding.role.text)")
    let link = RoleLink(application: client.id, role: finding.role, group: group.id)
    let creating = try facts.group(group.id) == nil ? [anybody(.createGroup(group))] : []
    let member = try facts.isMember(.identity(identity), of: group.id)
    return try creating + (member ? [] : [adding(to: group.id)])
      + Repairs(facts: facts).steps([.linkGroup(link)], managing: client.application)
  }

  private func adding(to group: GroupIdentifier) -> Repair.Step {
    anybody(.addMember(.identity(identity), to: group))
  }

  private func anybody(_ command: PortalCommand) -> Repair.Step {
    Repair.Step(command: command, by: client.application.owner, managers: nil)
  }
}
