import GRDB

extension PortalDatabase {
  /// The issuer that this home's tokens carry; `nil` for the default.
  public func issuer() throws(StoreError) -> String? {
    try reading { try $0.first("SELECT value FROM settings WHERE key = 'issuer'") { $0[0] } }
  }

  /// Sets the issuer, for every process on this home.
  public func setIssuer(_ issuer: String) throws(StoreError) {
    do {
      try writing { database in
        try database.run(
          """
          INSERT INTO settings (key, value) VALUES ('issuer', ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value
          """, [issuer])
      }
    } catch {
      throw StoreError(error)
    }
  }
}
