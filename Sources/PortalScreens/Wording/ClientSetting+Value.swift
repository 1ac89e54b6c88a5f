import PortalModel

extension ClientSetting {
  /// What the setting is at a client, in words.
  public func value(in settings: ClientSettings) -> String {
    if let isOn = isOn(in: settings) { return isOn ? "on" : "off" }
    return switch self {
    case .accessTokenLifetime:
      settings.accessTokenLifetime.map { "\($0) s" } ?? "the realm's 1200 s"
    case .permissionStrategy: settings.permissionStrategy.label
    default: entries(in: settings).isEmpty ? "none" : entries(in: settings).joined(separator: " ")
    }
  }

  /// Whether the setting is on; `nil` where it is no switch.
  func isOn(in settings: ClientSettings) -> Bool? {
    path.map { settings[keyPath: $0] }
  }

  /// The entries of the setting; empty where it is no list.
  func entries(in settings: ClientSettings) -> [String] {
    listPath.map { settings[keyPath: $0] } ?? []
  }

  /// Where a switch lies.
  var path: WritableKeyPath<ClientSettings, Bool>? {
    switch self {
    case .enabled: \.enabled
    case .consentRequired: \.consentRequired
    case .fullScopeAllowed: \.fullScopeAllowed
    case .ownAudience: \.ownAudience
    case .useRefreshTokens: \.useRefreshTokens
    case .standardExchange: \.standardExchange
    case .standardExchangeRefresh: \.standardExchangeRefresh
    case .directAccessGrants: \.directAccessGrants
    case .deviceGrant: \.deviceGrant
    case .groupsClaim: \.groupsClaim
    case .extraAudiences, .webOrigins, .defaultScopes, .optionalScopes, .accessTokenLifetime,
      .permissionStrategy:
      nil
    }
  }

  /// Where a list lies.
  var listPath: WritableKeyPath<ClientSettings, [String]>? {
    switch self {
    case .extraAudiences: \.extraAudiences
    case .webOrigins: \.webOrigins
    case .defaultScopes: \.defaultScopes
    case .optionalScopes: \.optionalScopes
    case .enabled, .consentRequired, .fullScopeAllowed, .ownAudience, .useRefreshTokens,
      .standardExchange, .standardExchangeRefresh, .directAccessGrants, .deviceGrant, .groupsClaim,
      .accessTokenLifetime, .permissionStrategy:
      nil
    }
  }
}
