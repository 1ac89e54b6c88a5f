import PortalModel

/// The checks of the token endpoint's gate, of the exchange and of signing in.
extension CheckWords {
  static let exchange: [CheckIdentifier: CheckWords] = [
    .method: CheckWords(
      "HTTP method", passes: "the request is a POST",
      answers: "405 (no JSON body)", isRoutine: true),
    .contentType: CheckWords(
      "content type", passes: "the body is a form",
      answers: "415 (no JSON body)", isRoutine: true),
    .grantType: CheckWords(
      "grant type sent", passes: "a grant type was sent",
      answers: "400 invalid_request \"Missing form parameter: grant_type\"", isRoutine: true),
    .knownGrantType: CheckWords(
      "grant type known", passes: "the grant type is known",
      answers: "400 unsupported_grant_type \"Unsupported grant_type\"", isRoutine: true),
    .duplicates: CheckWords(
      "no parameter twice", passes: "no parameter was sent twice",
      answers: "400 invalid_request \"duplicated parameter\"", isRoutine: true),
    .client: CheckWords(
      "client and secret", passes: "the client is known",
      answers: "401 invalid_client"),
    .subjectTokenPresent: CheckWords(
      "subject token sent", passes: "a subject token was sent",
      answers: "400 invalid_request", isRoutine: true),
    .issuer: CheckWords(
      "issuer of the subject token", passes: "no other issuer is named",
      answers: "400 invalid_issuer \"Invalid subject_issuer parameter\"", isRoutine: true),
    .parseable: CheckWords(
      "subject token readable", passes: "the subject token can be read",
      answers: "400 invalid_request \"Invalid token type, must be access token\"", isRoutine: true),
    .subjectTokenType: CheckWords(
      "type of the subject token", passes: "the subject token counts as an access token",
      answers: "400 invalid_request \"Invalid token type, must be access token\"", isRoutine: true),
    .subjectToken: CheckWords(
      "subject token genuine and live", passes: "the subject token is genuine",
      answers: "400 invalid_request \"Invalid token\""),
    .requestedSubject: CheckWords(
      "requested subject", passes: "no other user is asked for",
      answers: "403 access_denied \"Client not allowed to exchange\"", isRoutine: true),
    .requestedIssuer: CheckWords(
      "requested issuer", passes: "no other issuer is asked for",
      answers: "400 invalid_request \"Invalid issuer\"", isRoutine: true),
    .requestedTokenType: CheckWords(
      "type asked for", passes: "the type asked for is supported",
      answers: "400 invalid_request \"requested_token_type unsupported\""),
    .audience: CheckWords(
      "target registered", passes: "the target is registered",
      answers: "400 invalid_client \"Audience not found\""),
    .consent: CheckWords(
      "consent at the target", passes: "the target needs no consent",
      answers: "400 invalid_client \"Client requires user consent\"", isRoutine: true),
    .targetEnabled: CheckWords(
      "target enabled", passes: "the target is enabled",
      answers: "400 invalid_client \"Client disabled\"", isRoutine: true),
    .selfHolder: CheckWords(
      "holder of the token, toward itself", passes: "the caller holds the token",
      answers: "403 access_denied \"Client is not the holder of the token\""),
    .selfAudience: CheckWords(
      "audience of the token, toward itself", passes: "the caller is in the token's audience",
      answers: "403 access_denied \"Client is not within the token audience\""),
    .holder: CheckWords(
      "holder of the token", passes: "the caller holds the token",
      answers: "403 access_denied \"Client is not the holder of the token\""),
    .permission: CheckWords(
      "permission of the target", passes: "the target permits the exchange",
      answers: "403 access_denied \"Client not allowed to exchange\""),
    .signInClient: CheckWords(
      "application can be signed in to", passes: "the application can be signed in to",
      answers: nil),
    .signInIdentity: CheckWords(
      "account may sign in", passes: "the account may sign in",
      answers: nil),
    .signInRoles: CheckWords(
      "required roles", passes: "no required role is missing",
      answers: nil),
  ]
}
