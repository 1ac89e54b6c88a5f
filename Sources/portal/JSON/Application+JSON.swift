import PortalModel
import PortalStore

extension PortalStore.ApplicationListing {
  var json: JSONValue {
    .object([
      .init("id", JSONValue(id)), .init("name", .string(name)), .init("owner", JSONValue(owner)),
      .init("blocked", .bool(blocked)), .init("category", .string(category.rawValue)),
      .init("client", .optional(client?.rawValue)), .init("saml", .bool(hasSAML)),
      .init("roles", JSONValue(count: roles)), .init("may_call", JSONValue(count: mayCall)),
      .init("called_by", JSONValue(count: calledBy)),
    ])
  }
}

extension PortalStore.RowTotal {
  var json: JSONValue {
    switch self {
    case .exactly(let count):
      .object([.init("count", JSONValue(count: count)), .init("exact", .bool(true))])
    case .atLeast(let count):
      .object([.init("count", JSONValue(count: count)), .init("exact", .bool(false))])
    }
  }
}

extension Application {
  var members: [JSONValue.Member] {
    [
      .init("id", JSONValue(id)), .init("name", .string(name)),
      .init("home_page", .string(homePage)), .init("description", .string(description)),
      .init("category", .string(category.rawValue)), .init("owner", JSONValue(owner)),
      .init("administrators", .optional(administrators?.text)),
      .init("blocked", .bool(blocked)), .init("created_at", .string(createdAt.rfc3339)),
    ]
  }
}

extension Registration {
  var json: JSONValue {
    .object([
      .init("type", .string(kind.rawValue)),
      .init("redirect_uris", .texts(redirectURIs.map(\.text))), .init("base_url", .string(baseURL)),
      .init("enabled", .bool(settings.enabled)),
      .init("consent_required", .bool(settings.consentRequired)),
      .init("full_scope_allowed", .bool(settings.fullScopeAllowed)),
      .init("settings", settings.json),
    ])
  }
}

extension Role {
  /// The role with the groups linked to it.
  func json(groups: [GroupIdentifier]) -> JSONValue {
    .object([
      .init("id", JSONValue(id)), .init("name", .string(name)),
      .init("description", .string(description)), .init("required", .bool(required)),
      .init("multifactor", .bool(multifactor)), .init("applies_to_all", .bool(appliesToAll)),
      .init("minimum_level", .string(minimumLevel.word)),
      .init("groups", .texts(groups.map(\.text))),
    ])
  }
}
