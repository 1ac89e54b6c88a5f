import ArgumentParser
import PortalModel

/// `portal group …`: groups and who is in them. The real portal has no such page.
struct GroupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "List, show, add, change and delete groups, and say who is in them.",
    subcommands: [
      ListGroups.self, ShowGroup.self, AddGroup.self, EditGroup.self, DeleteGroup.self,
      JoinGroup.self, LeaveGroup.self,
    ])
}

/// Which group, and who does it.
struct GroupOptions: ParsableArguments {
  @Argument(help: "The group's identifier.", transform: Parsing.group) var id: GroupIdentifier
  @OptionGroup var person: PersonOption
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
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a group.",
    discussion: """
      Example:
        portal group add testers --name Testers --as alice
      """)
  @OptionGroup var group: GroupOptions
  @Option(help: "The name.") var name: String
  @Option(help: "What it is for.") var description = ""
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand {
    .createGroup(Group(id: group.id, displayName: name, description: description))
  }
}

/// `portal group edit`.
struct EditGroup: GroupVerb {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a group: the fields that are named here.",
    discussion: """
      Example:
        portal group edit web-team --name "The web team" --as alice
      """)
  @OptionGroup var group: GroupOptions
  @Option(help: "The name.") var name: String?
  @Option(help: "What it is for.") var description: String?
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) throws -> PortalCommand {
    var changed =
      try session.database.group(group.id) ?? Group(id: group.id, displayName: group.id.text)
    changed.displayName = name ?? changed.displayName
    changed.description = description ?? changed.description
    return .editGroup(changed)
  }
}

/// `portal group delete`.
struct DeleteGroup: GroupVerb {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a group with its memberships and links to roles.",
    discussion: """
      Example:
        portal group delete web-team --as alice
      """)
  @OptionGroup var group: GroupOptions
  @OptionGroup var options: GlobalOptions
  func command(in session: PortalSession) -> PortalCommand { .deleteGroup(group.id) }
}
