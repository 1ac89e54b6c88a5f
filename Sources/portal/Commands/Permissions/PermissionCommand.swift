import ArgumentParser
import PortalModel

/// `portal permission …`: token-exchange permissions.
struct PermissionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permission",
    abstract: "Ask for, decide on and list token exchange permissions.",
    discussion:
      "\"portal request list\" says what waits for you, and what became of what you sent.",
    subcommands: [
      RequestPermission.self, ApprovePermission.self, RejectPermission.self,
      WithdrawPermission.self, GrantPermission.self, RevokePermission.self, ListPermissions.self,
    ])
}

/// From which application toward which one.
struct DirectionOptions: ParsableArguments {
  @Option(
    help: "The application that exchanges its users' tokens.", transform: Parsing.application)
  var from: ApplicationIdentifier

  @Option(
    help: "The application that the new tokens are for.", transform: Parsing.application)
  var to: ApplicationIdentifier

  var direction: ExchangeDirection { ExchangeDirection(source: from, target: to) }
}

/// The options of every command on one permission.
struct PermissionOptions: ParsableArguments {
  @OptionGroup var ends: DirectionOptions
  @OptionGroup var person: PersonOption

  var direction: ExchangeDirection { ends.direction }
}

/// A command on one permission.
protocol PermissionVerb: Verb {
  var permission: PermissionOptions { get }
  /// The words given with it; - stands for standard input.
  var reason: String { get }
  /// The command, with those words.
  func command(_ words: String) -> PortalCommand
}

extension PermissionVerb {
  var reason: String { "" }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let command = command(try surroundings.words(reason))
    let person = permission.person.person
    return try await withSession(in: surroundings) { session in
      let now = session.now
      let performed = try session.perform(command, as: person, at: now)
      return try session.outcome(of: command, performed, by: person, at: now)
    }
  }
}

struct RequestPermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Request token exchange permission, for the source.",
    discussion: """
      Granted at once where whoever asks may decide for the target too.

      Examples:
        portal permission request --from front-end-app --to back-end-api --as alice
        portal permission request --from my-app --to other --as carol --reason - < why
      """)
  @OptionGroup var permission: PermissionOptions
  @Option(help: "Why it is needed: the target's side reads it; - reads it from standard input.")
  var reason = ""
  @OptionGroup var options: GlobalOptions
  func command(_ words: String) -> PortalCommand {
    .requestExchange(permission.direction, justification: words)
  }
}

struct ApprovePermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Say yes to a pending request, for the target.",
    discussion: """
      Example:
        portal request approve --from front-end-app --to back-end-api --as bob
      """)
  @OptionGroup var permission: PermissionOptions
  @OptionGroup var options: GlobalOptions
  func command(_ words: String) -> PortalCommand { .approveExchange(permission.direction) }
}

struct RejectPermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Say no to a pending request, for the target.",
    discussion: """
      A reason is needed.

      Example:
        portal request reject --from my-app --to other --as dave --reason "What for?"
      """)
  @OptionGroup var permission: PermissionOptions
  @Option(help: "Why not: the requester reads it; - reads it from standard input.")
  var reason = ""
  @OptionGroup var options: GlobalOptions
  func command(_ words: String) -> PortalCommand {
    .rejectExchange(permission.direction, reason: words)
  }
}

struct WithdrawPermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a pending request back, for the source.",
    discussion: """
      Example:
        portal request withdraw --from front-end-app --to back-end-api --as alice
      """)
  @OptionGroup var permission: PermissionOptions
  @OptionGroup var options: GlobalOptions
  func command(_ words: String) -> PortalCommand { .withdrawExchange(permission.direction) }
}

struct GrantPermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "grant",
    abstract: "Grant token exchange permission, asked or not, for the target.",
    discussion: """
      Example:
        portal permission grant --from front-end-app --to back-end-api --as bob
      """)
  @OptionGroup var permission: PermissionOptions
  @OptionGroup var options: GlobalOptions
  func command(_ words: String) -> PortalCommand { .grantExchange(permission.direction) }
}

struct RevokePermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take a grant back, for the target.",
    discussion: """
      Example:
        portal permission revoke --from front-end-app --to back-end-api --as bob
      """)
  @OptionGroup var permission: PermissionOptions
  @Option(help: "Why; - reads it from standard input.") var reason = ""
  @OptionGroup var options: GlobalOptions
  func command(_ words: String) -> PortalCommand {
    .revokeExchange(permission.direction, reason: words)
  }
}
