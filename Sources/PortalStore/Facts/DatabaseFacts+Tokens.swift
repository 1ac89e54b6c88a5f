import GRDB
import PortalModel
import PortalTokens

extension DatabaseFacts: TokenFacts {
  func secret(of application: ApplicationIdentifier) throws -> String? {
    try database.first(
      "SELECT secret FROM client_secrets WHERE application = ?", keys: application.text
    ) { $0[0] }
  }

  func userSession(_ id: String) throws -> UserSession? {
    try database.first(
      """
      SELECT id, identity, level, multifactor, started_at, last_used_at, ended_at
      FROM sessions WHERE id = ?
      """, keys: id
    ) { row in
      var reader = ColumnReader(row)
      return try UserSession(
        id: reader.text(), identity: reader.id(),
        signIn: SignIn(level: reader.level(of: "sessions"), multifactor: reader.flag()),
        startedAt: reader.instant(), lastUsedAt: reader.instant(),
        endedAt: reader.optionalInstant())
    }
  }

  func clientSession(
    of client: ApplicationIdentifier, in session: String
  ) throws -> ClientSession? {
    try database.first(
      "SELECT started_at FROM client_sessions WHERE session = ? AND client = ?",
      keys: session, client.text
    ) {
      ClientSession(
        session: session, client: client, startedAt: Instant(milliseconds: $0[0]))
    }
  }

  func isRevoked(jti: String) throws -> Bool {
    try database.first("SELECT 1 FROM revocations WHERE jti = ?", keys: jti) { _ in true } ?? false
  }

  func notBefore(of subjects: [NotBeforeSubject]) throws -> Instant? {
    // There are hardly ever any marks; each token would otherwise pay for three look-ups.
    let marks: [(kind: String, subject: String, at: Int64)] = try database.all(
      "SELECT kind, subject, at FROM not_before ORDER BY at DESC"
    ) { ($0[0], $0[1], $0[2]) }
    guard !marks.isEmpty else { return nil }
    let keys = subjects.map(NotBeforeRow.init)
    return marks.first { mark in
      keys.contains { $0.kind == mark.kind && $0.subject == mark.subject }
    }.map { Instant(milliseconds: $0.at) }
  }

  func exchangeGrants(toward target: ApplicationIdentifier) throws -> (ever: Bool, now: Bool) {
    func has(_ state: ExchangePermission.State) throws -> Bool {
      try database.first(
        "SELECT 1 FROM exchange_permissions WHERE target = ? AND state = ? LIMIT 1",
        keys: target.text, state.rawValue
      ) { _ in true } ?? false
    }
    let now = try has(.granted)
    return (ever: try now || has(.revoked), now: now)
  }

  func applications(nearestTo text: String, limit: Int) throws -> [ApplicationIdentifier] {
    try NearestSearch.applications.nearest(to: text, limit: limit, in: database)
      .map(ApplicationIdentifier.init(trusted:))
  }
}

/// The key of a not-before mark.
struct NotBeforeRow {
  let kind: String
  let subject: String

  init(_ subject: NotBeforeSubject) {
    switch subject {
    case .realm: (kind, self.subject) = ("realm", "")
    case .client(let id): (kind, self.subject) = ("client", id.text)
    case .identity(let id): (kind, self.subject) = ("identity", id.text)
    }
  }
}
