import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal app …`: the portal's applications.
struct ApplicationCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "app", abstract: "List, show, add, change and hand over applications.",
    discussion: """
      "portal registration" registers them with the SSO, "portal role" gives them roles, "portal \
      permission" lets them exchange tokens.
      """,
    subcommands: [
      ListApplications.self, ShowApplication.self, Performing<AddApplication>.self,
      Performing<EditApplication>.self, Removing<DeleteApplication>.self,
      Performing<BlockApplication>.self, Performing<UnblockApplication>.self,
      Performing<TransferApplication>.self, Performing<AcceptApplication>.self,
      Performing<DeclineApplication>.self, Performing<WithdrawApplication>.self,
    ])
}

/// The orders of a list of applications, as they are typed.
enum ApplicationSort: String, CaseIterable, ExpressibleByArgument {
  case identifier
  case name
  case owner

  var order: PortalStore.ApplicationQuery.Sort {
    switch self {
    case .identifier: .identifier
    case .name: .name
    case .owner: .owner
    }
  }
}

/// `portal app list`.
struct ListApplications: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List applications.",
    discussion: """
      The filter looks at identifier, name and owner; one or two letters alone match beginnings.

      Examples:
        portal app list --filter ^front --sort name
        portal app list --mine --as alice --category official
      """)

  @OptionGroup var page: PageOptions
  @Option(help: "The order.") var sort: ApplicationSort = .identifier
  @Option(help: "Only those of this category.") var category: Application.Category?

  @Flag(help: "Only those that the person of --as owns or administers.")
  var mine = false

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Whose, for --mine.", valueName: "person"),
    transform: Parsing.identity)
  var person: IdentityIdentifier?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if mine, person == nil { throw ValidationError("--mine needs --as PERSON.") }
    if !mine, person != nil { throw ValidationError("--as says whose for --mine; give both.") }
    if let after = page.after { _ = try Parsing.application(after) }
  }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      if let person, try session.database.identity(person) == nil {
        throw Refusal.unknownIdentity(person)
      }
      let query = PortalStore.ApplicationQuery(
        scope: person.map { .mine($0) } ?? .all, sort: sort.order, filter: page.filter,
        category: category)
      return outcome(
        try session.database.applications(query, at: position(in: session), limit: page.limit))
    }
  }

  /// Behind the row of `--after`, which has a place in every order while it exists.
  private func position(in session: PortalSession) throws -> PagePosition {
    guard let after = page.after else { return .first }
    let id = ApplicationIdentifier(trusted: after)
    guard let row = try session.database.application(id)?.application else {
      throw Refusal.unknownApplication(id)
    }
    return .after(ApplicationAnchor(id: id, name: row.name, owner: row.owner))
  }

  private func outcome(_ found: PortalStore.ApplicationPage) -> Outcome {
    let table = TextTable(
      titles: ["IDENTIFIER", "NAME", "OWNER", "CATEGORY", "SSO", "ROLES", "MAY CALL", "CALLED BY"],
      rows: found.rows.map {
        [
          $0.id.text, $0.name + ($0.blocked ? " (blocked)" : ""), $0.owner.text,
          $0.category.rawValue, $0.providers, String($0.roles), String($0.mayCall),
          String($0.calledBy),
        ]
      })
    let next = found.hasMoreAfter ? found.rows.last?.id.text : nil
    return Outcome(
      schema: "portal.applications/1",
      [
        .init("total", found.total.json), .init("more", .bool(found.hasMoreAfter)),
        .init("next", .optional(next)), .init("applications", .array(found.rows.map(\.json))),
      ], lines: table.lines(empty: "No application fits.") + page.more(next: next))
  }
}

extension PortalStore.ApplicationListing {
  /// What the table says under "SSO".
  fileprivate var providers: String {
    let names = [client?.providerLabel, hasSAML ? "SAML" : nil].compactMap { $0 }
    return names.isEmpty ? "none" : names.joined(separator: ", ")
  }
}
