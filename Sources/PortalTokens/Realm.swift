/// The settings of the single sign-on that tokens are issued by.
public struct Realm: Hashable, Sendable {
  /// `iss` of every token, whatever host a request names (§19 item 5).
  public var issuer: String
  /// Lifetime of access tokens in seconds where a client sets none (`portal.md` §5.6).
  public var accessTokenLifetime: Int64
  /// Seconds after which an unused session is over (`portal.md` §5.6).
  public var sessionIdle: Int64
  /// Seconds after which a session is over in any case (`portal.md` §5.6).
  public var sessionMaximum: Int64
  /// Seconds after which an unused offline session is over (`portal.md` §5.6).
  public var offlineIdle: Int64
  /// How often a refresh token may be used again (Keycloak's "Revoke Refresh Token" and its limit, §12);
  /// `nil`, Keycloak's default, for without limit.
  public var refreshReuse: Int?
  /// Whose behaviour the service has (§19).
  public var profile: Profile

  /// Makes a realm; CERN's lifetimes where nothing is said.
  public init(
    issuer: String = "http://localhost:8080/auth/realms/cern", accessTokenLifetime: Int64 = 1200,
    sessionIdle: Int64 = 36_000, sessionMaximum: Int64 = 43_200, offlineIdle: Int64 = 2_592_000,
    refreshReuse: Int? = nil, profile: Profile = .cern
  ) {
    self.issuer = issuer
    self.accessTokenLifetime = accessTokenLifetime
    self.sessionIdle = sessionIdle
    self.sessionMaximum = sessionMaximum
    self.offlineIdle = offlineIdle
    self.refreshReuse = refreshReuse
    self.profile = profile
  }

  /// The realm's name: what stands last in the issuer.
  public var name: String { String(issuer.split(separator: "/").last ?? "") }
}
