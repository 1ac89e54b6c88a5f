import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal why …`: the reasons for what the rules find.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say why somebody has a role, or does not.",
    subcommands: [WhyRole.self])
}

/// `portal why role`.
struct WhyRole: Verb {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Say whether somebody has a role of an application, and why.",
    discussion: "Ends with 0 whatever the answer is: \"given\" in the JSON tells.")

  @Option(help: "Whom it is about.", transform: Parsing.identity)
  var user: IdentityIdentifier

  @Option(help: "The application.", transform: Parsing.application)
  var app: ApplicationIdentifier

  @Option(help: "The role.", transform: Parsing.role)
  var role: RoleIdentifier

  @Option(
    help: ArgumentHelp(
      "The login's level of assurance: any, social, guest, edugain, edugain-sirtfi or cern.",
      valueName: "level"),
    transform: Parsing.level)
  var loa: LevelOfAssurance?

  @Flag(inversion: .prefixedNo, help: "Whether the login uses a second factor.")
  var mfa: Bool?

  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let query = RoleHolderQuery(
        application: app, role: role, scope: .identity(user), level: loa, multifactor: mfa,
        standings: Set(RoleHolder.Standing.allCases))
      let answer = try session.database.roleHolders(query)
      guard let holder = answer.rows.first else { throw Refusal.unknownIdentity(user) }
      return Self.outcome(holder)
    }
  }

  private static func outcome(_ holder: RoleHolder) -> Outcome {
    let finding = holder.finding
    return Outcome(
      schema: "portal.why/1",
      [
        .init("user", JSONValue(holder.identity.id)), .init("sign_in", holder.signIn.json),
        .init("enabled", .bool(holder.identity.enabled)),
        .init("standing", .string(holder.standing.rawValue)),
        .init("given", .bool(holder.standing == .has)), .init("finding", finding.json),
        .init("reason", .string(holder.reason)),
      ],
      lines: [
        "Role \(finding.role) of \(finding.application): \(holder.identity.id) "
          + "\(holder.standing.label), signed in with \(holder.signIn.label).",
        "  \(holder.reason)",
      ])
  }
}
