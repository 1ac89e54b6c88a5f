import TerminalKit

private func letter(_ character: Character) -> Key { .character(character) }

extension ActionSpec {
  static let lists: [ActionSpec] = [
    ActionSpec(
      .open,
      [
        .applications, .people, .personGroups, .personApplications, .personRoles, .groupMembers,
        .groupRoles, .groupAbove, .map, .holders, .memberships,
      ], [.enter], "open", "Open what is under the cursor.", priority: 9),
    ActionSpec(
      .newApplication, [.applications], [letter("n")], "new",
      "Add an Application: the two-step form.", priority: 8),
    ActionSpec(
      .filter, [.applications, .people], [letter("/")], "filter",
      "Filter as you type: part of identifier, name, owner or e-mail; ^text begins with, =text "
        + "equals.",
      priority: 8),
    ActionSpec(
      .filterWay, [.applications, .people], [.control("t")], "begins/equals",
      "Filter by what contains the text, begins with it (^) or equals it (=), in turn.",
      priority: 0),
    ActionSpec(
      .scope, [.applications], [.tab, letter("a")], "mine/all",
      "Switch between your applications and everybody's.", priority: 6),
    ActionSpec(
      .sort, [.applications], [letter("o")], "sort",
      "Sort by identifier, by name, by owner, by category.", priority: 3),
    ActionSpec(
      .categoryFilter, [.applications], [letter("c")], "category",
      "List only Official, only Personal or only Test applications, or all.", priority: 2),
  ]
}
