import PortalModel

extension ActivityRow {
  /// As whom, or which client asked.
  public var who: String {
    switch what {
    case .entry, .refusal: actor?.identity.text ?? ""
    case .request(let request): request.client ?? "somebody"
    }
  }

  /// What was done, tried or asked, in words.
  public var sentence: String {
    switch what {
    case .entry(_, let act, _, _): act.sentence
    case .refusal(_, let attempt, _, _): attempt?.sentence ?? Self.unknown
    case .request(let request): request.sentence
    }
  }

  /// What came of it, in a word or two: `done`, `undone`, `refused`, `403 access_denied`.
  public var result: String {
    switch what {
    case .entry(_, _, _, let by?): "undone by \(by)"
    case .entry(_, .folded, _, _): "done"
    case .entry(_, _, changed: false, nil): "nothing to change"
    case .entry: "done"
    case .refusal: "refused"
    case .request(let request):
      [String(request.status), request.error].compactMap(\.self).joined(separator: " ")
    }
  }

  /// The row's number among those of its kind, with a letter for those outside of the journal.
  public var number: String {
    switch what {
    case .entry(let id, _, _, _): String(id)
    case .refusal(let id, _, _, _): "r\(id)"
    case .request(let request): "t\(request.id ?? 0)"
    }
  }

  /// What is worth knowing of a request although it was granted, in one line: where Keycloak's newer
  /// standard exchange would refuse it (§11.1).
  public var remark: String? {
    guard case .request(let request) = what, !request.standard.isEmpty else { return nil }
    let rows = request.standard.map { "\($0.rawValue) \($0.title)" }
    return "The newer standard exchange would refuse it: \(rows.joined(separator: ", "))"
  }

  static let unknown = "Something that this version does not know"
}

extension JournalAct {
  /// What was done, in words.
  public var sentence: String {
    switch self {
    case .command(let command): command.past()
    case .rewinding(let rewinding): rewinding.sentence
    case .folded: "Older rows folded away"
    case .unknown: ActivityRow.unknown
    }
  }
}

extension Rewinding {
  /// What was done, in words.
  public var sentence: String {
    switch self {
    case .undo(let entries): "\(Self.rows(entries)) taken back"
    case .redo(let entries): "\(Self.rows(entries)) brought again"
    case .returnTo(let entry, let rewound, _):
      "Portal put back to row \(entry); \(counted(rewound, "row")) rewound"
    }
  }

  private static func rows(_ entries: [Int64]) -> String {
    if entries.count == 1, let entry = entries.first { return "Row \(entry)" }
    let shown = entries.prefix(5).map { String($0) }
    let rest = entries.count > 5 ? ["\(entries.count - 5) more"] : []
    return "Rows \(listed(shown + rest))"
  }
}

extension Attempt {
  /// What somebody tried, after their name: `approves the request of …`.
  public var sentence: String {
    switch self {
    case .command(let command): command.present
    case .undo(let entry?): "takes row \(entry) back"
    case .undo(nil): "takes the newest change back"
    case .redo: "brings again what was taken back last"
    case .returnTo(let entry): "puts the portal back to row \(entry)"
    }
  }
}

extension ActivityEntry {
  /// What was asked of the token service.
  public var sentence: String {
    var words = endpoint.title
    if let grant { words += ", \(grant.split(separator: ":").last.map(String.init) ?? grant)" }
    if let subject { words += ", about \(subject)" }
    if let audience { words += ", toward \(audience)" }
    return words
  }
}

extension ActivityEntry.Endpoint {
  /// What the endpoint is for.
  var title: String {
    switch self {
    case .token: "Token asked for"
    case .apiAccess: "API token asked for"
    case .authorization: "Sign-in"
    case .device: "Sign-in of a device"
    case .introspection: "Token looked up"
    case .userInfo: "User asked about"
    case .revocation: "Token revoked"
    case .logout: "Sign-out"
    case .resource: "Application called"
    }
  }
}
