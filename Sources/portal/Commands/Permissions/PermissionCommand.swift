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
      Performing<RequestPermission>.self, Performing<ApprovePermission>.self,
      Performing<RejectPermission>.self, Performing<WithdrawPermission>.self,
      Performing<GrantPermission>.self, Performing<RevokePermission>.self, ListPermissions.self,
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
struct PermissionOptions: DeedSubject {
  @OptionGroup var ends: DirectionOptions
  @OptionGroup var person: PersonOption

  var direction: ExchangeDirection { ends.direction }
}

/// The same, with words of whoever does it.
struct WordedPermissionOptions<Purpose: WordsPurpose>: DeedSubject {
  @OptionGroup var permission: PermissionOptions
  @Option(help: "\(Purpose.help)") var reason = ""

  var person: PersonOption { permission.person }
  var direction: ExchangeDirection { permission.direction }

  /// The words, read from standard input where they are -.
  ///
  /// - Throws: `FileError`.
  func words(in place: DeedPlace) throws -> String { try place.surroundings.words(reason) }
}

/// What words that go with a command are for.
protocol WordsPurpose: Sendable {
  static var help: String { get }
}

/// A verb about one permission: it tells how the permission then stands.
protocol PermissionDeed: Deed {}

extension PermissionDeed {
  static func outcome(_ done: DeedDone, in place: DeedPlace) throws -> Outcome {
    try place.session.outcome(
      of: done.command, done.performed, by: done.person, at: done.at)
  }
}

enum RequestPermission: PermissionDeed, WordsPurpose {
  static let words = VerbWords(
    "request", "Request token exchange permission, for the source.",
    "Granted at once where whoever asks may decide for the target too.",
    examples: "portal permission request --from front-end-app --to back-end-api --as alice",
    "portal permission request --from my-app --to other --as carol --reason - < why")
  static let help = "Why it is needed: the target's side reads it; - reads it from standard input."
  static func command(
    _ what: WordedPermissionOptions<Self>, in place: DeedPlace
  ) throws -> PortalCommand {
    .requestExchange(what.direction, justification: try what.words(in: place))
  }
}

enum ApprovePermission: PermissionDeed {
  static let words = VerbWords(
    "approve", "Say yes to a pending request, for the target.",
    examples: "portal request approve --from front-end-app --to back-end-api --as bob")
  static func command(_ what: PermissionOptions, in _: DeedPlace) -> PortalCommand {
    .approveExchange(what.direction)
  }
}

enum RejectPermission: PermissionDeed, WordsPurpose {
  static let words = VerbWords(
    "reject", "Say no to a pending request, for the target.", "A reason is needed.",
    examples: "portal request reject --from my-app --to other --as dave --reason \"What for?\"")
  static let help = "Why not: the requester reads it; - reads it from standard input."
  static func command(
    _ what: WordedPermissionOptions<Self>, in place: DeedPlace
  ) throws -> PortalCommand {
    .rejectExchange(what.direction, reason: try what.words(in: place))
  }
}

enum WithdrawPermission: PermissionDeed {
  static let words = VerbWords(
    "withdraw", "Take a pending request back, for the source.",
    examples: "portal request withdraw --from front-end-app --to back-end-api --as alice")
  static func command(_ what: PermissionOptions, in _: DeedPlace) -> PortalCommand {
    .withdrawExchange(what.direction)
  }
}

enum GrantPermission: PermissionDeed {
  static let words = VerbWords(
    "grant", "Grant token exchange permission, asked or not, for the target.",
    examples: "portal permission grant --from front-end-app --to back-end-api --as bob")
  static func command(_ what: PermissionOptions, in _: DeedPlace) -> PortalCommand {
    .grantExchange(what.direction)
  }
}

enum RevokePermission: PermissionDeed, WordsPurpose {
  static let words = VerbWords(
    "revoke", "Take a grant back, for the target.",
    examples: "portal permission revoke --from front-end-app --to back-end-api --as bob")
  static let help = "Why; - reads it from standard input."
  static func command(
    _ what: WordedPermissionOptions<Self>, in place: DeedPlace
  ) throws -> PortalCommand {
    .revokeExchange(what.direction, reason: try what.words(in: place))
  }
}
