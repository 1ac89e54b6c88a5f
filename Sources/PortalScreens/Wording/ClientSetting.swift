import PortalModel

/// The service's own settings of a client, each with what it changes: the "Advanced" fold and the
/// command line name them by this table.
public enum ClientSetting: String, CaseIterable, Encodable, Sendable {
  case enabled
  case consentRequired = "consent-required"
  case fullScopeAllowed = "full-scope-allowed"
  case ownAudience = "own-audience"
  case extraAudiences = "extra-audiences"
  case webOrigins = "web-origins"
  case defaultScopes = "default-scopes"
  case optionalScopes = "optional-scopes"
  case useRefreshTokens = "use-refresh-tokens"
  case accessTokenLifetime = "access-token-lifetime"
  case permissionStrategy = "permission-strategy"
  case standardExchange = "standard-exchange"
  case standardExchangeRefresh = "standard-exchange-refresh"
  case directAccessGrants = "direct-access-grants"
  case deviceGrant = "device-grant"
  case groupsClaim = "groups-claim"

  /// The service's own name of the setting.
  public var label: String {
    switch self {
    case .enabled: "Enabled"
    case .consentRequired: "Consent required"
    case .fullScopeAllowed: "Full scope allowed"
    case .ownAudience: "Own-audience mapper"
    case .extraAudiences: "Extra audiences"
    case .webOrigins: "Web origins"
    case .defaultScopes: "Default scopes"
    case .optionalScopes: "Optional scopes"
    case .useRefreshTokens: "Use refresh tokens"
    case .accessTokenLifetime: "Access token lifetime"
    case .permissionStrategy: "Permission strategy"
    case .standardExchange: "Standard token exchange"
    case .standardExchangeRefresh: "Refresh token in standard exchange"
    case .directAccessGrants: "Direct access grants"
    case .deviceGrant: "Device grant"
    case .groupsClaim: "Groups claim"
    }
  }

  /// What the setting changes in a token, in one sentence.
  public var effect: String {
    switch self {
    case .enabled:
      "Off: the client gets no token, and an exchange toward it is refused with \"Client disabled\"."
    case .consentRequired:
      "On: an exchange toward it is refused with \"Client requires user consent\"."
    case .fullScopeAllowed:
      "On: its tokens carry the user's roles in other applications too, in resource_access and aud."
    case .ownAudience:
      "Off: a token that the client asks for itself does not name it in aud."
    case .extraAudiences: "Each is added to aud of its access tokens, whoever asked for them."
    case .webOrigins:
      "Pages of these origins may read the endpoint's replies. Those other than + stand in "
        + "allowed-origins of its access tokens (Keycloak's claim; CERN's samples lack it)."
    case .defaultScopes:
      "Always in scope of its tokens; profile and email bring the claims of those names."
    case .optionalScopes: "In scope of its tokens only when the request asks for them."
    case .useRefreshTokens: "Off: the client is given no refresh token, whatever it asks for."
    case .accessTokenLifetime: "Seconds from iat to exp of its access tokens; 1200 where empty."
    case .permissionStrategy:
      "Unanimous: as soon as two applications are granted, neither may exchange toward it."
    case .standardExchange:
      "Counts under the profile keycloak-v2 (26.2's standard exchange) only; the other profiles "
        + "do not look at it."
    case .standardExchangeRefresh:
      "Counts under the standard exchange only: whether it may give a refresh token."
    case .directAccessGrants: "On: a user's password can be sent for a token; CERN has it off."
    case .deviceGrant: "Off: no token by device code."
    case .groupsClaim:
      "On: ID tokens and userinfo say the user's groups, access tokens never; at CERN after a ticket."
    }
  }
}

extension PermissionStrategy {
  /// The strategy in words.
  public var label: String {
    switch self {
    case .affirmative: "affirmative (one grant is enough)"
    case .unanimous: "unanimous (all must agree)"
    }
  }
}
