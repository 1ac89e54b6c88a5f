// Which requests are known: portal.md §7 (roles, identities, groups) and §4 (the adapter). All others
// are made like them, or made up.
extension Bridge {
  private static let list = "Applications › My Applications"
  private static let permissions = "Application › SSO Registration › Token exchange permissions"
  private static let adapter =
    "/api/v1.0/client/openid/{target}/token-exchange-permissions/{source}"
  private static let ssoTab = "Application › SSO Registration"
  private static let rolesTab = "Application › Roles"
  private static let requestsPage =
    "not public: perhaps a page of requests, as in CERN's account portal"

  static let applications: [ActionID: Bridge] = [
    .newApplication: Bridge(list, "+ Add an Application", .inferred("POST /Application"), .seen),
    .filter: Bridge(
      list, "Input search text; begins with, equals, contains",
      .inferred("GET /Application?filter=applicationIdentifier:contains:{text}&limit=100"), .seen),
    .sort: Bridge(list, "the heading of a column", nil, .seen),
    .categoryFilter: Bridge(
      list, "the filter of the column, where there is one",
      .inferred("GET /Application?filter=resourceCategory:eq:{category}"), .invented),
    .deleteApplication: Bridge(
      list, "the red bin in the row", .inferred("DELETE /Application/{app}"), .seen),
    .permissions: Bridge(
      ssoTab, "the blue open padlock, \"Token exchange permissions\"", nil, .seen),
    .editApplication: Bridge(
      list, "the green pencil in the row", .inferred("PUT /Application/{app}"), .seen),
    .blockApplication: Bridge(
      "none: an administrator's", "none", .inferred("PUT /Application/{app}  blocked"), .invented),
  ]

  static let ownership: [ActionID: Bridge] = [
    .transferApplication: Bridge(
      "not public", "not public", .inferred("PUT /Application/{app}  ownerId"), .invented),
    .acceptOwnership: Bridge(
      "not public; documented for accounts", "Approve", nil, .inferred),
    .declineOwnership: Bridge("not public; documented for accounts", "Reject", nil, .inferred),
    .withdrawOwnership: Bridge("not public", "not public", nil, .invented),
    .departIdentity: Bridge("none", "happens by itself when a contract ends", nil, .documented),
  ]

  static let registrations: [ActionID: Bridge] = [
    .addRegistration: Bridge(
      ssoTab, "+ Add SSO", .code("POST /api/v1.0/client/openid or …/client/saml"), .seen),
    .otherProvider: Bridge(ssoTab, "the row of the other provider", nil, .inferred),
    .showSecret: Bridge(
      ssoTab, "the green eye", .code("GET /api/v1.0/client/openid/{app}/client-secret"), .seen),
    .regenerateSecret: Bridge(
      ssoTab, "beside the secret; where exactly is not public",
      .code("POST /api/v1.0/client/openid/{app}/client-secret"), .inferred),
    .deleteRegistration: Bridge(
      ssoTab, "the red bin", .code("DELETE /api/v1.0/client/openid/{app}"), .seen),
    .editRegistration: Bridge(
      ssoTab, "the orange pencil", .code("PUT /api/v1.0/client/openid/{app}"), .seen),
    .advanced: Bridge(
      "none: the service's own settings", "by ticket",
      .code("PUT /api/v1.0/client/openid/{app}"), .inferred),
  ]

  static let roles: [ActionID: Bridge] = [
    .addRole: Bridge(
      rolesTab, "Add Role",
      .used(
        "POST /Application/{app}/roles  name, displayName, description, required, multifactor, "
          + "applyToAllUsers"), .seen),
    .editRole: Bridge(
      rolesTab, "the orange pencil", .inferred("PUT /Application/{app}/roles/{role}"), .seen),
    .deleteRole: Bridge(
      rolesTab, "the red bin", .inferred("DELETE /Application/{app}/roles/{role}"), .seen),
    .linkedGroups: Bridge(
      rolesTab, "the green people icon", .used("GET /Application/{app}/roles/{role}/groups"),
      .seen),
    .linkGroup: Bridge(
      "Linked Groups", "Search by group identifier",
      .used("POST /Application/{app}/roles/{role}/groups/{group}"), .seen),
    .unlinkGroup: Bridge(
      "Linked Groups", "the red bin",
      .inferred("DELETE /Application/{app}/roles/{role}/groups/{group}"), .inferred),
  ]

  static let exchange: [ActionID: Bridge] = [
    .requestExchange: Bridge(
      permissions, "+ Request token exchange permission", nil, .documented),
    .grantExchange: Bridge(
      permissions, "Grant token exchange permission", .code("PUT \(adapter)"), .seen),
    .approve: Bridge(
      requestsPage, "Approve", .inferred("PUT \(adapter), once it is approved"), .invented),
    .reject: Bridge(requestsPage, "Reject", nil, .invented),
    .withdraw: Bridge(permissions, "not public", nil, .invented),
    .revoke: Bridge(
      permissions, "the red bin under \"Granted permissions\"", .code("DELETE \(adapter)"), .seen),
    .runExchange: Bridge(
      "no page: an application does it", "none",
      .documented(
        "POST /auth/realms/cern/protocol/openid-connect/token  grant_type=urn:ietf:params:oauth:"
          + "grant-type:token-exchange, subject_token, audience={target}, requested_token_type"),
      .documented),
  ]

  private static let registration = "by CERN's registration service"

  static let people: [ActionID: Bridge] = [
    .newPerson: Bridge(
      "Users Portal; Groups Portal", "\(registration), or Create a group",
      .invented("POST /Group"), .invented),
    .addMember: group("Add members", .invented("POST /Group/{group}/members")),
    .nestGroup: group("Add members", .invented("POST /Group/{group}/members")),
    .removeMember: group("Remove", .invented("DELETE /Group/{group}/members")),
    .joinGroup: group("Add members", .invented("POST /Group/{group}/members")),
    .leaveGroup: group("Remove", .invented("DELETE /Group/{group}/members")),
    .editGroup: group("Edit", .inferred("PUT /Group/{group}")),
    .deleteGroup: group("Delete", .inferred("DELETE /Group/{group}")),
    .enableIdentity: Bridge("none", registration, nil, .invented),
    .editIdentity: Bridge("none", registration, nil, .invented),
    .deleteIdentity: Bridge("none", registration, nil, .invented),
    .openRoles: Bridge(
      "none", "none", .used("GET /Identity/{user}/groups/recursive"), .invented),
  ]

  /// What changes the portal here and has no like there.
  static let own: [ActionID: Bridge] = [
    .undo: Bridge("none: what is done there stays done", "none", nil, .invented),
    .redo: Bridge("none: what is done there stays done", "none", nil, .invented),
    .undoRow: Bridge("none: what is done there stays done", "none", nil, .invented),
    .returnToRow: Bridge("none: what is done there stays done", "none", nil, .invented),
    .fix: Bridge("the page of whatever the repair does", "as said there", nil, .invented),
  ]

  private static func group(_ button: String, _ request: Request) -> Bridge {
    Bridge("Groups Portal", button, request, .invented)
  }
}
