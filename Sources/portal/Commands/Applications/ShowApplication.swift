import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal app show`.
struct ShowApplication: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one application with its registrations, roles and permissions.",
    discussion: """
      The client secret is not among it: "portal registration secret" prints it. "portal registration \
      settings" says what each of the service's settings does.

      Example:
        portal app show back-end-api
      """)

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
        isIdentityEnabled: try session.database.identity(detail.application.identity)?.enabled
          ?? false, now: session.now)
      return Outcome(schema: "portal.application/1", page.members, lines: page.lines)
    }
  }
}

/// One application as it is shown.
struct ApplicationSheet {
  var detail: PortalStore.ApplicationDetail
  var allowed: [ExchangePermission]
  var granted: [ExchangePermission]
  var isIdentityEnabled: Bool
  var now: Instant

  var members: [JSONValue.Member] {
    detail.application.members + [
      .init("registration", detail.registration.map(\.json) ?? .null),
      .init("saml", detail.saml.map(\.json) ?? .null),
      .init("offer", detail.offer.map(\.json) ?? .null),
      .init(
        "identity",
        .object([
          .init("id", JSONValue(detail.application.identity)),
          .init("enabled", .bool(isIdentityEnabled)),
          .init("groups", .texts(identityGroups.map(\.text))),
        ])),
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
      "  Name          \(application.name)",
      "  Owner         \(application.owner)\(group)",
    ]
    if let offer = detail.offer {
      lines.append("  Offered to    \(offer.to), by \(offer.by) \(offer.at.relative(to: now))")
    }
    lines.append("  Category      \(application.category.label)")
    if !application.homePage.isEmpty { lines.append("  Home page     \(application.homePage)") }
    if !application.description.isEmpty {
      lines.append("  Description   \(application.description)")
    }
    let groups = identityGroups.map(\.text).joined(separator: ", ")
    lines.append(
      "  Own identity  \(application.identity)" + (isIdentityEnabled ? "" : " (disabled)")
        + (groups.isEmpty ? "" : ", in \(groups)"))
    return lines + registrationLines + roleLines + permissionLines
  }

  /// The groups that the application's own identity is directly in.
  private var identityGroups: [GroupIdentifier] {
    detail.memberships.filter { $0.member == .identity(detail.application.identity) }
      .map(\.group).sorted()
  }

  private var registrationLines: [String] {
    var lines = ["", "SSO"]
    if let registration = detail.registration {
      lines.append("  OIDC          \(registration.kind.label)")
      lines += registration.redirectURIs.map { "  Redirect to   \($0)" }
      lines.append("  Base URL      \(registration.baseURL)")
      let usual = ClientSettings()
      lines += ClientSetting.allCases.compactMap { setting in
        let value = setting.value(in: registration.settings)
        return value == setting.value(in: usual)
          ? nil : "  Set           \(setting.rawValue): \(value)"
      }
    }
    if let saml = detail.saml?.form {
      lines.append("  SAML          \(saml.entityID)")
      lines.append("  Assertions    \(saml.consumerURL)")
      lines.append("  Certificate   \(saml.certificate.isEmpty ? "none" : "there is one")")
      if let warning = saml.warning { lines.append("  Note          \(warning).") }
    }
    return lines.count == 2 ? lines + ["  none"] : lines
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
