extension PortalRule {
  static let people: [PortalRule] = [
    .init(
      "login-form", .people,
      "A login has 2 to 64 letters, digits and signs of - _ . @.", .invented),
    .init("login-unique", .people, "No two accounts have one login.", .lifeCycle),
    .init("login-kept", .people, "A login is never changed.", .page("Frequently asked questions")),
    .init(
      "login-never-again", .people,
      "The login of a deleted account is never given again (that of a deleted application is: invented).",
      .page("Frequently asked questions")),
    .init(
      "account-primary-once", .people,
      "A person has one primary account: no two have the same number of the person.", .lifeCycle),
    .init(
      "account-owner", .people,
      "Secondary and service accounts are somebody's: they name a primary account, no other kind does "
        + "(that it may be left out here is invented).", .lifeCycle),
    .init(
      "account-owner-primary", .people, "Accounts belong to primary accounts.",
      .inferred("the primary account being the person's main one")),
    .init(
      "account-secondary-limit", .people, "A person has at most 5 secondary accounts.",
      .lifeCycle),
    .init(
      "account-service-limit", .people, "A person has at most 20 service accounts.", .lifeCycle),
    .init(
      "account-owner-kept", .people,
      "An account that others belong to is not deleted, and stays primary.", .invented),
    .init(
      "orcid-form", .people, "An ORCID iD has 16 digits, the last of them a check digit.",
      .standard("ISO 7064, as ORCID uses it")),
    .init(
      "account-kinds", .people,
      "Accounts are primary, secondary, service, guest, social or eduGAIN.", .lifeCycle),
    .init(
      "account-application-made", .people,
      "Only adding an application makes an application's own account.", .access),
    .init(
      "account-disabled", .people, "A disabled account changes nothing in the portal.", .invented),
    .init(
      "account-open", .people,
      "Everybody adds, edits and deletes accounts here: at CERN it is not the portal that does.",
      .invented),
    .init(
      "account-delete", .people,
      "Deleting an account takes its memberships and offers along, and its place as supervisor.",
      .invented),
    .init(
      "personal-text-limits", .people, "Names and addresses have at most 128 characters.",
      .invented),
  ]

  static let groups: [PortalRule] = [
    .init(
      "group-identifier", .people,
      "A group identifier has 2 to 64 characters: first a lower-case letter, then lower-case "
        + "letters, digits, - _ and .", .invented),
    .init("group-unique", .people, "No two groups have one identifier.", .invented),
    .init(
      "group-members", .people, "Accounts, applications' own ones too, and groups are members.",
      .scheme),
    .init("group-member-once", .people, "Nobody is directly in a group twice.", .invented),
    .init(
      "group-members-whole", .people,
      "A list of members is put in or taken out whole, or not at all; whom a rule refuses is named.",
      .invented),
    .init(
      "group-members-somebody", .people, "A list of members names at least one.", .invented),
    .init("group-member-exists", .people, "Only who and what exists is a member.", .invented),
    .init(
      "group-member-direct", .people, "Only direct members are taken out of a group.", .invented),
    .init(
      "group-cycle", .people,
      "No group is inside itself; the refusal names the path that would close.", .invented),
    .init(
      "group-deep", .people, "Groups nest as deep as anybody likes.", .invented),
    .init(
      "group-delete", .people,
      "Deleting a group takes its memberships and role links along; an application that it "
        + "administered then has no administrators group.", .invented),
    .init(
      "group-text-limits", .people,
      "A group's name has at most 128 characters, its description 2,000.", .invented),
  ]

  static let scenarios: [PortalRule] = [
    .init(
      "scenario-whole", .scenarios,
      "A scenario replaces the whole portal, or nothing where a step of it is refused.", .invented),
    .init("scenario-in-scenario", .scenarios, "A scenario loads no other.", .invented),
  ]
}
