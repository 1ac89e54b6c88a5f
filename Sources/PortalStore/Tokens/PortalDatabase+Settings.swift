import GRDB
import PortalTokens

extension PortalDatabase {
  /// The issuer that this home's tokens carry; `nil` for the default.
  public func issuer() throws(StoreError) -> String? { try setting("issuer") }

  /// Sets the issuer, for every process on this home.
  public func setIssuer(_ issuer: String) throws(StoreError) { try set("issuer", to: issuer) }

  /// Whose behaviour this home's token service has.
  public func profile() throws(StoreError) -> Profile {
    try setting("profile").flatMap(Profile.init(rawValue:)) ?? .cern
  }

  /// The realm by its settings as they are now, read at once on a connection that no screen uses: a
  /// running server asks before each request.
  ///
  /// They are read anew where anything at all was committed since the connection looked last: SQLite
  /// tells that for less than reading costs.
  public func realm() throws -> Realm {
    do {
      return try connections.lendTokens { connection in
        let known = connection.realm
        let now = try connection.queue.inDatabase { database in
          let state: Int64? = try database.first("PRAGMA data_version") { $0[0] }
          if let known, known.state == state { return known }
          return (state: state ?? 0, settings: try Self.realm(in: database))
        }
        connection.realm = now
        return now.settings
      }
    } catch {
      throw StoreError.translated(error)
    }
  }

  private static func realm(in database: Database) throws -> Realm {
    var realm = Realm()
    let settings: [(key: String, value: String)] = try database.all(
      "SELECT key, value FROM settings WHERE key IN ('issuer', 'profile', 'refresh_reuse')"
    ) { ($0[0], $0[1]) }
    for setting in settings {
      switch setting.key {
      case "issuer": realm.issuer = setting.value
      case "profile": realm.profile = Profile(rawValue: setting.value) ?? .cern
      default: realm.refreshReuse = Int(setting.value)
      }
    }
    return realm
  }

  /// Sets whose behaviour the token service has, for every process on this home from its next request.
  public func setProfile(_ profile: Profile) throws(StoreError) {
    try set("profile", to: profile.rawValue)
  }

  /// How often a refresh token may be used again; `nil` for without limit.
  public func refreshReuse() throws(StoreError) -> Int? {
    try setting("refresh_reuse").flatMap { Int($0) }
  }

  /// Sets how often a refresh token may be used again, for every process on this home from its next
  /// request; `nil` for without limit.
  public func setRefreshReuse(_ limit: Int?) throws(StoreError) {
    try set("refresh_reuse", to: limit.map(String.init) ?? "unlimited")
  }

  private func setting(_ key: String) throws(StoreError) -> String? {
    try reading { try $0.first("SELECT value FROM settings WHERE key = ?", [key]) { $0[0] } }
  }

  private func set(_ key: String, to value: String) throws(StoreError) {
    do {
      try writing { database in
        try database.run(
          """
          INSERT INTO settings (key, value) VALUES (?, ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value
          """, [key, value])
      }
    } catch {
      throw StoreError(error)
    }
  }
}
