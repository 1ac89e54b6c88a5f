import PortalModel
import PortalTestSupport

/// A command and who gives it.
struct Given: Sendable {
  var command: PortalCommand
  var by: IdentityIdentifier

  init(_ by: IdentityIdentifier, _ command: PortalCommand) {
    self.command = command
    self.by = by
  }
}

extension MemoryPortal {
  func perform(_ given: Given, at instant: Instant = Story.start) throws {
    try perform(given.command, as: given.by, at: instant)
  }

  /// The story's world after some commands.
  static func story(after before: [Given]) throws -> MemoryPortal {
    let portal = try MemoryPortal.story()
    for given in before { try portal.perform(given) }
    return portal
  }
}

/// Short names for what the tables below speak of.
enum Name {
  static let shop = ApplicationIdentifier(trusted: "shop")
  static let nowhere = ApplicationIdentifier(trusted: "nowhere")
  static let nobody = IdentityIdentifier(trusted: "nobody")
  static let buyer = RoleIdentifier(trusted: "buyer")
  static let users = GroupIdentifier(trusted: "frontend-users")
  static let admins = GroupIdentifier(trusted: "frontend-admins")
  static let team = GroupIdentifier(trusted: "web-team")
  static let nogroup = GroupIdentifier(trusted: "no-group")
  static let back = redirect("https://back.example/*")
  static let form = RegistrationForm(
    kind: .confidential, redirectURIs: [back], baseURL: "https://back.example")
  static let asked = Given(
    Story.alice, .requestExchange(Story.direction, justification: "Please."))
  static let granted = Given(Story.bob, .grantExchange(Story.direction))

  static func redirect(_ text: String) -> RedirectURI { RedirectURI(trusted: text) }

  static func application(
    _ id: ApplicationIdentifier = shop, name: String = "Shop", homePage: String = "",
    description: String = "", administrators: GroupIdentifier? = nil,
    registration: RegistrationForm? = nil
  ) -> PortalCommand {
    .registerApplication(
      ApplicationForm(
        id: id, name: name, homePage: homePage, description: description,
        administrators: administrators, registration: registration))
  }

  static func role(
    _ id: RoleIdentifier = buyer, of application: ApplicationIdentifier = Story.frontEnd,
    name: String = "Buyer", description: String = ""
  ) -> Role {
    Role(application: application, id: id, name: name, description: description)
  }

  static func link(
    _ role: RoleIdentifier = Story.frontendUser, _ group: GroupIdentifier = admins
  ) -> RoleLink {
    RoleLink(application: Story.frontEnd, role: role, group: group)
  }

  static func person(
    _ id: IdentityIdentifier, kind: AccountKind = .guest, givenName: String = ""
  ) -> Identity {
    Identity(id: id, kind: kind, givenName: givenName)
  }
}
