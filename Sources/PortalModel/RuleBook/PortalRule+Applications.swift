extension PortalRule {
  static let applications: [PortalRule] = [
    .init(
      "application-identifier-form", .applications,
      "An identifier has 3 to 32 characters: first a lower-case letter, then lower-case letters, "
        + "digits, - and _.", .adding),
    .init(
      "application-identifier-unique", .applications,
      "No two applications have one identifier, whoever owns them.", .adding),
    .init(
      "application-identifier-no-login", .applications,
      "An identifier is nobody's login.", .adding),
    .init(
      "login-no-application-identifier", .applications,
      "A new account's login is no application's identifier: the other half of the rule.",
      .inferred("the rule that an identifier is nobody's login")),
    .init(
      "application-identifier-kept", .applications,
      "An identifier is never changed: it is the client ID.", .invented),
    .init("application-name", .applications, "An application has a name.", .adding),
    .init(
      "application-name-unique", .applications, "No two applications have one name.", .adding),
    .init(
      "application-text-limits", .applications,
      "A name has at most 128 characters, a description 2,000.", .invented),
    .init(
      "description-cut", .applications,
      "The single sign-on keeps a description longer than 255 characters cut to 253, and .. behind.",
      .code),
    .init(
      "home-page-address", .applications,
      "A home page may be left out; where there is one it is an address of http or https.",
      .adding),
    .init(
      "home-page-not-local", .applications, "A home page on localhost is refused.", .users),
    .init(
      "application-category", .applications,
      "A category is Official, Personal or Test; an untouched form says Official.", .screenshots),
    .init(
      "application-owner", .applications, "Whoever adds an application owns it.", .adding),
    .init(
      "application-needs-account", .applications,
      "Only an account that exists and may sign in adds or manages applications.",
      .inferred("the portal's sign-in page")),
    .init(
      "administrators-group", .applications,
      "The administrators group may be left out; where one is named it exists.", .adding),
    .init(
      "managers", .applications,
      "The owner and everybody in the administrators group manage an application, and nobody else.",
      .scheme),
    .init(
      "managers-nested", .applications,
      "Members of groups inside the administrators group manage as well.",
      .inferred("group membership being recursive for roles")),
    .init(
      "application-identity", .applications,
      "With an application comes its own account, service-account-<identifier>.", .access),
    .init(
      "application-identity-free", .applications,
      "The login of that account must be free.", .invented),
    .init(
      "application-identity-member", .applications,
      "An application's own account can be put into groups, and so be given roles elsewhere.",
      .scheme),
    .init(
      "application-identity-kept", .applications,
      "That account comes and goes with its application: nobody edits or deletes it.", .invented),
    .init(
      "application-delete", .applications,
      "Deleting takes roles, links, registrations, the own account and permissions both ways along.",
      .invented),
    .init(
      "application-delete-owner", .applications,
      "An application whose own account owns another one is not deleted.", .invented),
    .init(
      "application-deleted-name-free", .applications,
      "Identifier and name of a deleted application can be used again.", .invented),
    .init(
      "application-block", .applications,
      "Managers block an application and lift the block; blocking twice changes nothing.",
      .invented),
  ]

  static let ownership: [PortalRule] = [
    .init(
      "transfer-accept", .ownership,
      "A new owner must accept: only then do they own the application.", .lifeCycle),
    .init(
      "transfer-to-account", .ownership, "An application is offered to an enabled account.",
      .invented),
    .init(
      "transfer-to-other", .ownership, "It is offered to somebody else than its owner.",
      .invented),
    .init("transfer-once", .ownership, "One offer waits at a time.", .invented),
    .init(
      "transfer-answer", .ownership, "Only whoever it was offered to accepts or declines.",
      .inferred("the new owner having to approve")),
    .init(
      "transfer-decline", .ownership, "A declined offer is gone, and the owner stays.",
      .inferred("the new owner having to approve")),
    .init(
      "transfer-withdraw", .ownership, "Managers take an offer back while it waits.", .invented),
    .init(
      "transfer-keeps", .ownership,
      "Administrators group and permissions stay with the application; the former owner has no say.",
      .invented),
    .init(
      "pending-follows-transfer", .ownership,
      "What waits for the former owner then waits for the new one.", .invented),
    .init(
      "leave-official", .ownership,
      "When an owner leaves, official applications pass to the supervisor.",
      .page("Life of resources")),
    .init(
      "leave-supervisor-upward", .ownership,
      "Where the supervisor is gone too, the next one upward takes over; without any, nobody leaves.",
      .invented),
    .init(
      "leave-personal", .ownership,
      "Personal and test applications of somebody who leaves are blocked (at once; at CERN after "
        + "60 days, and deleted after 180).", .page("Life of resources")),
    .init(
      "leave-administrators", .ownership,
      "The administrators group of an application manages it on when the owner leaves.",
      .inferred("administrators managing as the owner does")),
    .init(
      "leave-account", .ownership,
      "The account of somebody who leaves is disabled, and what was offered to them lapses.",
      .invented),
    .init(
      "supervisor-person", .ownership,
      "A supervisor is an account that exists, and no application's.", .invented),
    .init(
      "supervisor-cycle", .ownership, "Nobody is their own supervisor, by whatever path.",
      .invented),
    .init(
      "delete-owner", .ownership, "An account that owns an application is not deleted.",
      .inferred("every resource having an owner")),
  ]
}
