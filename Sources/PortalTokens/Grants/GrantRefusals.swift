import PortalModel

/// The refusals of the other grants, in Keycloak's words.
extension Reply {
  /// G1, D1.
  static func parameterMissing(_ name: String) -> Reply {
    Reply(
      status: 400, error: "invalid_request", description: "Missing parameter: \(name)")
  }
  /// 400 `invalid_grant`.
  static func invalidGrant(_ description: String) -> Reply {
    Reply(status: 400, error: "invalid_grant", description: description)
  }
  /// E10. The description names what was sent, without the characters that it must not have (R46).
  static func invalidScope(_ description: String) -> Reply {
    let plain = description.unicodeScalars.filter {
      (0x20...0x7E).contains($0.value) && $0 != "\"" && $0 != "\\"
    }
    return Reply(
      status: 400, error: "invalid_scope",
      description: String(String.UnicodeScalarView(plain.prefix(500))))
  }
  /// F1, and logout without a refresh token.
  static let refreshTokenMissing = Reply(
    status: 400, error: "invalid_request", description: "No refresh token")
  /// M1.
  static func noServiceAccount(isPublic: Bool) -> Reply {
    Reply(
      status: 401, error: "unauthorized_client",
      description: isPublic
        ? "Public client not allowed to retrieve service account"
        : "Client not enabled to retrieve service account")
  }
  /// D0, at the token endpoint.
  static let deviceGrantOff = invalidGrant(
    "Client not allowed OAuth 2.0 Device Authorization Grant")
  /// D0, where a device starts.
  static let deviceStartOff = Reply(
    status: 400, error: "unauthorized_client",
    description: "Client is not allowed to initiate OAuth 2.0 Device Authorization Grant. "
      + "The flow is disabled for the client.")
  /// E9, where a device starts.
  static let deviceStartDuplicate = invalidGrant("duplicated parameter")
  /// D3.
  static let deviceExpired = Reply(
    status: 400, error: "expired_token", description: "Device code is expired")
  /// D4.
  static let slowDown = Reply(status: 400, error: "slow_down", description: "Slow down")
  /// D5.
  static let deviceDenied = Reply(
    status: 400, error: "access_denied",
    description: "The end user denied the authorization request")
  /// D6.
  static let authorizationPending = Reply(
    status: 400, error: "authorization_pending",
    description: "The authorization request is still pending")
  /// D10.
  static let authorizationLost = Reply(
    status: 400, error: "authorization_pending",
    description: "The authorization request is verified but can not lookup the user session yet")
  /// P1.
  static let passwordGrantOff = Reply(
    status: 400, error: "unauthorized_client",
    description: "Client not allowed for direct access grants")
  /// P4.
  static let passwordConsent = Reply(
    status: 400, error: "invalid_client", description: "Client requires user consent")
  /// P3, without a login.
  static let usernameMissing = Reply(
    status: 401, error: "invalid_request", description: "Missing parameter: username")
  /// P2, and P3 for a login that nobody has.
  static let passwordWrong = Reply(
    status: 401, error: "invalid_grant", description: "Invalid user credentials")
  /// P3.
  static let accountDisabled = invalidGrant("Account disabled")
}
