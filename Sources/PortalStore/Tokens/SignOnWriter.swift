import GRDB
import PortalModel
import PortalTokens

/// Writes what signing on begins and ends: codes, devices, offline sessions.
struct SignOnWriter {
  let database: Database

  func write(_ code: AuthorizationCode) throws {
    try database.run(
      """
      INSERT INTO codes (code, client, session, redirect_uri, scope, nonce, challenge,
        challenge_method, expires_at, used_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        code.digest, code.client.text, code.session, code.redirectURI,
        code.scope.joined(separator: " "), code.nonce, code.proofKey?.challenge,
        code.proofKey?.method,
        code.expiresAt.milliseconds, code.usedAt?.milliseconds,
      ])
  }

  func use(code digest: String, at instant: Instant) throws {
    try database.run(
      "UPDATE codes SET used_at = coalesce(used_at, ?) WHERE code = ?",
      [instant.milliseconds, digest])
  }

  func write(_ device: Device) throws {
    try database.run(
      """
      INSERT INTO devices (code, user_code, client, scope, nonce, challenge, challenge_method, state,
        session, expires_at, polled_at, interval)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET state = excluded.state, session = excluded.session,
        polled_at = excluded.polled_at, interval = excluded.interval
      """,
      [
        device.digest, device.userDigest, device.client.text,
        device.scope.joined(separator: " "), device.nonce, device.proofKey?.challenge,
        device.proofKey?.method, device.state.rawValue, device.session,
        device.expiresAt.milliseconds, device.polledAt?.milliseconds, device.interval,
      ])
  }

  func write(_ session: OfflineSession) throws {
    try database.run(
      """
      INSERT INTO offline_sessions (session, client, started_at, last_used_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET last_used_at = max(last_used_at, excluded.last_used_at)
      """,
      [
        session.session, session.client.text, session.startedAt.milliseconds,
        session.lastUsedAt.milliseconds,
      ])
  }

  func write(_ use: RefreshUse) throws {
    try database.run(
      """
      INSERT INTO refresh_uses (session, client, token, count, last_used_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET token = excluded.token, count = excluded.count,
        last_used_at = excluded.last_used_at
      """,
      [use.session, use.client.text, use.token, use.count, use.lastUsedAt.milliseconds])
  }

  func end(offlineSession session: String, of client: ApplicationIdentifier) throws {
    try database.run(
      "DELETE FROM offline_sessions WHERE session = ? AND client = ?", [session, client.text])
  }

  func end(clientSession session: String, of client: ApplicationIdentifier) throws {
    try database.run(
      "DELETE FROM client_sessions WHERE session = ? AND client = ?", [session, client.text])
  }
}
