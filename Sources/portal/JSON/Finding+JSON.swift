import PortalModel

extension Check {
  var json: JSONValue {
    .object([
      .init("id", .string(id.rawValue)), .init("outcome", .string(outcome.rawValue)),
      .init("found", found.map(\.json) ?? .null),
    ])
  }
}

extension Finding {
  /// The finding's kind, and the values that belong to it.
  var json: JSONValue { .object([.init("kind", .string(kind))] + members) }

  private var members: [JSONValue.Member] {
    switch self {
    case .fine, .notApplicable, .tokenMalformed: []
    case .method(let method):
      [.init("method", .string(method))]
    case .contentType(let type):
      [.init("content_type", .optional(type))]
    case .parameterMissing(let name):
      [.init("name", .string(name))]
    case .parameter(let name, let value):
      [.init("name", .string(name)), .init("value", .string(value))]
    case .grantTypeUnknown(let value, let meant):
      [.init("value", .string(value)), .init("meant", .optional(meant))]
    case .duplicated(let names):
      [.init("names", .texts(names))]
    case .requestedType(let type):
      [.init("type", .optional(type))]
    case .notRegistered(let id):
      [.init("application", JSONValue(id))]
    case .identity(let id, let disabled):
      [.init("identity", JSONValue(id)), .init("disabled", .bool(disabled))]
    case .requiredRolesMissing(let findings):
      [.init("roles", .array(findings.map(\.json)))]
    case .client(let id, let kind):
      [.init("client", JSONValue(id)), .init("type", .string(kind.rawValue))]
    case .clientMissing(let bad):
      [.init("bad_header", .bool(bad))]
    case .clientUnknown(let id):
      [.init("client", .string(id))]
    case .clientProtocol(let id):
      [.init("client", JSONValue(id))]
    case .clientDisabled(let id, let blocked):
      [.init("client", JSONValue(id)), .init("blocked", .bool(blocked))]
    case .secretMissing(let id):
      [.init("client", JSONValue(id))]
    case .secretWrong(let id):
      [.init("client", JSONValue(id))]
    case .secretNotKept(let id):
      [.init("client", JSONValue(id))]
    case .subjectToken(let subject, let holder, let expires):
      [
        .init("subject", JSONValue(subject)), .init("holder", JSONValue(holder)),
        .init("expires", .string(expires.rfc3339)),
      ]
    case .tokenType(let type):
      [.init("type", .optional(type))]
    case .tokenIssuer(let found, let expected):
      [.init("found", .optional(found)), .init("expected", .string(expected))]
    case .tokenSignature(let problem):
      [problem.member]
    case .tokenExpired(let at, let now):
      Self.times("at", at, "now", now)
    case .tokenNotYetValid(let from, let now):
      Self.times("from", from, "now", now)
    case .tokenRevoked(let jti):
      [.init("jti", .string(jti))]
    case .tokenStale(let issued, let mark):
      Self.times("issued", issued, "not_before", mark)
    case .tokenUser(let user, let disabled):
      [.init("user", .optional(user)), .init("disabled", .bool(disabled))]
    case .tokenSession(let id, let end):
      [.init("session", .optional(id)), .init("ended", .string(end.rawValue))]
    case .tokenClient(let id, let disabled):
      [.init("client", .optional(id)), .init("disabled", .bool(disabled))]
    case .tokenClientSession(let id):
      [.init("client", JSONValue(id))]
    case .target(let id, let isSelf, let unused):
      [
        .init("target", JSONValue(id)), .init("is_self", .bool(isSelf)),
        .init("unused", .texts(unused.map(\.text))),
      ]
    case .targetDefaulted(let id): [.init("target", JSONValue(id))]
    case .audienceUnknown(let text, let nearest):
      [.init("audience", .string(text)), .init("nearest", .texts(nearest.map(\.text)))]
    case .audienceNotRegistered(let id):
      [.init("application", JSONValue(id))]
    case .targetSetting(let id):
      [.init("target", JSONValue(id))]
    case .targetBlocked(let id):
      [.init("target", JSONValue(id))]
    case .holder(let holder, let requester):
      [.init("holder", JSONValue(holder)), .init("requester", JSONValue(requester))]
    case .audience(let audience, let requester):
      [.init("audience", .texts(audience)), .init("requester", JSONValue(requester))]
    case .permission(let direction, let step, let newest, let target):
      direction.members + [
        .init("step", .string(step.rawValue)), .init("newest", newest.map(\.json) ?? .null),
        .init("target", target.json),
      ]
    case .signOn(let finding): finding.members
    }
  }

  private static func times(
    _ first: String, _ one: Instant, _ second: String, _ other: Instant
  ) -> [JSONValue.Member] {
    [.init(first, .string(one.rfc3339)), .init(second, .string(other.rfc3339))]
  }
}

extension Finding.SignatureProblem {
  fileprivate var member: JSONValue.Member {
    switch self {
    case .wrong: .init("problem", .string("wrong"))
    case .unknownKey: .init("problem", .string("unknown_key"))
    case .algorithm: .init("problem", .string("algorithm"))
    }
  }
}
