import Foundation
import PortalModel

/// One thing that a portal holds, as small as undo sees it: with which others it shares nothing.
enum ReferenceRow: Hashable {
  case identity(Identity)
  case formerLogin(IdentityIdentifier)
  case group(Group)
  case membership(Membership)
  case application(Application)
  case offer(OwnershipOffer)
  case registration(Registration)
  case settings(ApplicationIdentifier, ClientSettings)
  case redirect(ApplicationIdentifier, Int, RedirectURI)
  case saml(ApplicationIdentifier, SAMLForm)
  case secret(ApplicationIdentifier, String)
  case role(Role)
  case link(RoleLink)
  case permission(ExchangePermission)

  /// By what it is found: the kind, then the identifiers in its key.
  var key: [String] {
    switch self {
    case .identity(let identity): ["identity", identity.id.text]
    case .formerLogin(let id): ["former", id.text]
    case .group(let group): ["group", group.id.text]
    case .membership(let membership):
      switch membership.member {
      case .identity(let id): ["member", membership.group.text, id.text]
      case .group(let id): ["nesting", membership.group.text, id.text]
      }
    case .application(let application): ["application", application.id.text]
    case .offer(let offer): ["offer", offer.application.text]
    case .registration(let registration): ["registration", registration.application.text]
    case .settings(let id, _): ["settings", id.text]
    case .redirect(let id, let position, _): ["redirect", id.text, String(position)]
    case .saml(let id, _): ["saml", id.text]
    case .secret(let id, _): ["secret", id.text]
    case .role(let role): ["role", role.application.text, role.id.text]
    case .link(let link): ["link", link.application.text, link.role.text, link.group.text]
    case .permission(let round):
      [
        "permission", round.direction.source.text, round.direction.target.text,
        String(round.round),
      ]
    }
  }

  /// The row as it is after a change from `after` to `before` was made to it, column by column; `nil`
  /// where a column is no longer as the change left it.
  func merged(taking after: ReferenceRow, to before: ReferenceRow) throws -> ReferenceRow? {
    switch (self, after, before) {
    case (.identity(let now), .identity(let after), .identity(let before)):
      try Self.merge(now, after, before).map(ReferenceRow.identity)
    case (.group(let now), .group(let after), .group(let before)):
      try Self.merge(now, after, before).map(ReferenceRow.group)
    case (.application(let now), .application(let after), .application(let before)):
      try Self.merge(now, after, before).map(ReferenceRow.application)
    case (.offer(let now), .offer(let after), .offer(let before)):
      try Self.merge(now, after, before).map(ReferenceRow.offer)
    case (.registration(let now), .registration(let after), .registration(let before)):
      try Self.merge(now, after, before).map(ReferenceRow.registration)
    case (.settings(let id, let now), .settings(_, let after), .settings(_, let before)):
      try Self.merge(now, after, before).map { .settings(id, $0) }
    case (.saml(let id, let now), .saml(_, let after), .saml(_, let before)):
      try Self.merge(now, after, before).map { .saml(id, $0) }
    case (.role(let now), .role(let after), .role(let before)):
      try Self.merge(now, after, before).map(ReferenceRow.role)
    case (.permission(let now), .permission(let after), .permission(let before)):
      try Self.merge(now, after, before).map(ReferenceRow.permission)
    default: self == after ? before : nil
    }
  }

  /// Fields by name, the obvious way: through JSON.
  private static func fields(_ value: some Encodable) throws -> [String: JSONValue] {
    let text = try JSONEncoder().encode(value)
    return try JSONDecoder().decode([String: JSONValue].self, from: text)
  }

  /// The row's fields by name; what is no struct is one field.
  var fields: [String: JSONValue] {
    get throws {
      switch self {
      case .identity(let identity): try Self.fields(identity)
      case .formerLogin(let id): ["id": .string(id.text)]
      case .group(let group): try Self.fields(group)
      case .membership(let membership): try Self.fields(membership)
      case .application(let application): try Self.fields(application)
      case .offer(let offer): try Self.fields(offer)
      case .registration(let registration): try Self.fields(registration)
      case .settings(_, let settings): try Self.fields(settings)
      case .redirect(_, _, let uri): ["uri": .string(uri.text)]
      case .saml(_, let form): try Self.fields(form)
      case .secret(_, let secret): ["secret": .string(secret)]
      case .role(let role): try Self.fields(role)
      case .link(let link): try Self.fields(link)
      case .permission(let round): try Self.fields(round)
      }
    }
  }

  private static func merge<Value: Codable>(
    _ now: Value, _ after: Value, _ before: Value
  ) throws -> Value? {
    var merged = try fields(now)
    let (after, before) = (try fields(after), try fields(before))
    for name in Set(after.keys).union(before.keys) where after[name] != before[name] {
      guard merged[name] == after[name] else { return nil }
      merged[name] = before[name]
    }
    return try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(merged))
  }
}
