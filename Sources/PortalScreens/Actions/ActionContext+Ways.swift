extension ActionContext {
  /// The contexts whose keys work together with this one's, the nearest first.
  public var stack: [ActionContext] {
    switch self {
    case .everywhere: [.everywhere]
    case .details, .registration, .roles, .memberships: [self, .application, .everywhere]
    case .applications, .application, .linkedGroups, .permissions, .requests, .exchange, .tokens,
      .activity:
      [self, .everywhere]
    }
  }

  /// The section whose first screen this is; `nil` for what lies deeper.
  var section: Section? {
    switch self {
    case .applications: .applications
    case .requests: .requests
    case .exchange: .exchange
    case .activity: .activity
    case .everywhere, .application, .details, .registration, .roles, .memberships, .linkedGroups,
      .permissions, .tokens:
      nil
    }
  }

  /// How one comes to where the context's keys work, as the end of a sentence.
  var way: String {
    switch self {
    case .everywhere: "everywhere"
    case .applications: "in 1 Applications"
    case .application: "on an application's page: open one in 1 Applications"
    case .details: "on an application's tab \"Application details\""
    case .registration: "on an application's tab \"SSO Registration\""
    case .roles: "on an application's tab \"Roles\""
    case .memberships: "on an application's tab \"Group memberships\""
    case .linkedGroups: "in the linked groups of a role: an application's tab \"Roles\", then g"
    case .permissions: "in an application's token exchange permissions: open one, then t"
    case .requests: "in 2 Requests"
    case .exchange: "in 4 Exchange"
    case .activity: "in 7 Activity"
    case .tokens: "on the tokens of an exchange: run one in 4 Exchange, then t"
    }
  }
}
