import PortalModel

extension JSONValue {
  /// The text of something that has an identifier's text.
  init(_ id: some Identifier) { self = .string(id.text) }

  /// A text, or null.
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// An instant as RFC 3339, or null.
  static func optional(_ instant: Instant?) -> JSONValue { optional(instant?.rfc3339) }

  /// An array of texts.
  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// A count.
  init(count: Int) { self = .integer(Int64(count)) }
}

extension Managers {
  var json: JSONValue {
    .object([
      .init("owner", JSONValue(owner)), .init("administrators", .optional(administrators?.text)),
    ])
  }
}

extension ExchangeDirection {
  var members: [JSONValue.Member] {
    [.init("from", JSONValue(source)), .init("to", JSONValue(target))]
  }
}

extension SignIn {
  var json: JSONValue {
    .object([
      .init("level", .string(level.word)), .init("multifactor", .bool(multifactor)),
    ])
  }
}

extension ExchangePermission {
  var json: JSONValue {
    .object(
      direction.members + [
        .init("round", JSONValue(count: round)), .init("state", .string(state.rawValue)),
        .init("origin", .string(origin.rawValue)), .init("opened_by", JSONValue(openedBy)),
        .init("opened_at", .string(openedAt.rfc3339)),
        .init("justification", .string(justification)),
        .init("decided_by", .optional(decidedBy?.text)),
        .init("decided_at", .optional(decidedAt)), .init("reason", .string(reason)),
      ])
  }
}

extension Member {
  var json: JSONValue {
    switch self {
    case .identity(let id): .object([.init("identity", JSONValue(id))])
    case .group(let id): .object([.init("group", JSONValue(id))])
    }
  }
}

extension RoleFinding {
  var json: JSONValue {
    .object([
      .init("application", JSONValue(application)), .init("role", JSONValue(role)),
      .init("given", .bool(isGiven)), .init("source", source.map(\.json) ?? .null),
      .init("obstacles", .array(obstacles.map(\.json))),
    ])
  }
}

extension RoleFinding.Source {
  fileprivate var json: JSONValue {
    switch self {
    case .appliesToAll: .object([.init("kind", .string("applies_to_all"))])
    case .group(let path):
      .object([.init("kind", .string("group")), .init("path", .texts(path.map(\.text)))])
    }
  }
}

extension RoleFinding.Obstacle {
  fileprivate var json: JSONValue {
    switch self {
    case .notInLinkedGroup(let groups):
      .object([
        .init("kind", .string("not_in_linked_group")),
        .init("groups", .texts(groups.map(\.text))),
      ])
    case .level(let needed, let had):
      .object([
        .init("kind", .string("level")), .init("needed", .string(needed.word)),
        .init("had", .string(had.word)),
      ])
    case .secondFactor: .object([.init("kind", .string("second_factor"))])
    }
  }
}
