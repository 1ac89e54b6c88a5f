import ArgumentParser
import PortalModel
import PortalScreens

/// Reads what was typed into types that cannot be wrong; what is wrong is said in words.
enum Parsing {
  @Sendable static func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(rfc3339: text) else {
      throw ValidationError(
        "\"\(text)\" is not an instant: write it as 2026-11-22T10:15:00Z (RFC 3339).")
    }
    return instant
  }

  @Sendable static func application(_ text: String) throws -> ApplicationIdentifier {
    try check(text, .application, "an application identifier")
    return ApplicationIdentifier(trusted: text)
  }

  @Sendable static func identity(_ text: String) throws -> IdentityIdentifier {
    try check(text, .identity, "a login")
    return IdentityIdentifier(trusted: text)
  }

  @Sendable static func role(_ text: String) throws -> RoleIdentifier {
    try check(text, .role, "a role identifier")
    return RoleIdentifier(trusted: text)
  }

  @Sendable static func group(_ text: String) throws -> GroupIdentifier {
    try check(text, .group, "a group identifier")
    return GroupIdentifier(trusted: text)
  }

  @Sendable static func redirect(_ text: String) throws -> RedirectURI {
    if let problem = RedirectURI.problem(in: text) {
      throw ValidationError("\"\(text)\" cannot be a redirect URI. \(problem.hint).")
    }
    return RedirectURI(trusted: text)
  }

  @Sendable static func level(_ text: String) throws -> LevelOfAssurance {
    guard let level = LevelOfAssurance(word: text) else {
      let words = LevelOfAssurance.allCases.map(\.word).joined(separator: ", ")
      throw ValidationError("\"\(text)\" is no level of assurance: write one of \(words).")
    }
    return level
  }

  @Sendable static func limit(_ text: String) throws -> Int {
    guard let number = Int(text), (1...10_000).contains(number) else {
      throw ValidationError("\"\(text)\" is no number of rows: write one from 1 to 10000.")
    }
    return number
  }

  private static func check(_ text: String, _ kind: IdentifierKind, _ what: String) throws {
    if let hint = kind.hint(for: text) {
      throw ValidationError("\"\(text)\" cannot be \(what). \(hint).")
    }
  }
}
