import ArgumentParser
import PortalModel
import PortalStore

/// `portal role …`: the roles of applications.
struct RoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Add, change and delete roles, and link groups to them.",
    discussion: """
      "portal app show" lists an application's roles, "portal why role" says who has one and why.
      """,
    subcommands: [
      AddRole.self, EditRole.self, DeleteRole.self, LinkGroup.self, UnlinkGroup.self,
    ])
}

/// Which role, and who does it.
struct RoleOptions: ParsableArguments {
  @Argument(help: "The role's identifier.", transform: Parsing.role) var id: RoleIdentifier
  @Option(help: "The role's application.", transform: Parsing.application)
  var app: ApplicationIdentifier
  @OptionGroup var person: PersonOption
}

/// The fields of a role that were named.
struct RoleFields: ParsableArguments {
  @Option(help: "What it is for.") var description: String?
  @Flag(inversion: .prefixedNo, help: "Whether it is required to access the application.")
  var required: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether it needs a second factor.") var mfa: Bool?
  @Flag(inversion: .prefixedNo, help: "Whether it applies to all authenticated users.")
  var allUsers: Bool?
  @Option(
    help: ArgumentHelp(
      "The minimum level of assurance: any, social, guest, edugain, edugain-sirtfi or cern.",
      valueName: "level"),
    transform: Parsing.level)
  var loa: LevelOfAssurance?

  func apply(to role: Role) -> Role {
    var role = role
    role.description = description ?? role.description
    role.required = required ?? role.required
    role.multifactor = mfa ?? role.multifactor
    role.appliesToAll = allUsers ?? role.appliesToAll
    role.minimumLevel = loa ?? role.minimumLevel
    return role
  }
}

/// A verb about one role.
protocol RoleVerb: PerformingVerb {
  var role: RoleOptions { get }
}

extension RoleVerb {
  var person: PersonOption { role.person }
}

/// `portal role add`.
struct AddRole: RoleVerb {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a role to an application.",
    discussion: """
      Example:
        portal role add reader --app back-end-api --name Reader --loa guest --as bob
      """)
  @OptionGroup var role: RoleOptions
  @Option(help: "The name.") var name: String
  @OptionGroup var fields: RoleFields
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .defineRole(fields.apply(to: Role(application: role.app, id: role.id, name: name)))
  }
}

/// `portal role edit`.
struct EditRole: RoleVerb {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a role: the fields that are named here.",
    discussion: """
      Example:
        portal role edit reader --app back-end-api --mfa --as bob
      """)
  @OptionGroup var role: RoleOptions
  @Option(help: "The name.") var name: String?
  @OptionGroup var fields: RoleFields
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) throws -> PortalCommand {
    let roles = try session.database.application(role.app)?.roles ?? []
    var changed =
      roles.first { $0.id == role.id }
      ?? Role(application: role.app, id: role.id, name: role.id.text)
    changed.name = name ?? changed.name
    return .editRole(fields.apply(to: changed))
  }
}

/// `portal role delete`.
struct DeleteRole: RoleVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a role with its links to groups.",
    discussion: """
      Example:
        portal role delete reader --app back-end-api --as bob
      """)
  @OptionGroup var role: RoleOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteRole(role.app, role.id) }
}

/// `portal role link`.
struct LinkGroup: RoleVerb {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Link a group to a role: its members are given the role.",
    discussion: """
      Example:
        portal role link reader --app back-end-api --group web-team --as bob
      """)
  @OptionGroup var role: RoleOptions
  @Option(help: "The group.", transform: Parsing.group) var group: GroupIdentifier
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .linkGroup(RoleLink(application: role.app, role: role.id, group: group))
  }
}

/// `portal role unlink`.
struct UnlinkGroup: RoleVerb {
  static let configuration = CommandConfiguration(
    commandName: "unlink", abstract: "Take a linked group off a role.",
    discussion: """
      Example:
        portal role unlink reader --app back-end-api --group web-team --as bob
      """)
  @OptionGroup var role: RoleOptions
  @Option(help: "The group.", transform: Parsing.group) var group: GroupIdentifier
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .unlinkGroup(RoleLink(application: role.app, role: role.id, group: group))
  }
}
