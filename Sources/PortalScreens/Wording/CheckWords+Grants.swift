import PortalModel

/// The checks of the grants beside the exchange.
extension CheckWords {
  static let grants: [CheckIdentifier: CheckWords] = [
    .codePresent: CheckWords(
      "code sent", passes: "a code was sent",
      answers: "400 invalid_request \"Missing parameter: code\"", isRoutine: true),
    .code: CheckWords(
      "authorization code", passes: "the code is known and unused, its login not ended",
      answers: "400 invalid_grant \"Code not valid\""),
    .codeAge: CheckWords(
      "age of the code", passes: "the code is not older than a minute",
      answers: "400 invalid_grant \"Code is expired\"", isRoutine: true),
    .codeUser: CheckWords(
      "user of the code", passes: "the client takes part in the login, and the user may sign in",
      answers: "400 invalid_grant \"User disabled\"", isRoutine: true),
    .codeRedirectURI: CheckWords(
      "redirect URI of the code", passes: "the redirect URI is the one of the code",
      answers: "400 invalid_grant \"Incorrect redirect_uri\""),
    .codeClient: CheckWords(
      "client of the code", passes: "the code was issued to the caller",
      answers: "400 invalid_grant \"Auth error: Found different client_id in clientSession\""),
    .codeSession: CheckWords(
      "login of the code", passes: "the login has not run out",
      answers: "400 invalid_grant \"Session not active\"", isRoutine: true),
    .codeVerifier: CheckWords(
      "PKCE verifier", passes: "the PKCE verifier fits",
      answers: "400 invalid_grant \"PKCE verification failed\""),
    .refreshPresent: CheckWords(
      "refresh token sent", passes: "a refresh token was sent",
      answers: "400 invalid_request \"No refresh token\"", isRoutine: true),
    .refreshGenuine: CheckWords(
      "refresh token genuine", passes: "the refresh token is genuine",
      answers: "400 invalid_grant \"Invalid refresh token\""),
    .refreshTime: CheckWords(
      "age of the refresh token", passes: "the refresh token has not expired",
      answers: "400 invalid_grant \"Token is not active\"", isRoutine: true),
    .refreshIssuer: CheckWords(
      "issuer of the refresh token", passes: "the refresh token is of this issuer",
      answers: "400 invalid_grant \"Invalid token issuer\"", isRoutine: true),
    .refreshClient: CheckWords(
      "holder of the refresh token", passes: "the caller holds the refresh token",
      answers:
        "400 invalid_grant \"Invalid refresh token. Token client and authorized client don't match\""
    ),
    .refreshUser: CheckWords(
      "user of the refresh token", passes: "the user may sign in",
      answers: "400 invalid_grant \"User disabled\"", isRoutine: true),
    .refreshSession: CheckWords(
      "session of the refresh token", passes: "the session is live",
      answers: "400 invalid_grant \"Session not active\""),
    .refreshClientSession: CheckWords(
      "client in the session", passes: "the client takes part in the session",
      answers: "400 invalid_grant \"Session doesn't have required client\"", isRoutine: true),
    .refreshStale: CheckWords(
      "not-before marks", passes: "no not-before mark is newer",
      answers: "400 invalid_grant \"Stale token\"", isRoutine: true),
    .refreshScope: CheckWords(
      "scope of the refresh", passes: "the scope is within the old one",
      answers: "400 invalid_scope \"Invalid scopes: (those sent)\"", isRoutine: true),
    .refreshReuse: CheckWords(
      "use of the refresh token", passes: "the refresh token may be used again",
      answers: "400 invalid_grant \"Maximum allowed refresh token reuse exceeded\"",
      isRoutine: true),
    .serviceAccount: CheckWords(
      "client credentials allowed", passes: "the client may have tokens of its own",
      answers: "401 unauthorized_client \"Client not enabled to retrieve service account\""),
    .serviceIdentity: CheckWords(
      "application identity", passes: "the application identity is enabled",
      answers: "401 invalid_request", isRoutine: true),
    .apiAudience: CheckWords(
      "audience sent", passes: "an audience was sent",
      answers: "400 invalid_request \"Missing parameter: audience\"", isRoutine: true),
    .deviceAllowed: CheckWords(
      "device grant allowed", passes: "the registration allows the device grant",
      answers: "400 invalid_grant \"Client not allowed OAuth 2.0 Device Authorization Grant\"",
      isRoutine: true),
    .deviceCodePresent: CheckWords(
      "device code sent", passes: "a device code was sent",
      answers: "400 invalid_request \"Missing parameter: device_code\"", isRoutine: true),
    .deviceCode: CheckWords(
      "device code", passes: "the device code is known and unused",
      answers: "400 invalid_grant \"Device code not valid\""),
    .deviceAge: CheckWords(
      "age of the device code", passes: "the device code has not expired",
      answers: "400 expired_token \"Device code is expired\"", isRoutine: true),
    .devicePace: CheckWords(
      "pace of the device", passes: "the device waited long enough",
      answers: "400 slow_down \"Slow down\"", isRoutine: true),
    .deviceDenied: CheckWords(
      "answer of the user", passes: "the user did not say no",
      answers: "400 access_denied \"The end user denied the authorization request\"",
      isRoutine: true),
    .devicePending: CheckWords(
      "approval of the user", passes: "the user said yes",
      answers: "400 authorization_pending \"The authorization request is still pending\""),
    .deviceLogin: CheckWords(
      "approval's login", passes: "the login of the approval was not ended",
      answers:
        "400 authorization_pending \"The authorization request is verified but can not lookup "
        + "the user session yet\"", isRoutine: true),
    .deviceUser: CheckWords(
      "user of the device", passes: "the user may sign in",
      answers: "400 invalid_grant \"User disabled\"", isRoutine: true),
    .deviceSession: CheckWords(
      "login of the device", passes: "the login has not run out",
      answers: "400 invalid_grant \"Session not active\"", isRoutine: true),
    .passwordAllowed: CheckWords(
      "password grant allowed", passes: "the registration allows the password grant",
      answers: "400 unauthorized_client \"Client not allowed for direct access grants\""),
    .passwordConsent: CheckWords(
      "consent", passes: "the client asks for no consent",
      answers: "400 invalid_client \"Client requires user consent\"", isRoutine: true),
    .passwordRight: CheckWords(
      "password", passes: "the password is right",
      answers: "401 invalid_grant \"Invalid user credentials\""),
    .passwordAccount: CheckWords(
      "account of the user", passes: "the login is an enabled account's",
      answers: "400 invalid_grant \"Account disabled\"", isRoutine: true),
  ]
}
