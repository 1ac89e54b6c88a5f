/// The service's own settings of a client, which the portal's form does not show.
///
/// The defaults are what CERN's template sets (`token-exchange.md` §18), full scope off (§19 item 2).
public struct ClientSettings: Hashable, Codable, Sendable {
  /// Whether the client may be used at all (X10, C3).
  public var enabled = true
  /// Whether users must consent; an exchange toward such a client is refused (X9).
  public var consentRequired = false
  /// Whether tokens carry all of the user's roles in all applications (§8.3).
  public var fullScopeAllowed = false
  /// Whether the client's own ID is put into the `aud` of its access tokens (§18).
  public var ownAudience = true
  /// Whether refresh tokens are issued to this client (§6).
  public var useRefreshTokens = true
  /// Lifetime of access tokens in seconds; the realm's 1,200 where `nil`.
  public var accessTokenLifetime: Int?
  /// Scopes that every token for this client has.
  public var defaultScopes = ["profile", "email"]
  /// Scopes that a token for this client has when asked for.
  public var optionalScopes = ["address", "offline_access", "phone"]

  /// Further audiences of its access tokens: an audience mapper for each (§8.1).
  public var extraAudiences: [String] = []
  /// "Web origins" that browsers may call from; `+` stands for those of the redirect URIs.
  public var webOrigins = ["+"]
  /// How the policies of its exchange permission are joined (§5, §19 item 9).
  public var permissionStrategy = PermissionStrategy.affirmative
  /// "Standard token exchange" of Keycloak 26.2 and later, for this client as requester (S4).
  public var standardExchange = false
  /// "Allow refresh token in standard token exchange" (§6).
  public var standardExchangeRefresh = false
  /// "Direct access grants": whether a user's password can be sent for a token. Off at CERN.
  public var directAccessGrants = false
  /// The device grant (RFC 8628); on for registrations since 2023 (CERN's page "Device code").
  public var deviceGrant = true
  /// Whether its ID tokens and userinfo say the user's groups: at CERN after a ticket (page
  /// "Group-based permissions").
  public var groupsClaim = false

  /// Makes the template's settings.
  public init() {}
}

extension ClientSettings {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case enabled, consentRequired, fullScopeAllowed, ownAudience, useRefreshTokens
    case accessTokenLifetime, defaultScopes, optionalScopes, extraAudiences, webOrigins
    case permissionStrategy, standardExchange, standardExchangeRefresh, directAccessGrants
    case deviceGrant, groupsClaim
  }

  /// Reads settings; what an older version did not know has the template's value.
  public init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func read<Value: Decodable>(_ value: inout Value, _ key: CodingKeys) throws {
      value = try container.decodeIfPresent(Value.self, forKey: key) ?? value
    }
    try read(&enabled, .enabled)
    try read(&consentRequired, .consentRequired)
    try read(&fullScopeAllowed, .fullScopeAllowed)
    try read(&ownAudience, .ownAudience)
    try read(&useRefreshTokens, .useRefreshTokens)
    accessTokenLifetime = try container.decodeIfPresent(Int.self, forKey: .accessTokenLifetime)
    try read(&defaultScopes, .defaultScopes)
    try read(&optionalScopes, .optionalScopes)
    try read(&extraAudiences, .extraAudiences)
    try read(&webOrigins, .webOrigins)
    try read(&permissionStrategy, .permissionStrategy)
    try read(&standardExchange, .standardExchange)
    try read(&standardExchangeRefresh, .standardExchangeRefresh)
    try read(&directAccessGrants, .directAccessGrants)
    try read(&deviceGrant, .deviceGrant)
    try read(&groupsClaim, .groupsClaim)
  }
}
