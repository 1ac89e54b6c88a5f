import TerminalKit

private func letter(_ character: Character) -> Key { .character(character) }

extension ActionSpec {
  static let map: [ActionSpec] = [
    ActionSpec(
      .mapMode, [.map], [.tab], "matrix/tree", "Switch between the matrix and the tree.",
      priority: 8),
    ActionSpec(
      .findSource, [.map], [letter("/")], "find source",
      "Search for the source to stand on, or the application that the tree begins at.",
      priority: 7),
    ActionSpec(
      .findTarget, [.map], [letter("c")], "find target", "Search for the target to stand on.",
      priority: 6),
    ActionSpec(.mapLeft, [.map], [.left], "left", "Go to the target on the left.", priority: 0),
    ActionSpec(.mapRight, [.map], [.right], "right", "Go to the target on the right.", priority: 0),
  ]

  static let requests: [ActionSpec] = [
    ActionSpec(
      .requestDetails, [.requests], [.enter], "details",
      "Show requester, justification, what the source could do and which roles its users would "
        + "get.", priority: 9),
    ActionSpec(
      .mail, [.requests], [letter("m")], "read as e-mail",
      "Read the request, or its decision, as the e-mail that would have been sent.", priority: 4),
    ActionSpec(
      .requestHistory, [.requests, .map], [letter("v")], "history",
      "Show the whole history of the permission under the cursor.", priority: 4),
  ]

  static let people: [ActionSpec] = [
    ActionSpec(
      .newPerson, [.people], [letter("n")], "new",
      "Add an identity, or a group where groups are listed.", priority: 8),
    ActionSpec(
      .editIdentity, [.personAccount], [letter("e")], "edit", "Edit the account.", priority: 8),
    ActionSpec(
      .deleteIdentity, [.personAccount], [letter("d")], "delete",
      "Delete the account, with its memberships; it must own nothing.", priority: 6),
    ActionSpec(
      .departIdentity, [.personAccount], [letter("L")], "leaves CERN",
      "Let the person leave: official applications pass to the supervisor, others are blocked.",
      priority: 4),
    ActionSpec(
      .editGroup, [.groupDetails], [letter("e")], "edit", "Edit the group's name and description.",
      priority: 8),
    ActionSpec(
      .deleteGroup, [.groupDetails], [letter("d")], "delete",
      "Delete the group, with its memberships and its links to roles.", priority: 6),
    ActionSpec(
      .enableIdentity, [.person], [letter("b")], "enable/disable",
      "Let the account sign in, or forbid it.", priority: 4),
    ActionSpec(
      .signInAs, [.personRoles, .holders], [letter("s")], "signed in as…",
      "Choose how the person signed in: level and second factor decide about roles.", priority: 8),
    ActionSpec(
      .openRoles, [.personRoles], [letter("o")], "all users' roles",
      "Show or hide the roles that apply to all authenticated users.", priority: 7),
    ActionSpec(
      .joinGroup, [.personGroups, .memberships], [letter("n")], "put into group",
      "Put the person, or the application's own identity, into a group.", priority: 8),
    ActionSpec(
      .leaveGroup, [.personGroups, .memberships], [letter("d"), .delete], "take out",
      "Take the person, or the application's own identity, out of the group under the cursor.",
      priority: 7),
    ActionSpec(
      .addMember, [.groupMembers], [letter("n")], "add member", "Add somebody to the group.",
      priority: 8),
    ActionSpec(
      .nestGroup, [.groupMembers], [letter("N")], "add group",
      "Put another group into this one: its members are then members of this one too.",
      priority: 7),
    ActionSpec(
      .removeMember, [.groupMembers], [letter("d"), .delete], "take out",
      "Take the member under the cursor out of the group.", priority: 6),
  ]
}
