import PortalModel

/// The kinds of identifier that people type, with what each allows, for hints beside fields.
public enum IdentifierKind: CaseIterable, Sendable {
  /// "Application Identifier".
  case application
  /// "Role Identifier".
  case role
  /// A group's identifier.
  case group
  /// A login.
  case identity

  /// What is wrong with a text, as a short hint; `nil` where it is well-formed.
  public func hint(for text: String) -> String? {
    let problem: IdentifierProblem? =
      switch self {
      case .application: ApplicationIdentifier.problem(in: text)
      case .role: RoleIdentifier.problem(in: text)
      case .group: GroupIdentifier.problem(in: text)
      case .identity: IdentityIdentifier.problem(in: text)
      }
    return problem.map { hint($0, count: text.count) }
  }

  /// A problem as a short hint, for a text of so many characters.
  public func hint(_ problem: IdentifierProblem, count: Int) -> String {
    switch problem {
    case .empty: "Required: \(range) characters"
    case .tooShort, .tooLong: "\(range) characters: \(count) so far"
    case .firstCharacter(let character):
      "Begin with a lower-case letter, not with \(name(of: character))"
    case .character(let character): "Use \(alphabet), not \(name(of: character))"
    }
  }

  /// The characters allowed.
  public var alphabet: String {
    switch self {
    case .application, .role: "lower-case letters, digits, - and _"
    case .group: "lower-case letters, digits, - _ and ."
    case .identity: "letters, digits, - _ . and @"
    }
  }

  /// The lengths allowed.
  public var range: String {
    switch self {
    case .application, .role: "3 to 32"
    case .group, .identity: "2 to 64"
    }
  }

  private func name(of character: Character) -> String {
    if character.isWhitespace { return "a blank" }
    return quoted(String(character))
  }
}
