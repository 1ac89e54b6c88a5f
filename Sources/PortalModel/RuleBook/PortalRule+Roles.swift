extension PortalRule {
  static let roles: [PortalRule] = [
    .init(
      "role-identifier", .roles,
      "A role identifier keeps the rule of application identifiers.", .invented),
    .init(
      "role-identifier-unique", .roles, "It is unique within its application.", .invented),
    .init(
      "role-texts", .roles,
      "A role has a name, of at most 128 characters, and a description of at most 2,000.",
      .invented),
    .init(
      "role-default", .roles,
      "A new application has default-role: required, and given to all authenticated users.", .users),
    .init("role-default-level", .roles, "The default role asks for no level.", .invented),
    .init("role-default-deleted", .roles, "It can be edited and deleted as any other.", .users),
    .init(
      "role-form-level", .roles,
      "An untouched role form stands at \"EduGain with SIRTIFI\".", .screenshots),
    .init(
      "role-linked-group", .roles, "Members of any linked group are given the role.", .rolePage),
    .init(
      "role-linked-nested", .roles, "So are members of groups inside a linked one.", .rolePage),
    .init("role-link-once", .roles, "A group is linked to a role once.", .invented),
    .init("role-link-exists", .roles, "Only a group that exists is linked.", .invented),
    .init(
      "role-applies-to-all", .roles,
      "A role that applies to all is given whatever the groups say.", .screenshots),
    .init(
      "role-level", .roles, "The login must reach the role's minimum level of assurance.", .rolePage
    ),
    .init(
      "role-multifactor", .roles,
      "A role with \"Multifactor required\" is given only after a login with a second factor.",
      .screenshots),
    .init(
      "role-all-conditions", .roles,
      "All conditions must hold together; each one that does not is named.",
      .inferred("each condition being a minimum of its own")),
    .init(
      "level-six-stops", .roles,
      "The level has six stops, from \"Any (no restrictions)\" to \"CERN (highest)\"; stops 1 to 3 "
        + "are named here for social, guest and eduGAIN accounts (invented).", .screenshots),
    .init(
      "level-of-kind", .roles,
      "CERN's accounts reach the highest level, eduGAIN's stop 4, guests and social accounts lower.",
      .inferred("the kinds of accounts that CERN documents")),
    .init(
      "role-delete", .roles, "Deleting a role takes its group links along.", .invented),
  ]
}
