import ArgumentParser
import PortalModel

/// `portal group …`: groups and who is in them. The real portal has no such page.
struct GroupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group", abstract: "Add and delete groups, and say who is in them.",
    subcommands: [AddGroup.self, DeleteGroup.self, JoinGroup.self, LeaveGroup.self])
}

/// Which group, and who does it.
struct GroupOptions: ParsableArguments {
  @Argument(help: "The group's identifier.", transform: Parsing.group) var id: GroupIdentifier
  @OptionGroup var person: PersonOption
}

/// Who or what is put into a group or taken out.
struct MemberOptions: ParsableArguments {
  @Option(help: "The account, an application's own included.", transform: Parsing.identity)
  var user: IdentityIdentifier?
  @Option(name: .customLong("group"), help: "Or the group inside.", transform: Parsing.group)
  var inner: GroupIdentifier?

  func validate() throws {
    if (user == nil) == (inner == nil) {
      throw ValidationError("Give --user LOGIN or --group GROUP: one of them.")
    }
  }

  /// The member; `validate` has seen to it that there is one.
  func member() throws -> Member {
    if let user { return .identity(user) }
    if let inner { return .group(inner) }
    throw UsageError("Give --user LOGIN or --group GROUP: one of them.")
  }
}

/// A verb about one group.
protocol GroupVerb: PerformingVerb {
  var group: GroupOptions { get }
}

extension GroupVerb {
  var person: PersonOption { group.person }
}

/// `portal group add`.
struct AddGroup: GroupVerb {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a group.")
  @OptionGroup var group: GroupOptions
  @Option(help: "The name.") var name: String
  @Option(help: "What it is for.") var description = ""
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .createGroup(Group(id: group.id, displayName: name, description: description))
  }
}

/// `portal group delete`.
struct DeleteGroup: GroupVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a group with its memberships and links to roles.")
  @OptionGroup var group: GroupOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteGroup(group.id) }
}

/// `portal group join`.
struct JoinGroup: GroupVerb {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Put somebody, or a group, into a group.")
  @OptionGroup var group: GroupOptions
  @OptionGroup var member: MemberOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) throws -> PortalCommand {
    .addMember(try member.member(), to: group.id)
  }
}

/// `portal group leave`.
struct LeaveGroup: GroupVerb {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: "Take somebody, or a group, out of a group.")
  @OptionGroup var group: GroupOptions
  @OptionGroup var member: MemberOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) throws -> PortalCommand {
    .removeMember(try member.member(), from: group.id)
  }
}
