/// What an action is in the real portal: the page, the button, and the request it stands for.
///
/// From portal.md §3, §4 and §7. Names in braces stand for what is under the cursor.
struct Bridge: Hashable, Sendable {
  /// How well this is known.
  enum Evidence: Hashable, Sendable {
    /// CERN's documentation says so.
    case documented
    /// Read off screenshots that users of the portal published.
    case seen
    /// CERN's own public code has it.
    case code
    /// Nothing public says it; this program had to make it up.
    case invented

    var words: String {
      switch self {
      case .documented: "documented"
      case .seen: "seen on published screenshots"
      case .code: "in CERN's public code"
      case .invented: "not public: invented here"
      }
    }
  }

  /// The page, and the button on it.
  var page: String
  var button: String
  /// The request, or `nil` where none is known.
  var request: String?
  var evidence: Evidence

  init(_ page: String, _ button: String, _ request: String? = nil, _ evidence: Evidence) {
    self.page = page
    self.button = button
    self.request = request
    self.evidence = evidence
  }
}

extension Bridge {
  private static let permissions = "Application › SSO Registration › Token exchange permissions"
  private static let adapter =
    "/api/v1.0/client/openid/{target}/token-exchange-permissions/{source}"
  private static let ssoTab = "Application › SSO Registration"
  private static let rolesTab = "Application › Roles"

  /// What is known of each action; one that is not here is this program's own.
  static let table: [ActionID: Bridge] = applications.merging(registrations) { first, _ in first }
    .merging(roles) { first, _ in first }.merging(exchange) { first, _ in first }
    .merging(people) { first, _ in first }.merging(ownership) { first, _ in first }

  private static let applications: [ActionID: Bridge] = [
    .newApplication: Bridge(
      "Applications › My Applications", "+ Add an Application", "POST /Application", .seen),
    .filter: Bridge(
      "Applications › My Applications", "Input search text; begins with, equals, contains",
      "GET /Application?filter=applicationIdentifier:contains:{text}&limit=100", .seen),
    .sort: Bridge(
      "Applications › My Applications", "the heading of a column", nil, .seen),
    .categoryFilter: Bridge(
      "Applications › My Applications", "the filter of the column, where there is one",
      "GET /Application?filter=resourceCategory:eq:{category}", .invented),
    .deleteApplication: Bridge(
      "Applications › My Applications", "the red bin in the row", "DELETE /Application/{app}",
      .seen),
    .permissions: Bridge(
      ssoTab, "the blue open padlock, \"Token exchange permissions\"", nil, .seen),
  ]

  private static let ownership: [ActionID: Bridge] = [
    .editApplication: Bridge(
      "Applications › My Applications", "the green pencil in the row", "PUT /Application/{app}",
      .seen),
    .transferApplication: Bridge(
      "not public", "not public", "PUT /Application/{app}  ownerId", .invented),
    .acceptOwnership: Bridge(
      "not public; documented for accounts", "Approve", nil, .invented),
    .declineOwnership: Bridge("not public; documented for accounts", "Reject", nil, .invented),
    .withdrawOwnership: Bridge("not public", "not public", nil, .invented),
    .blockApplication: Bridge("none: an administrator's", "none", nil, .invented),
    .editRegistration: Bridge(
      ssoTab, "the orange pencil", "PUT /api/v1.0/client/openid/{app}", .code),
    .advanced: Bridge(
      "none: the service's own settings", "by ticket", "PUT /api/v1.0/client/openid/{app}", .code),
    .editIdentity: Bridge("none", "by CERN's registration service", nil, .invented),
    .deleteIdentity: Bridge("none", "by CERN's registration service", nil, .invented),
    .departIdentity: Bridge("none", "happens by itself when a contract ends", nil, .documented),
    .editGroup: Bridge("Groups Portal", "Edit", "PUT /Group/{group}", .invented),
    .deleteGroup: Bridge("Groups Portal", "Delete", "DELETE /Group/{group}", .invented),
  ]

  private static let registrations: [ActionID: Bridge] = [
    .addRegistration: Bridge(ssoTab, "+ Add SSO", "POST /api/v1.0/client/openid", .code),
    .otherProvider: Bridge(ssoTab, "the row of the other provider", nil, .invented),
    .showSecret: Bridge(
      ssoTab, "the green eye", "GET /api/v1.0/client/openid/{app}/client-secret", .code),
    .regenerateSecret: Bridge(
      ssoTab, "beside the secret; where exactly is not public",
      "POST /api/v1.0/client/openid/{app}/client-secret", .code),
    .deleteRegistration: Bridge(
      ssoTab, "the red bin", "DELETE /api/v1.0/client/openid/{app}", .code),
  ]

  private static let roles: [ActionID: Bridge] = [
    .addRole: Bridge(
      rolesTab, "Add Role",
      "POST /Application/{app}/roles  name, displayName, description, required, multifactor, "
        + "applyToAllUsers", .documented),
    .editRole: Bridge(
      rolesTab, "the orange pencil", "PUT /Application/{app}/roles/{role}", .seen),
    .deleteRole: Bridge(
      rolesTab, "the red bin", "DELETE /Application/{app}/roles/{role}", .seen),
    .linkedGroups: Bridge(
      rolesTab, "the green people icon", "GET /Application/{app}/roles/{role}/groups", .seen),
    .linkGroup: Bridge(
      "Linked Groups", "Search by group identifier",
      "POST /Application/{app}/roles/{role}/groups/{group}", .documented),
    .unlinkGroup: Bridge(
      "Linked Groups", "the red bin", "DELETE /Application/{app}/roles/{role}/groups/{group}",
      .seen),
  ]

  private static let exchange: [ActionID: Bridge] = [
    .requestExchange: Bridge(
      permissions, "+ Request token exchange permission", nil, .documented),
    .grantExchange: Bridge(
      permissions, "Grant token exchange permission", "PUT \(adapter)", .code),
    .approve: Bridge(
      "not public: perhaps a page of requests, as in CERN's account portal", "Approve",
      "PUT \(adapter), once it is approved", .invented),
    .reject: Bridge(
      "not public: perhaps a page of requests, as in CERN's account portal", "Reject", nil,
      .invented),
    .withdraw: Bridge(permissions, "not public", nil, .invented),
    .revoke: Bridge(
      permissions, "the red bin under \"Granted permissions\"", "DELETE \(adapter)", .code),
    .runExchange: Bridge(
      "no page: an application does it", "none",
      "POST /auth/realms/cern/protocol/openid-connect/token  grant_type=urn:ietf:params:oauth:"
        + "grant-type:token-exchange, subject_token, audience={target}, requested_token_type",
      .documented),
  ]

  private static let people: [ActionID: Bridge] = [
    .newPerson: Bridge(
      "Users Portal; Groups Portal", "by CERN's registration, or Create a group", nil, .invented),
    .addMember: Bridge("Groups Portal", "Add members", "POST /Group/{group}/members", .invented),
    .nestGroup: Bridge("Groups Portal", "Add members", "POST /Group/{group}/members", .invented),
    .removeMember: Bridge("Groups Portal", "Remove", "DELETE /Group/{group}/members", .invented),
    .joinGroup: Bridge("Groups Portal", "Add members", "POST /Group/{group}/members", .invented),
    .leaveGroup: Bridge("Groups Portal", "Remove", "DELETE /Group/{group}/members", .invented),
    .enableIdentity: Bridge("none", "by CERN's registration service", nil, .invented),
    .openRoles: Bridge(
      "none", "none", "GET /Identity/{user}/groups/recursive", .documented),
  ]
}
