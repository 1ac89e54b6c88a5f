import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal app …`: the portal's applications.
struct ApplicationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "app", abstract: "List, show, add, change and hand over applications.",
    subcommands: [
      ListApplications.self, ShowApplication.self, AddApplication.self, EditApplication.self,
      DeleteApplication.self, BlockApplication.self, UnblockApplication.self,
      TransferApplication.self, AcceptApplication.self, DeclineApplication.self,
      WithdrawApplication.self,
    ])
}

/// `portal app list`.
struct ListApplications: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List applications.")

  @Option(
    help: "Words in identifier, name or owner; \"^text\" begins with it, \"=text\" equals it.")
  var filter = ""

  @Flag(help: "Only those that the person of --as owns or administers.")
  var mine = false

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Whose, for --mine.", valueName: "person"),
    transform: Parsing.identity)
  var person: IdentityIdentifier?

  @Option(help: "At most so many rows.", transform: Parsing.limit)
  var limit = 100

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if mine, person == nil { throw ValidationError("--mine needs --as PERSON.") }
    if !mine, person != nil { throw ValidationError("--as says whose for --mine; give both.") }
  }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      if let person, try session.database.identity(person) == nil {
        throw Refusal.unknownIdentity(person)
      }
      let query = PortalStore.ApplicationQuery(
        scope: person.map { .mine($0) } ?? .all, filter: filter)
      return Self.outcome(try session.database.applications(query, limit: limit))
    }
  }

  private static func outcome(_ page: PortalStore.ApplicationPage) -> Outcome {
    let table = TextTable(
      titles: ["IDENTIFIER", "NAME", "OWNER", "SSO", "ROLES", "MAY CALL", "CALLED BY"],
      rows: page.rows.map {
        [
          $0.id.text, $0.name + ($0.blocked ? " (blocked)" : ""), $0.owner.text,
          $0.client?.providerLabel ?? "none", String($0.roles), String($0.mayCall),
          String($0.calledBy),
        ]
      })
    let more = page.hasMoreAfter ? ["", "There are more: narrow --filter, or raise --limit."] : []
    return Outcome(
      schema: "portal.applications/1",
      [
        .init("total", page.total.json), .init("more", .bool(page.hasMoreAfter)),
        .init("applications", .array(page.rows.map(\.json))),
      ], lines: table.lines(empty: "No application fits.") + more)
  }
}
