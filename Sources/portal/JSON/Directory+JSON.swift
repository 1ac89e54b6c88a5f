import PortalModel

extension Identity {
  /// The account's own fields.
  var members: [JSONValue.Member] {
    [
      .init("id", JSONValue(id)), .init("kind", .string(kind.rawValue)),
      .init("given_name", .string(givenName)), .init("family_name", .string(familyName)),
      .init("email", .string(email)),
      .init("person_id", personID.map { JSONValue(count: $0) } ?? .null),
      .init("language", .string(language.rawValue)), .init("enabled", .bool(enabled)),
      .init("second_factor", .bool(hasSecondFactor)),
      .init("supervisor", .optional(supervisor?.text)), .init("owner", .optional(owner?.text)),
      .init("orcid", .string(orcid)),
      .init("uid", unixUser.map { JSONValue(count: $0) } ?? .null),
      .init("gid", unixGroup.map { JSONValue(count: $0) } ?? .null),
      .init("institute", .string(institute)),
    ]
  }
}

extension Group {
  /// The group's own fields.
  var members: [JSONValue.Member] {
    [
      .init("id", JSONValue(id)), .init("name", .string(displayName)),
      .init("description", .string(description)),
    ]
  }
}
