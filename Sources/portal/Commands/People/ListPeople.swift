import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal person list`.
struct ListPeople: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List accounts by login, applications' own left out.",
    discussion: """
      The filter looks at login, names and e-mail address.

      Example:
        portal person list --filter doe
      """)
  @OptionGroup var page: PageOptions
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let found = try session.database.identities(
        filter: page.filter, at: page.after.map(KeyPosition.after) ?? .first, limit: page.limit)
      return outcome(found)
    }
  }

  private func outcome(_ found: KeyPage<Identity>) -> Outcome {
    let next = found.hasMoreAfter ? found.rows.last?.id.text : nil
    let table = TextTable(
      titles: ["LOGIN", "NAME", "KIND", "2ND FACTOR", "STATE", "E-MAIL"],
      rows: found.rows.map {
        [
          $0.id.text, $0.displayName, $0.kind.shortLabel, $0.hasSecondFactor ? "set up" : "none",
          $0.enabled ? "enabled" : "disabled", $0.email,
        ]
      })
    return Outcome(
      schema: "portal.people/1",
      [
        .init("total", found.total.json), .init("next", .optional(next)),
        .init("people", .array(found.rows.map { .object($0.members) })),
      ], lines: table.lines(empty: "No account fits.") + page.more(next: next))
  }
}

/// `portal person show`.
struct ShowPerson: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one account with its groups and the applications it owns.",
    discussion: """
      Example:
        portal person show jdoe
      """)
  @Argument(
    help: "The account's login, an application's own included.", transform: Parsing.identity)
  var login: IdentityIdentifier
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      guard let found = try session.database.person(login) else {
        throw Refusal.unknownIdentity(login)
      }
      let sheet = MemberSheet(member: .identity(login), surroundings: found.surroundings)
      let identity = found.identity
      return Outcome(
        schema: "portal.person/1",
        identity.members + [
          .init("groups", sheet.groupsJSON),
          .init("owned_total", found.surroundings.applicationsTotal.json),
          .init("owned", sheet.applicationsJSON),
        ],
        lines: identity.lines + ["", "Groups"] + sheet.groupLines
          + ["", "Applications owned"] + sheet.applicationLines)
    }
  }
}

extension Identity {
  fileprivate var lines: [String] {
    [
      "Account: \(id)" + (enabled ? "" : " (disabled)"),
      "  Name           \(displayName)",
      "  Kind           \(kind.label)",
      "  Signs in with  \(defaultSignIn.label), where nothing else is said",
      "  E-mail         \(email.isEmpty ? "none" : email)",
      "  Person ID      \(personID.map(String.init) ?? "none")",
      "  Language       \(language.rawValue)",
      "  Supervisor     \(supervisor?.text ?? "none")",
      "  Belongs to     \(owner?.text ?? "nobody else")",
      "  ORCID iD       \(orcid.isEmpty ? "none" : orcid)",
      "  Unix           \(unixWords)",
      "  Institute      \(institute.isEmpty ? "none" : institute)",
    ]
  }
}
