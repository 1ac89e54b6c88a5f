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

extension RoleHolder.Standing: ExpressibleByArgument {}

/// `portal why role`.
struct WhyRole: Verb {
  static let configuration = CommandConfiguration(
    commandName: "role",
    abstract: "Say who has a role of an application, who just misses it, and why.",
    discussion: """
      About one account, everybody in a group, or everybody. Ends with 0 whatever the answer is: "given" \
      in the JSON tells. Ctrl-C stops a long search and prints what was found; it ends with 130 then.

      Examples:
        portal why role --user jdoe --app back-end-api --role backend_user
        portal why role --all --app front-end-app --role administrator --loa guest
      """)

  @Option(help: "About this account, whatever the answer.", transform: Parsing.identity)
  var user: IdentityIdentifier?

  @Option(
    help: "Or about everybody in this group, groups inside included.", transform: Parsing.group)
  var group: GroupIdentifier?

  @Flag(help: "Or about everybody, applications' own identities included.") var all = false

  @Option(help: "The application.", transform: Parsing.application)
  var app: ApplicationIdentifier

  @Option(help: "The role.", transform: Parsing.role)
  var role: RoleIdentifier

  @OptionGroup var signIn: SignInOptions

  @Option(
    help: ArgumentHelp(
      "Of many, only those who stand so; may be given again (default: has, just-misses).",
      valueName: "standing"))
  var standing: [RoleHolder.Standing] = []

  @Option(
    help: ArgumentHelp("Of many, print so many at most; all are counted.", valueName: "rows"),
    transform: Parsing.limit)
  var limit = 100

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard [user != nil, group != nil, all].filter({ $0 }).count == 1 else {
      throw ValidationError("Give --user LOGIN, --group GROUP or --all: one of them.")
    }
    if user != nil, !standing.isEmpty {
      throw ValidationError("--standing chooses among many: give it with --group or --all.")
    }
  }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      if let user {
        let answer = try session.database.roleHolders(
          query(.identity(user), Set(RoleHolder.Standing.allCases)))
        guard let holder = answer.rows.first else { throw Refusal.unknownIdentity(user) }
        return Self.outcome(holder)
      }
      let standings = Set(standing.isEmpty ? [.has, .justMisses] : standing)
      let search = HolderSearch(
        query: query(group.map { .group($0) } ?? .everybody, standings), limit: limit,
        database: session.database)
      return HolderReport(
        query: search.query, found: try await search.run(in: surroundings)
      ).outcome
    }
  }

  private func query(
    _ scope: RoleHolderQuery.Scope, _ standings: Set<RoleHolder.Standing>
  ) -> RoleHolderQuery {
    RoleHolderQuery(
      application: app, role: role, scope: scope, level: signIn.loa, multifactor: signIn.mfa,
      standings: standings)
  }

  private static func outcome(_ holder: RoleHolder) -> Outcome {
    let finding = holder.finding
    return Outcome(
      schema: "portal.why/1", holder.members,
      lines: [
        "Role \(finding.role) of \(finding.application): \(holder.identity.id) "
          + "\(holder.standing.label), signed in with \(holder.signIn.label).",
        "  \(holder.reason)",
      ])
  }
}

extension RoleHolder {
  var members: [JSONValue.Member] {
    [
      .init("user", JSONValue(identity.id)), .init("sign_in", signIn.json),
      .init("enabled", .bool(identity.enabled)), .init("standing", .string(standing.rawValue)),
      .init("given", .bool(standing == .has)), .init("finding", finding.json),
      .init("reason", .string(reason)),
    ]
  }
}
