import PortalModel
import PortalScreens

extension ActivityRow {
  /// The row, with every member whatever its kind.
  var json: JSONValue {
    var id: Int64 = 0
    var act = JournalAct.unknown
    var (changed, undoneBy): (JSONValue, JSONValue) = (.null, .null)
    var refused: (attempt: Attempt?, refusal: Refusal?, missed: Int)?
    var request: ActivityEntry?
    switch what {
    case .entry(let number, let done, let hasChanged, let by):
      (id, act, changed) = (number, done, .bool(hasChanged))
      undoneBy = by.map(JSONValue.integer) ?? .null
    case .refusal(let number, let attempt, let refusal, let missed):
      (id, refused) = (number, (attempt, refusal, missed))
    case .request(let answered): (id, request) = (answered.id ?? 0, answered)
    }
    var command: PortalCommand? { if case .command(let command) = act { command } else { nil } }
    var tried: PortalCommand? {
      if case .command(let command)? = refused?.attempt { command } else { nil }
    }
    return .object([
      .init("id", .integer(id)), .init("kind", .string(kind.word)),
      .init("at", .string(at.rfc3339)), .init("as", .optional(actor?.identity.text)),
      .init("login", .optional(actor?.login)), .init("terminal", .optional(actor?.terminal)),
      .init("name", .string(name)), .init("what", .string(sentence)),
      .init("result", .string(result)), .init("do", (command ?? tried)?.json ?? .null),
      .init("rows", act.rows), .init("changed", changed), .init("undone_by", undoneBy),
      .init("refusal", refused?.refusal?.json ?? .null),
      .init("missed", refused.map { JSONValue(count: $0.missed) } ?? .null),
      .init("request", request?.json ?? .null),
    ])
  }

  private var name: String {
    switch what {
    case .entry(_, .command(let command), _, _): command.verb
    case .entry(_, .rewinding(.undo), _, _), .refusal(_, .undo, _, _): "undo"
    case .entry(_, .rewinding(.redo), _, _), .refusal(_, .redo, _, _): "redo"
    case .entry(_, .rewinding(.returnTo), _, _), .refusal(_, .returnTo, _, _): "return"
    case .refusal(_, .command(let command), _, _): command.verb
    case .entry(_, .folded, _, _): "compact"
    case .entry(_, .unknown, _, _), .refusal(_, nil, _, _): "unknown"
    case .request(let request): request.endpoint.rawValue
    }
  }
}

extension ActivityKind {
  /// The word for one of the kind, in JSON.
  var word: String {
    switch self {
    case .changes: "change"
    case .refusals: "refusal"
    case .requests: "request"
    }
  }
}

extension JournalAct {
  /// The entries that were taken back or brought again, or the one that was returned to.
  fileprivate var rows: JSONValue {
    guard case .rewinding(let rewinding) = self else { return .null }
    switch rewinding {
    case .undo(let entries), .redo(let entries):
      return .array(entries.map { .integer($0) })
    case .returnTo(let entry, _, _): return .array([.integer(entry)])
    }
  }
}

extension Refusal {
  /// The rule, and what it says.
  fileprivate var json: JSONValue {
    let explanation = explanation
    return .object([
      .init("rule", .string(code)), .init("what", .string(explanation.what)),
      .init("why", .string(explanation.why)), .init("next", .string(explanation.next)),
    ])
  }
}

extension ActivityEntry {
  fileprivate var json: JSONValue {
    .object([
      .init("endpoint", .string(endpoint.rawValue)), .init("grant", .optional(grant)),
      .init("client", .optional(client)), .init("subject", .optional(subject)),
      .init("audience", .optional(audience)), .init("status", JSONValue(count: status)),
      .init("error", .optional(error)), .init("reason", .optional(reason)),
      .init("standard", .texts(standard.map(\.rawValue))),
    ])
  }
}
