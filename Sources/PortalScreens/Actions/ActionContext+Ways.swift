extension ActionContext {
  /// The contexts whose keys work together with this one's, the nearest first.
  public var stack: [ActionContext] {
    switch self {
    case .everywhere: [.everywhere]
    case .details, .registration, .roles, .memberships: [self, .application, .everywhere]
    case .personAccount, .personGroups, .personApplications, .personRoles:
      [self, .person, .everywhere]
    case .groupMembers, .groupRoles, .groupAbove, .groupDetails: [self, .group, .everywhere]
    case .people, .person, .group, .map, .holders: [self, .everywhere]
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
    case .people: .people
    case .exchange: .exchange
    case .map: .map
    case .activity: .activity
    case .everywhere, .application, .details, .registration, .roles, .memberships, .linkedGroups,
      .permissions, .person, .personAccount, .personGroups, .personApplications, .personRoles,
      .group, .groupMembers, .groupRoles, .groupAbove, .groupDetails, .holders, .tokens:
      nil
    }
  }

  /// How one comes to where the context's keys work, as the end of a sentence.
  var way: String {
    switch self {
    case .everywhere: "everywhere"
    case .applications: "in \(Section.applications.name)"
    case .application: "on an application's page: open one in \(Section.applications.name)"
    case .details: "on an application's tab \"Application details\""
    case .registration: "on an application's tab \"SSO Registration\""
    case .roles: "on an application's tab \"Roles\""
    case .memberships: "on an application's tab \"Group memberships\""
    case .linkedGroups:
      "in the linked groups of a role: an application's tab \"Roles\", then \(keyName(.linkedGroups))"
    case .permissions:
      "in an application's token exchange permissions: open one, then \(keyName(.permissions))"
    case .requests: "in \(Section.requests.name)"
    case .people: "in \(Section.people.name)"
    case .person: "on a person's page: open one in \(Section.people.name)"
    case .personAccount: "on a person's tab \"Account\""
    case .personGroups: "on a person's tab \"Groups\""
    case .personApplications: "on a person's tab \"Applications owned\""
    case .personRoles: "on a person's tab \"Roles\""
    case .group: "on a group's page: open one in \(Section.people.name)"
    case .groupMembers: "on a group's tab \"Members\""
    case .groupRoles: "on a group's tab \"Roles it gives\""
    case .groupAbove: "on a group's tab \"In groups\""
    case .groupDetails: "on a group's tab \"Group details\""
    case .exchange: "in \(Section.exchange.name)"
    case .map: "in \(Section.map.name)"
    case .holders:
      "on who has a role: an application's tab \"Roles\", then \(keyName(.roleHolders))"
    case .activity: "in \(Section.activity.name)"
    case .tokens:
      "on the tokens of an exchange: run one in \(Section.exchange.name), then \(keyName(.tokens))"
    }
  }
}
