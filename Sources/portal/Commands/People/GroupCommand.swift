import ArgumentParser
import PortalModel

/// `portal group …`: groups and who is in them. The real portal has no such page.
struct GroupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "List, show, add, change and delete groups, and say who is in them.",
    subcommands: [
      ListGroups.self, ShowGroup.self, Performing<AddGroup>.self, Performing<EditGroup>.self,
      Removing<DeleteGroup>.self, JoinGroup.self, LeaveGroup.self,
    ])
}

/// Which group, and who does it.
struct GroupOptions: DeedSubject {
  @Argument(help: "The group's identifier.", transform: Parsing.group) var id: GroupIdentifier
  @OptionGroup var person: PersonOption
}

/// What is typed of a new group.
struct NewGroup: DeedSubject {
  @OptionGroup var group: GroupOptions
  @Option(help: "The name.") var name: String
  @Option(help: "What it is for.") var description = ""
  var person: PersonOption { group.person }
}

/// `portal group add`.
enum AddGroup: Deed {
  static let words = VerbWords(
    "add", "Add a group.", examples: "portal group add testers --name Testers --as alice")
  static func command(_ what: NewGroup, in _: DeedPlace) -> PortalCommand {
    .createGroup(
      Group(id: what.group.id, displayName: what.name, description: what.description))
  }
}

/// What is typed of a group that is to change.
struct ChangedGroup: DeedSubject {
  @OptionGroup var group: GroupOptions
  @Option(help: "The name.") var name: String?
  @Option(help: "What it is for.") var description: String?
  var person: PersonOption { group.person }
}

/// `portal group edit`.
enum EditGroup: Deed {
  static let words = VerbWords(
    "edit", "Change a group: the fields that are named here.",
    examples: "portal group edit web-team --name \"The web team\" --as alice")
  static func command(_ what: ChangedGroup, in place: DeedPlace) throws -> PortalCommand {
    let id = what.group.id
    var changed =
      try place.session.database.group(id) ?? Group(id: id, displayName: id.text)
    changed.displayName = what.name ?? changed.displayName
    changed.description = what.description ?? changed.description
    return .editGroup(changed)
  }
}

/// `portal group delete`.
enum DeleteGroup: Removal {
  static let words = VerbWords(
    "delete", "Delete a group with its memberships and links to roles.",
    examples: "portal group delete web-team --as alice")
  static func command(_ what: GroupOptions, in _: DeedPlace) -> PortalCommand {
    .deleteGroup(what.id)
  }
}
