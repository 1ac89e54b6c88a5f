import GRDB
import PortalModel
import PortalTokens

extension PortalDatabase {
  /// Seconds for which an ended row is still there (invented), so that whoever comes too late is told
  /// what has ended, and a code's second use is known as one.
  static let pruningDelay: Int64 = 86_400

  /// Takes out what no token can lead to any more: logins past their maximum time with the clients'
  /// parts in them, offline sessions, codes, devices and revocations.
  ///
  /// A login stays as long as a client may go on in it without its user. One short transaction, and none
  /// where nothing is to be done; screens are not woken.
  ///
  /// - Parameters:
  ///   - now: The present instant.
  ///   - realm: How long sessions live.
  ///   - limit: How many rows of each kind at most.
  /// - Returns: Whether there may be more.
  /// - Throws: `StoreError`.
  public func prune(at now: Instant, _ realm: Realm, limit: Int = 200) throws -> Bool {
    let ages = Ages(now: now, realm: realm, limit: limit)
    guard try reading(ages.isAnythingOver) else { return false }
    return try writing(ages.prune)
  }
}

/// Up to when rows are over.
private struct Ages {
  var session: Int64
  var offline: Int64
  var end: Int64
  var limit: Int

  init(now: Instant, realm: Realm, limit: Int) {
    func before(_ seconds: Int64) -> Int64 {
      now.advanced(seconds: -seconds - PortalDatabase.pruningDelay).milliseconds
    }
    session = before(realm.sessionMaximum)
    offline = before(realm.offlineIdle)
    end = before(0)
    self.limit = limit
  }

  /// What ends by itself. Offline sessions first: a login may wait for the last of its own.
  private var kinds: [(table: String, key: String, time: String, age: Int64)] {
    [
      ("offline_sessions", "session, client", "last_used_at", offline),
      ("codes", "code", "expires_at", end), ("devices", "code", "expires_at", end),
      ("revocations", "jti", "expires_at", end),
    ]
  }

  private static let sessions = """
    SELECT id FROM sessions
    WHERE started_at < ? AND NOT EXISTS (SELECT 1 FROM offline_sessions WHERE session = sessions.id)
    LIMIT ?
    """

  func isAnythingOver(_ database: Database) throws -> Bool {
    for kind in kinds {
      let sql = "SELECT 1 FROM \(kind.table) WHERE \(kind.time) < ? LIMIT 1"
      if try database.first(sql, [kind.age], { _ in true }) != nil { return true }
    }
    return try database.first(Self.sessions, [session, 1]) { _ in true } != nil
  }

  func prune(_ database: Database) throws -> Bool {
    var isMore = false
    for kind in kinds {
      try database.run(
        """
        DELETE FROM \(kind.table) WHERE (\(kind.key)) IN
          (SELECT \(kind.key) FROM \(kind.table) WHERE \(kind.time) < ? LIMIT ?)
        """, [kind.age, limit])
      isMore = isMore || database.changesCount == limit
    }
    let over: [String] = try database.all(Self.sessions, [session, limit]) { $0[0] }
    for id in over {
      try database.run("DELETE FROM client_sessions WHERE session = ?", [id])
      try database.run("DELETE FROM refresh_uses WHERE session = ?", [id])
      try database.run("DELETE FROM sessions WHERE id = ?", [id])
    }
    return isMore || over.count == limit
  }
}
