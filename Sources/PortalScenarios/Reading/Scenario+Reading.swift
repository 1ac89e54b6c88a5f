import PortalModel

/// The identifiers that a scenario declares, those of unreadable entries included: so that one
/// mistake in an entry does not make every mention of it another.
struct Declared {
  var identities: Set<IdentityIdentifier> = []
  var groups: Set<GroupIdentifier> = []
  var applications: Set<ApplicationIdentifier> = []
}

extension Scenario {
  static let keys = [
    "format", "title", "description", "identities", "groups", "applications",
    "exchange-permissions",
  ]

  mutating func read(_ root: Field) -> Declared {
    var declared = Declared()
    guard root.shape != .nothing else {
      root.reject(.nothing)
      return declared
    }
    guard let map = FieldMap(root, keys: Self.keys) else { return declared }
    if let format = map.required("format"), let text = format.raw(), text != Self.format {
      format.reject(.format(text, expected: Self.format))
    }
    title = map.text("title", maximum: FieldLimit.name)
    description = map.text("description")

    let people = map["identities"]?.keyed(IdentityIdentifier.self) ?? []
    declared.identities = Set(people.map(\.id.value))
    formerIdentities = people.filter { $0.field.isDeleted }.map(\.id)
    identities = people.filter { !$0.field.isDeleted }.compactMap { id, field in
      Self.identity(id.value, field).map { Located(value: $0, place: id.place) }
    }
    let groupFields = map["groups"]?.keyed(GroupIdentifier.self) ?? []
    declared.groups = Set(groupFields.map(\.id.value))
    groups = groupFields.compactMap { id, field in
      GroupEntry(id.value, field).map { Located(value: $0, place: id.place) }
    }
    let applicationFields = map["applications"]?.keyed(ApplicationIdentifier.self) ?? []
    declared.applications = Set(applicationFields.map(\.id.value))
    applications = applicationFields.compactMap { id, field in
      ApplicationEntry(id.value, field).map { Located(value: $0, place: id.place) }
    }
    permissions =
      map["exchange-permissions"]?.list { field in
        PermissionEntry(field).map { Located(value: $0, place: field.place) }
      } ?? []
    return declared
  }

  private static func identity(_ id: IdentityIdentifier, _ field: Field) -> Identity? {
    let keys = [
      "kind", "given-name", "family-name", "email", "person-id", "language", "enabled",
      "second-factor", "supervisor", "owner", "orcid", "uid", "gid", "institute",
    ]
    guard let map = FieldMap(field, keys: keys) else { return nil }
    // The portal makes the identities of applications itself.
    let kinds = AccountKind.allCases.filter { $0 != .application }
    var identity = Identity(
      id: id, kind: map["kind"]?.word(kinds.map { ($0.rawValue, $0) }) ?? .primary,
      givenName: map.text("given-name", maximum: FieldLimit.name),
      familyName: map.text("family-name", maximum: FieldLimit.name),
      email: map.text("email", maximum: FieldLimit.name),
      personID: map["person-id"]?.number(in: .min ... .max),
      language: map["language"]?.word(Identity.Language.self) ?? .english,
      enabled: map.boolean("enabled", default: true),
      hasSecondFactor: map.boolean("second-factor", default: false),
      supervisor: map["supervisor"]?.identifier(IdentityIdentifier.self)?.value)
    identity.owner = map["owner"]?.identifier(IdentityIdentifier.self)?.value
    identity.orcid = map.text("orcid", maximum: FieldLimit.name)
    identity.unixUser = map["uid"]?.number(in: .min ... .max)
    identity.unixGroup = map["gid"]?.number(in: .min ... .max)
    identity.institute = map.text("institute", maximum: FieldLimit.name)
    return identity
  }
}

extension GroupEntry {
  fileprivate init?(_ id: GroupIdentifier, _ field: Field) {
    let keys = [
      "name", "description", "members", "member-groups", "member-applications",
      "former-members",
    ]
    guard let map = FieldMap(field, keys: keys) else { return nil }
    group = Group(
      id: id, displayName: map.text("name", maximum: FieldLimit.name),
      description: map.text("description"))
    members = map["members"]?.identifiers(IdentityIdentifier.self) ?? []
    memberGroups = map["member-groups"]?.identifiers(GroupIdentifier.self) ?? []
    memberApplications = map["member-applications"]?.identifiers(ApplicationIdentifier.self) ?? []
    formerMembers = map["former-members"]?.identifiers(IdentityIdentifier.self) ?? []
  }
}
