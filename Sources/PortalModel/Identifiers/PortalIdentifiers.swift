/// The identifier of an application: also its OIDC client ID and the `aud` of its tokens.
///
/// 3 to 32 characters, first a lower-case letter, then lower-case letters, digits, `-` and `_`
/// (portal page "Add an Application"). It is never changed afterwards (invented).
public struct ApplicationIdentifier: Identifier {
  /// The text itself.
  public let text: String

  /// Takes a text that is known to be well-formed.
  public init(trusted text: String) { self.text = text }

  /// The first thing wrong with a text, or `nil` where it is well-formed.
  public static func problem(in text: String) -> IdentifierProblem? { rule.problem(in: text) }

  private static let rule = IdentifierRule(
    length: 3...32, startsWithLetter: true, extra: "-_")
}

/// The identifier of a role, unique within its application: the string that tokens carry.
///
/// The real rule is not public; the application identifier's is used (invented).
public struct RoleIdentifier: Identifier {
  /// The text itself.
  public let text: String

  /// Takes a text that is known to be well-formed.
  public init(trusted text: String) { self.text = text }

  /// The first thing wrong with a text, or `nil` where it is well-formed.
  public static func problem(in text: String) -> IdentifierProblem? {
    ApplicationIdentifier.problem(in: text)
  }

  /// The role that every new application is given.
  public static let defaultRole = RoleIdentifier(trusted: "default-role")
}

/// The identifier of a group, an e-group name such as `cern-accounts-primary`.
///
/// 2 to 64 characters, first a lower-case letter, then lower-case letters, digits, `-`, `_` and `.`
/// (invented: the real rule is not public).
public struct GroupIdentifier: Identifier {
  /// The text itself.
  public let text: String

  /// Takes a text that is known to be well-formed.
  public init(trusted text: String) { self.text = text }

  /// The first thing wrong with a text, or `nil` where it is well-formed.
  public static func problem(in text: String) -> IdentifierProblem? { rule.problem(in: text) }

  private static let rule = IdentifierRule(
    length: 2...64, startsWithLetter: true, extra: "-_.")
}

/// The login of an identity (`cern_upn`): permanent, never given to somebody else.
///
/// 2 to 64 characters: letters, digits, `-`, `_`, `.` and `@`, as in `jdoe`, `1234@google` and
/// `service-account-my-app`.
public struct IdentityIdentifier: Identifier {
  /// The text itself.
  public let text: String

  /// Takes a text that is known to be well-formed.
  public init(trusted text: String) { self.text = text }

  /// The first thing wrong with a text, or `nil` where it is well-formed.
  public static func problem(in text: String) -> IdentifierProblem? { rule.problem(in: text) }

  private static let rule = IdentifierRule(
    length: 2...64, startsWithLetter: false, allowsCapitals: true, extra: "-_.@")

  /// The application's own identity, `service-account-<id>` (portal page "API Access").
  public init(applicationIdentity application: ApplicationIdentifier) {
    self.init(trusted: Self.applicationPrefix + application.text)
  }

  /// Whether the login has the form of an application's own.
  public var isOfApplication: Bool { text.hasPrefix(Self.applicationPrefix) }

  private static let applicationPrefix = "service-account-"
}
