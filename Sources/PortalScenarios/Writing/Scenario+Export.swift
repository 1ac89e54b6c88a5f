import PortalModel

extension Scenario {
  /// Writes what a portal holds as a scenario: loading it gives the same portal again.
  ///
  /// - Parameters:
  ///   - contents: What the portal holds. Secrets are written as far as they are in there.
  ///   - title: The title that the scenario is given; may be empty.
  public static func export(_ contents: PortalContents, title: String = "") -> String {
    ScenarioExport(contents: contents).text(title: title)
  }
}

/// A portal's contents on their way to being written.
private struct ScenarioExport {
  let contents: PortalContents
  private let registrations: [ApplicationIdentifier: Registration]
  private let roles: [ApplicationIdentifier: [Role]]
  private let links: [ApplicationIdentifier: [RoleLink]]
  private let identities: [IdentityIdentifier: Identity]
  private let saml: [ApplicationIdentifier: SAMLForm]
  private let offers: [ApplicationIdentifier: OwnershipOffer]
  private let former: FormerActors

  init(contents: PortalContents) {
    self.contents = contents
    registrations = Dictionary(
      contents.registrations.map { ($0.application, $0) }, uniquingKeysWith: { $1 })
    roles = Dictionary(grouping: contents.roles, by: \.application)
    links = Dictionary(grouping: contents.roleLinks, by: \.application)
    identities = Dictionary(contents.identities.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    saml = Dictionary(
      contents.samlRegistrations.map { ($0.application, $0.form) }, uniquingKeysWith: { $1 })
    offers = Dictionary(
      contents.ownershipOffers.map { ($0.application, $0) }, uniquingKeysWith: { $1 })
    former = FormerActors(in: contents)
  }

  func text(title: String) -> String {
    var writer = YAMLWriter()
    writer.write("format", Scenario.format)
    if !title.isEmpty { writer.write("title", title) }
    writer.map("identities") { writer in
      let people = contents.identities.filter { $0.kind != .application }
      for identity in people.sorted(by: { $0.id < $1.id }) { writer.write(identity) }
      for id in former.identities.sorted() { writer.write(id.text, "deleted") }
    }
    writer.map("groups") { writer in writeGroups(to: &writer) }
    writer.map("applications") { writer in
      for application in contents.applications.sorted(by: { $0.id < $1.id }) {
        write(application, to: &writer)
      }
    }
    let rounds = contents.permissions.sorted {
      ($0.direction.source, $0.direction.target, $0.round)
        < ($1.direction.source, $1.direction.target, $1.round)
    }
    if !rounds.isEmpty {
      writer.list("exchange-permissions") { writer in
        for round in rounds { writer.entry { $0.write(round) } }
      }
    }
    return writer.text
  }

  private func writeGroups(to writer: inout YAMLWriter) {
    let members = Dictionary(grouping: contents.memberships, by: \.group)
    for group in contents.groups.sorted(by: { $0.id < $1.id }) {
      writer.map(group.id.text) { writer in
        writer.writeIfAny("name", group.displayName)
        writer.writeIfAny("description", group.description)
        var people: [IdentityIdentifier] = []
        var groups: [GroupIdentifier] = []
        var applications: [ApplicationIdentifier] = []
        for member in members[group.id, default: []].map(\.member) {
          switch member {
          case .group(let id): groups.append(id)
          case .identity(let id):
            if let application = self.application(of: id) {
              applications.append(application)
            } else {
              people.append(id)
            }
          }
        }
        writer.writeIfAny("members", people.sorted().map(\.text))
        writer.writeIfAny("member-groups", groups.sorted().map(\.text))
        writer.writeIfAny("member-applications", applications.sorted().map(\.text))
        writer.writeIfAny(
          "former-members", former.members[group.id, default: []].sorted().map(\.text))
      }
    }
  }

  /// The application that an identity is the own one of.
  private func application(of id: IdentityIdentifier) -> ApplicationIdentifier? {
    guard identities[id]?.kind == .application else { return nil }
    let prefix = IdentityIdentifier(applicationIdentity: ApplicationIdentifier(trusted: "")).text
    return ApplicationIdentifier(trusted: String(id.text.dropFirst(prefix.count)))
  }

  private func write(_ application: Application, to writer: inout YAMLWriter) {
    writer.map(application.id.text) { writer in
      writer.write("name", application.name)
      writer.write("owner", application.owner.text)
      writer.writeIfAny("administrators", application.administrators?.text ?? "")
      if application.category != .official {
        writer.write("category", application.category.rawValue)
      }
      writer.writeIfAny("home-page", application.homePage)
      writer.writeIfAny("description", application.description)
      writer.write("created", application.createdAt.rfc3339)
      if application.blocked { writer.write("blocked", literal: "true") }
      if identities[application.identity]?.enabled == false {
        writer.write("identity-enabled", literal: "false")
      }
      if let registration = registrations[application.id] {
        writer.write(registration, secret: contents.secrets[application.id])
      }
      if let form = saml[application.id] { writer.write(form) }
      writer.writeIfAny(
        "former-owners", former.owners[application.id, default: []].sorted().map(\.text))
      if let offer = offers[application.id] { writer.write(offer, owner: application.owner) }
      writer.writeRoles(
        roles[application.id, default: []], links: links[application.id, default: []],
        of: application.id)
    }
  }
}
