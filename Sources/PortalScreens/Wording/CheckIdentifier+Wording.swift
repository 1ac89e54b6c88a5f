import PortalModel

extension CheckIdentifier {
  /// What is looked at, as a noun: `permission of the target`.
  public var title: String {
    switch self {
    case .method: "HTTP method"
    case .contentType: "content type"
    case .grantType: "grant type sent"
    case .knownGrantType: "grant type known"
    case .duplicates: "no parameter twice"
    case .client: "client and secret"
    case .subjectTokenPresent: "subject token sent"
    case .issuer: "issuer of the subject token"
    case .parseable: "subject token readable"
    case .subjectTokenType: "type of the subject token"
    case .subjectToken: "subject token genuine and live"
    case .requestedSubject: "requested subject"
    case .requestedIssuer: "requested issuer"
    case .requestedTokenType: "type asked for"
    case .audience: "target registered"
    case .consent: "consent at the target"
    case .targetEnabled: "target enabled"
    case .selfHolder, .holder: "holder of the token"
    case .selfAudience: "audience of the token"
    case .permission: "permission of the target"
    case .signInClient: "application can be signed in to"
    case .signInIdentity: "account may sign in"
    case .signInRoles: "required roles"
    }
  }

  /// Whether a pass of this check tells a person little, so that short views leave it out.
  public var isRoutine: Bool {
    switch self {
    case .client, .subjectToken, .requestedTokenType, .audience, .selfHolder, .selfAudience,
      .holder, .permission, .signInClient, .signInIdentity, .signInRoles:
      false
    case .method, .contentType, .grantType, .knownGrantType, .duplicates, .subjectTokenPresent,
      .issuer, .parseable, .subjectTokenType, .requestedSubject, .requestedIssuer, .consent,
      .targetEnabled:
      true
    }
  }

  /// The line of a pass about which nothing more is known.
  var plainPass: String {
    switch self {
    case .method: "the request is a POST"
    case .contentType: "the body is a form"
    case .grantType: "a grant type was sent"
    case .knownGrantType: "the grant type is known"
    case .duplicates: "no parameter was sent twice"
    case .client: "the client is known"
    case .subjectTokenPresent: "a subject token was sent"
    case .issuer: "no other issuer is named"
    case .parseable: "the subject token can be read"
    case .subjectTokenType: "the subject token counts as an access token"
    case .subjectToken: "the subject token is genuine"
    case .requestedSubject: "no other user is asked for"
    case .requestedIssuer: "no other issuer is asked for"
    case .requestedTokenType: "the type asked for is supported"
    case .audience: "the target is registered"
    case .consent: "the target needs no consent"
    case .targetEnabled: "the target is enabled"
    case .selfHolder, .holder: "the caller holds the token"
    case .selfAudience: "the caller is in the token's audience"
    case .permission: "the target permits the exchange"
    case .signInClient: "the application can be signed in to"
    case .signInIdentity: "the account may sign in"
    case .signInRoles: "no required role is missing"
    }
  }

  /// What the real service answers when the check fails; `nil` where no such request is made.
  func serviceWords(for finding: Finding?) -> String? {
    switch self {
    case .method: "405 (no JSON body)"
    case .contentType: "415 (no JSON body)"
    case .grantType: "400 invalid_request \"Missing form parameter: grant_type\""
    case .knownGrantType: "400 unsupported_grant_type \"Unsupported grant_type\""
    case .duplicates: "400 invalid_request \"duplicated parameter\""
    case .client: Self.clientWords(finding)
    case .subjectTokenPresent: "400 invalid_request"
    case .issuer: "400 invalid_issuer \"Invalid subject_issuer parameter\""
    case .parseable, .subjectTokenType:
      "400 invalid_request \"Invalid token type, must be access token\""
    case .subjectToken: "400 invalid_request \"Invalid token\""
    case .requestedSubject, .permission: "403 access_denied \"Client not allowed to exchange\""
    case .requestedIssuer: "400 invalid_request \"Invalid issuer\""
    case .requestedTokenType: "400 invalid_request \"requested_token_type unsupported\""
    case .audience: "400 invalid_client \"Audience not found\""
    case .consent: "400 invalid_client \"Client requires user consent\""
    case .targetEnabled: "400 invalid_client \"Client disabled\""
    case .selfHolder, .holder: "403 access_denied \"Client is not the holder of the token\""
    case .selfAudience: "403 access_denied \"Client is not within the token audience\""
    case .signInClient, .signInIdentity, .signInRoles: nil
    }
  }

  private static func clientWords(_ finding: Finding?) -> String {
    let text = "\"Invalid client or Invalid client credentials\""
    if case .secretMissing = finding { return "401 unauthorized_client \(text)" }
    if case .secretWrong = finding { return "401 unauthorized_client \(text)" }
    return "401 invalid_client \(text)"
  }
}
