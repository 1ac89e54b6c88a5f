import PortalModel

extension RoleFinding {
  /// Why the role is or is not given, in one line for a list: `jdoe is in group backend-users`.
  public func reason(for identity: IdentityIdentifier) -> String {
    guard isGiven else {
      return "not given: " + obstacleTexts(of: identity).joined(separator: "; ")
    }
    switch source {
    case .appliesToAll: return "given to all authenticated users"
    case .group(let path): return Self.membership(identity, path)
    case nil: return "given"
    }
  }

  /// What stands in the way, in a few words each; "the user" where `identity` is `nil`.
  func obstacleTexts(of identity: IdentityIdentifier?) -> [String] {
    let who = identity?.text ?? "the user"
    return obstacles.map { obstacle in
      switch obstacle {
      case .notInLinkedGroup([]): "no group is linked to it"
      case .notInLinkedGroup(let groups):
        groups.count == 1
          ? "\(who) is not in its linked group \(groups[0])"
          : "\(who) is in none of its linked groups \(listed(groups.map(\.text)))"
      case .level(let needed, let had):
        "needs level \(needed.label), \(who) signed in with \(had.label)"
      case .secondFactor: "needs the second factor, \(who) signed in without it"
      }
    }
  }

  private static func membership(_ who: IdentityIdentifier, _ path: [GroupIdentifier]) -> String {
    guard let group = path.last else { return "given" }
    let through = path.dropLast()
    let way = through.isEmpty ? "" : ", through \(listed(through.map(\.text)))"
    return "\(who) is in group \(group)\(way)"
  }
}

/// One row of the list of roles beside an exchange: what became of a role, and why.
public struct RoleRow: Hashable, Sendable {
  /// What became of the role.
  public var fate: Fate
  /// The role.
  public var role: RoleIdentifier
  /// The role's application.
  public var application: ApplicationIdentifier
  /// Why, in one line.
  public var reason: String

  /// What becomes of a role in an exchange.
  public enum Fate: String, CaseIterable, Sendable {
    /// In the token before, not after (`−`).
    case lost
    /// Not in the token before, but after (`+`).
    case gained
    /// In both.
    case kept
    /// The target has it, but this user is not given it (`·`).
    case withheld
  }

  /// The rows of an exchange, roles of the source first.
  ///
  /// - Parameters:
  ///   - before: The findings for the application that the subject token is for.
  ///   - after: The findings for the target; the same application when it is its own target.
  public static func rows(
    of identity: IdentityIdentifier, before: [RoleFinding], after: [RoleFinding],
    target: ApplicationIdentifier
  ) -> [RoleRow] {
    let lost = before.filter { $0.isGiven && $0.application != target }.map { finding in
      RoleRow(
        fate: .lost, role: finding.role, application: finding.application,
        reason: foreign(finding.application, target: target))
    }
    let had = Set(before.filter { $0.isGiven && $0.application == target }.map(\.role))
    return lost
      + after.map { finding in
        RoleRow(
          fate: finding.isGiven ? (had.contains(finding.role) ? .kept : .gained) : .withheld,
          role: finding.role, application: finding.application,
          reason: finding.reason(for: identity))
      }
  }

  /// Why a role of another application is not in the target's token.
  public static func foreign(
    _ application: ApplicationIdentifier, target: ApplicationIdentifier
  ) -> String {
    "belongs to \(application); only \(target)'s own roles can be in its token"
  }
}
