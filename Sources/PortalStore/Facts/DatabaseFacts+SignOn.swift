import GRDB
import PortalModel
import PortalTokens

extension DatabaseFacts {
  func offlineSession(
    of client: ApplicationIdentifier, in session: String
  ) throws -> OfflineSession? {
    try database.first(
      """
      SELECT started_at, last_used_at FROM offline_sessions WHERE session = ? AND client = ?
      """, [session, client.text]
    ) {
      OfflineSession(
        session: session, client: client, startedAt: Instant(milliseconds: $0[0]),
        lastUsedAt: Instant(milliseconds: $0[1]))
    }
  }

  func refreshUse(
    of client: ApplicationIdentifier, in session: String
  ) throws -> RefreshUse? {
    try database.first(
      "SELECT token, count, last_used_at FROM refresh_uses WHERE session = ? AND client = ?",
      [session, client.text]
    ) {
      RefreshUse(
        session: session, client: client, token: $0[0], count: $0[1],
        lastUsedAt: Instant(milliseconds: $0[2]))
    }
  }

  func authorizationCode(digest: String) throws -> AuthorizationCode? {
    try database.first(
      """
      SELECT client, session, redirect_uri, scope, nonce, challenge, challenge_method, expires_at,
        used_at
      FROM codes WHERE code = ?
      """, [digest]
    ) { row in
      var reader = ColumnReader(row)
      return AuthorizationCode(
        digest: digest, client: reader.id(), session: reader.text(), redirectURI: reader.text(),
        scope: Self.words(reader.text()), nonce: reader.optionalText(),
        proofKey: Self.proofKey(&reader),
        expiresAt: reader.instant(), usedAt: reader.optionalInstant())
    }
  }

  func device(digest: String) throws -> Device? {
    try database.first("SELECT \(Self.device) FROM devices WHERE code = ?", [digest], Self.device)
  }

  func device(userDigest: String) throws -> Device? {
    try database.first(
      "SELECT \(Self.device) FROM devices WHERE user_code = ?", [userDigest], Self.device)
  }

  private static let device = """
    code, user_code, client, scope, nonce, challenge, challenge_method, state, session, expires_at,
    polled_at, interval
    """

  private static func device(_ row: StatementRow) throws -> Device {
    var reader = ColumnReader(row)
    return try Device(
      digest: reader.text(), userDigest: reader.text(), client: reader.id(),
      scope: words(reader.text()), nonce: reader.optionalText(), proofKey: Self.proofKey(&reader),
      state: reader.word("state", of: "devices"),
      session: reader.optionalText(), expiresAt: reader.instant(),
      polledAt: reader.optionalInstant(), interval: reader.number())
  }

  private static func proofKey(_ reader: inout ColumnReader) -> ProofKey? {
    let (challenge, method) = (reader.optionalText(), reader.optionalText())
    return challenge.map { ProofKey(challenge: $0, method: method ?? "plain") }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
