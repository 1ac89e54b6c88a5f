// What somebody who knows the portal looks for beside the 32 rows.
extension FidelityRow {
  /// Further things of the real portal and its surroundings.
  public static let further: [FidelityRow] = [
    .init(
      "Deleting an application with all that hangs on it",
      [.action(.deleteApplication), .command("app delete")],
      rules: [
        "application-delete", "application-delete-owner", "application-deleted-name-free",
      ]),
    .init(
      "Rejecting and withdrawing a request, asking again",
      [.action(.reject), .action(.withdraw), .command("permission reject")],
      rules: [
        "exchange-reject-reason", "exchange-withdraw", "exchange-again", "exchange-blocked-no",
      ]),
    .init(
      "The history of a permission", [.action(.history), .command("permission list")],
      rules: ["exchange-again"], "All of it."),
    .init(
      "What would have been an e-mail", [.action(.mail)],
      "Its words; that one is sent is CERN's practice in the account portal."),
    .init(
      "The service's own settings of a client",
      [.action(.advanced), .command("registration edit")],
      rules: [
        "client-defaults", "client-settings-kept", "client-settings-registered",
        "client-lifetime", "client-lists", "client-origins",
      ], "At CERN a ticket changes them."),
    .init(
      "A blocked application",
      [.action(.blockApplication), .command("app unblock")],
      rules: ["token-blocked-source", "token-blocked-target", "exchange-blocked"]),
    .init(
      "Accounts of every kind", .part, [.action(.newPerson), .command("person add")],
      rules: [
        "account-kinds", "account-open", "account-disabled", "account-delete", "login-form",
        "login-kept", "login-unique", "account-application-made", "personal-text-limits",
        "supervisor-person", "supervisor-cycle", "delete-owner", "login-never-again",
        "account-primary-once", "account-owner", "account-owner-primary",
        "account-secondary-limit", "account-service-limit", "account-owner-kept", "orcid-form",
      ],
      "An owner may be left out; a service account changes hands at once, without its new owner's yes; "
        + "the accounts of somebody who leaves stay as they are."),
    .init(
      "Groups", .part, [.action(.newPerson), .action(.nestGroup), .command("group add")],
      rules: [
        "group-identifier", "group-unique", "group-members", "group-member-once",
        "group-members-whole",
        "group-members-somebody",
        "group-member-exists", "group-member-direct", "group-cycle", "group-deep", "group-delete",
        "group-text-limits",
      ], "Dynamic groups, whose members come from a query, are not here."),
    .init(
      "The service's roles for everybody's applications (application_manager, service_desk, …)",
      .none, [.action(.actAs)],
      "Whoever is to manage is put into the administrators group, or acted as."),
    .init(
      "Withheld roles by name (CernRolesMissingLoa of SAML)", .part,
      [.action(.roleHolders), .command("why role")], rules: ["role-all-conditions"],
      "Screens and command line name each role that was withheld and why; no claim does, since an "
        + "OIDC name for it is not public."),
    .init(
      "A groups claim, after a ticket",
      [
        .action(.advanced), .command("registration settings"),
        .path("/protocol/openid-connect/userinfo"),
      ],
      rules: ["token-no-groups", "token-groups-claim"],
      "The ticket: here it is a setting. Roles are the way that CERN recommends."),
    .init(
      "Whole portals as text", [.command("scenario export"), .command("scenario load")],
      rules: ["scenario-whole", "scenario-in-scenario"], "All of it."),
    .init(
      "Taking back what was done", [.action(.undo), .action(.returnToRow), .command("undo")],
      "All of it: the real portal keeps no such history for its users."),
  ]
}
