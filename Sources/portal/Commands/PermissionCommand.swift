import ArgumentParser
import PortalModel

/// `portal permission …`: token-exchange permissions.
struct PermissionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permission",
    abstract: "Ask for, decide on and list token exchange permissions.",
    subcommands: [
      RequestPermission.self, ApprovePermission.self, RejectPermission.self,
      WithdrawPermission.self, GrantPermission.self, RevokePermission.self, ListPermissions.self,
    ])
}

/// The options of every command on one permission.
struct PermissionOptions: ParsableArguments {
  @Option(
    help: "The application that exchanges its users' tokens.", transform: Parsing.application)
  var from: ApplicationIdentifier

  @Option(
    help: "The application that the new tokens are for.", transform: Parsing.application)
  var to: ApplicationIdentifier

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Who does it.", valueName: "person"),
    transform: Parsing.identity)
  var person: IdentityIdentifier

  var direction: ExchangeDirection { ExchangeDirection(source: from, target: to) }
}

/// A command on one permission.
protocol PermissionVerb: Verb {
  var permission: PermissionOptions { get }
  var command: PortalCommand { get }
}

extension PermissionVerb {
  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let now = session.now
      let performed = try session.perform(command, as: permission.person, at: now)
      return try session.outcome(of: command, performed, by: permission.person, at: now)
    }
  }
}

struct RequestPermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "request", abstract: "Request token exchange permission, for the source.")
  @OptionGroup var permission: PermissionOptions
  @Option(help: "Why it is needed: the target's side reads it.") var reason = ""
  @OptionGroup var options: GlobalOptions
  var command: PortalCommand {
    .requestExchange(permission.direction, justification: reason)
  }
}

struct ApprovePermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Say yes to a pending request, for the target.")
  @OptionGroup var permission: PermissionOptions
  @OptionGroup var options: GlobalOptions
  var command: PortalCommand { .approveExchange(permission.direction) }
}

struct RejectPermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Say no to a pending request, for the target.")
  @OptionGroup var permission: PermissionOptions
  @Option(help: "Why not: the requester reads it.") var reason = ""
  @OptionGroup var options: GlobalOptions
  var command: PortalCommand { .rejectExchange(permission.direction, reason: reason) }
}

struct WithdrawPermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a pending request back, for the source.")
  @OptionGroup var permission: PermissionOptions
  @OptionGroup var options: GlobalOptions
  var command: PortalCommand { .withdrawExchange(permission.direction) }
}

struct GrantPermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "grant",
    abstract: "Grant token exchange permission, asked or not, for the target.")
  @OptionGroup var permission: PermissionOptions
  @OptionGroup var options: GlobalOptions
  var command: PortalCommand { .grantExchange(permission.direction) }
}

struct RevokePermission: PermissionVerb {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take a grant back, for the target.")
  @OptionGroup var permission: PermissionOptions
  @Option(help: "Why.") var reason = ""
  @OptionGroup var options: GlobalOptions
  var command: PortalCommand { .revokeExchange(permission.direction, reason: reason) }
}
