import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal app show`.
struct ShowApplication: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one application with its roles and permissions.",
    discussion: "Client secrets are never shown here.")

  @Argument(help: "The application's identifier.", transform: Parsing.application)
  var id: ApplicationIdentifier

  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      guard let detail = try session.database.application(id) else {
        throw Refusal.unknownApplication(id)
      }
      let allowed = try session.database.permissions(of: id, side: .allowed)
      let granted = try session.database.permissions(of: id, side: .granted)
      let page = ApplicationSheet(
        detail: detail, allowed: allowed.map(\.permission), granted: granted.map(\.permission),
        now: session.now)
      return Outcome(schema: "portal.application/1", page.members, lines: page.lines)
    }
  }
}

/// One application as it is shown.
struct ApplicationSheet {
  var detail: PortalStore.ApplicationDetail
  var allowed: [ExchangePermission]
  var granted: [ExchangePermission]
  var now: Instant

  var members: [JSONValue.Member] {
    detail.application.members + [
      .init("registration", detail.registration.map(\.json) ?? .null),
      .init("roles", .array(detail.roles.map { $0.json(groups: groups(of: $0)) })),
      .init("allowed", .array(allowed.map(\.json))),
      .init("granted", .array(granted.map(\.json))),
    ]
  }

  var lines: [String] {
    let application = detail.application
    let group = application.administrators.map { ", administrators \($0)" } ?? ""
    var lines = [
      "Application: \(application.id)" + (application.blocked ? " (blocked)" : ""),
      "  Name         \(application.name)",
      "  Owner        \(application.owner)\(group)",
      "  Category     \(application.category.label)",
      "  SSO          \(detail.registration.providerLabel)",
    ]
    if !application.homePage.isEmpty { lines.append("  Home page    \(application.homePage)") }
    if !application.description.isEmpty {
      lines.append("  Description  \(application.description)")
    }
    for address in detail.registration?.redirectURIs ?? [] {
      lines.append("  Redirect to  \(address)")
    }
    return lines + roleLines + permissionLines
  }

  private var roleLines: [String] {
    let table = TextTable(
      titles: ["ROLE", "FLAGS", "MINIMUM LEVEL", "LINKED GROUPS"],
      rows: detail.roles.map { role in
        let flags = [
          role.required ? "required" : nil, role.multifactor ? "multifactor" : nil,
          role.appliesToAll ? "all users" : nil,
        ]
        let groups = groups(of: role).map(\.text).joined(separator: ", ")
        return [
          role.id.text, flags.compactMap { $0 }.joined(separator: ", "), role.minimumLevel.label,
          groups,
        ]
      })
    return ["", "Roles"] + table.lines(empty: "none").map { "  \($0)" }
  }

  private var permissionLines: [String] {
    func list(_ title: String, _ rounds: [ExchangePermission], from: Bool) -> [String] {
      let table = TextTable(
        titles: ["REGISTRATION", "STATE", "HISTORY"],
        rows: rounds.map {
          let other = from ? $0.direction.target : $0.direction.source
          return [other.text, $0.state.label, $0.history(now: now)]
        })
      return ["", title] + table.lines(empty: "none").map { "  \($0)" }
    }
    return list("Allowed permissions", allowed, from: true)
      + list("Granted permissions", granted, from: false)
  }

  private func groups(of role: Role) -> [GroupIdentifier] {
    detail.roleLinks.filter { $0.role == role.id }.map(\.group)
  }
}
