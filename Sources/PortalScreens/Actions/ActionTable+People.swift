import TerminalKit

private func letter(_ character: Character) -> Key { .character(character) }

extension ActionSpec {
  static let people: [ActionSpec] = [
    ActionSpec(
      .newPerson, [.people], [letter("n")], "new",
      "Add an identity, or a group where groups are listed.", priority: 8),
    ActionSpec(
      .enableIdentity, [.person], [letter("b")], "enable/disable",
      "Let the account sign in, or forbid it.", priority: 4),
    ActionSpec(
      .signInAs, [.personRoles], [letter("s")], "signed in as…",
      "Choose how the person signed in: level and second factor decide about roles.", priority: 8),
    ActionSpec(
      .openRoles, [.personRoles], [letter("o")], "all users' roles",
      "Show or hide the roles that apply to all authenticated users.", priority: 7),
    ActionSpec(
      .joinGroup, [.personGroups], [letter("n")], "put into group",
      "Put the person into a group.", priority: 8),
    ActionSpec(
      .leaveGroup, [.personGroups], [letter("d"), .delete], "take out",
      "Take the person out of the group under the cursor.", priority: 7),
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
