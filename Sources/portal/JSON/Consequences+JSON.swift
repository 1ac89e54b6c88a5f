import PortalModel

extension Consequences {
  /// What goes or changes with a command, beside what it names and with it.
  var json: JSONValue {
    .object([
      .init("applications", .texts(applications.map(\.text))),
      .init("roles", .texts(roles.map(\.text))),
      .init("role_links", .array(roleLinks.map(\.json))),
      .init("registrations", .texts(registrations.map(\.text))),
      .init("saml_registrations", .texts(samlRegistrations.map(\.text))),
      .init("secrets", .texts(secrets.map(\.text))),
      .init("permissions", .array(permissions.map { .object($0.members) })),
      .init("memberships", .array(memberships.map(\.json))),
      .init("offers", .texts(offers.map(\.text))),
      .init("accounts", .texts(identities.map(\.text))),
      .init("changed_applications", .array(changedApplications.map(Self.json))),
      .init("changed_accounts", .texts(changedIdentities.map(\.id.text))),
    ])
  }

  private static func json(_ application: Application) -> JSONValue {
    .object([
      .init("id", JSONValue(application.id)), .init("owner", JSONValue(application.owner)),
      .init("administrators", .optional(application.administrators?.text)),
      .init("blocked", .bool(application.blocked)),
    ])
  }
}

extension RoleLink {
  fileprivate var json: JSONValue {
    .object([
      .init("application", JSONValue(application)), .init("role", JSONValue(role)),
      .init("group", JSONValue(group)),
    ])
  }
}

extension Membership {
  fileprivate var json: JSONValue {
    .object([.init("member", member.json), .init("group", JSONValue(group))])
  }
}
