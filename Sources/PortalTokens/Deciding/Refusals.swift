import PortalModel

/// The refusals of the real service, word for word, by the rows of the reference page.
extension Reply {
  /// E1: the framework's own answer, with no body.
  static let methodNotAllowed = Reply(status: 405, body: nil)
  /// E2: the framework's own answer, with no body.
  static let unsupportedMediaType = Reply(status: 415, body: nil)
  /// E5.
  static let grantTypeMissing = invalidRequest("Missing form parameter: grant_type")
  /// E6.
  static let unsupportedGrantType = Reply(
    status: 400, error: "unsupported_grant_type", description: "Unsupported grant_type")
  /// E9.
  static let duplicatedParameter = invalidRequest("duplicated parameter")
  /// C1, C2, C3, C9.
  static let invalidClient = Reply(
    status: 401, error: "invalid_client", description: credentials)
  /// C10.
  static let wrongProtocol = Reply(
    status: 400, error: "invalid_client", description: "Wrong client protocol.")
  /// C4, C5, C6.
  static let unauthorizedClient = Reply(
    status: 401, error: "unauthorized_client", description: credentials)
  /// X0: the words of the standard exchange's S5, since V1 has none (§19 item 4).
  static let subjectTokenMissing = invalidRequest(
    "Parameter 'subject_token' required for standard token exchange")
  /// X1.
  static let invalidIssuer = Reply(
    status: 400, error: "invalid_issuer", description: "Invalid subject_issuer parameter")
  /// X2, X3.
  static let invalidTokenType = invalidRequest("Invalid token type, must be access token")
  /// X4 (26.0 and later).
  static let invalidToken = invalidRequest("Invalid token")
  /// X5, X14.
  static let notAllowedToExchange = accessDenied("Client not allowed to exchange")
  /// X6.
  static let unknownIssuer = invalidRequest("Invalid issuer")
  /// X7.
  static let unsupportedTokenType = invalidRequest("requested_token_type unsupported")
  /// X8.
  static let audienceNotFound = targetRefused("Audience not found")
  /// X9.
  static let consentRequired = targetRefused("Client requires user consent")
  /// X10.
  static let targetDisabled = targetRefused("Client disabled")
  /// X11, X13.
  static let notHolder = accessDenied("Client is not the holder of the token")
  /// X12.
  static let notInAudience = accessDenied("Client is not within the token audience")

  private static let credentials = "Invalid client or Invalid client credentials"

  private static func invalidRequest(_ description: String) -> Reply {
    Reply(status: 400, error: "invalid_request", description: description)
  }

  private static func targetRefused(_ description: String) -> Reply {
    Reply(status: 400, error: "invalid_client", description: description)
  }

  private static func accessDenied(_ description: String) -> Reply {
    Reply(status: 403, error: "access_denied", description: description)
  }

  /// The reply with a challenge (RFC 6749 §5.2), which Keycloak leaves out (§19 item 7).
  func challenging(realm: String) -> Reply {
    var reply = self
    reply.headers.append(.init(name: "WWW-Authenticate", value: "Basic realm=\"\(realm)\""))
    return reply
  }
}
