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
      Performing<AddRole>.self, Performing<EditRole>.self, Removing<DeleteRole>.self,
      Performing<LinkGroup>.self, Performing<UnlinkGroup>.self,
    ])
}

/// Which role, and who does it.
struct RoleOptions: DeedSubject {
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

/// What is typed of a new role.
struct NewRole: DeedSubject {
  @OptionGroup var role: RoleOptions
  @Option(help: "The name.") var name: String
  @OptionGroup var fields: RoleFields
  var person: PersonOption { role.person }
}

/// `portal role add`.
enum AddRole: Deed {
  static let words = VerbWords(
    "add", "Add a role to an application.",
    examples: "portal role add reader --app back-end-api --name Reader --loa guest --as bob")
  static func command(_ what: NewRole, in _: DeedPlace) -> PortalCommand {
    .defineRole(
      what.fields.apply(to: Role(application: what.role.app, id: what.role.id, name: what.name)))
  }
}

/// What is typed of a role that is to change.
struct ChangedRole: DeedSubject {
  @OptionGroup var role: RoleOptions
  @Option(help: "The name.") var name: String?
  @OptionGroup var fields: RoleFields
  var person: PersonOption { role.person }
}

/// `portal role edit`.
enum EditRole: Deed {
  static let words = VerbWords(
    "edit", "Change a role: the fields that are named here.",
    examples: "portal role edit reader --app back-end-api --mfa --as bob")
  static func command(_ what: ChangedRole, in place: DeedPlace) throws -> PortalCommand {
    let (app, id) = (what.role.app, what.role.id)
    let roles = try place.session.database.application(app)?.roles ?? []
    var changed =
      roles.first { $0.id == id } ?? Role(application: app, id: id, name: id.text)
    changed.name = what.name ?? changed.name
    return .editRole(what.fields.apply(to: changed))
  }
}

/// `portal role delete`.
enum DeleteRole: Removal {
  static let words = VerbWords(
    "delete", "Delete a role with its links to groups.",
    examples: "portal role delete reader --app back-end-api --as bob")
  static func command(_ what: RoleOptions, in _: DeedPlace) -> PortalCommand {
    .deleteRole(what.app, what.id)
  }
}

/// A role, and a group.
struct RoleLinkOptions: DeedSubject {
  @OptionGroup var role: RoleOptions
  @Option(help: "The group.", transform: Parsing.group) var group: GroupIdentifier
  var person: PersonOption { role.person }
  var link: RoleLink { RoleLink(application: role.app, role: role.id, group: group) }
}

/// `portal role link`.
enum LinkGroup: Deed {
  static let words = VerbWords(
    "link", "Link a group to a role: its members are given the role.",
    examples: "portal role link reader --app back-end-api --group web-team --as bob")
  static func command(_ what: RoleLinkOptions, in _: DeedPlace) -> PortalCommand {
    .linkGroup(what.link)
  }
}

/// `portal role unlink`.
enum UnlinkGroup: Deed {
  static let words = VerbWords(
    "unlink", "Take a linked group off a role.",
    examples: "portal role unlink reader --app back-end-api --group web-team --as bob")
  static func command(_ what: RoleLinkOptions, in _: DeedPlace) -> PortalCommand {
    .unlinkGroup(what.link)
  }
}
