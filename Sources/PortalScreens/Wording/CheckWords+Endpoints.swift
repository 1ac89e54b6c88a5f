import PortalModel

/// The checks of the endpoints beside the token endpoint, and of an API.
extension CheckWords {
  static let endpoints: [CheckIdentifier: CheckWords] = [
    .introspectionClient: CheckWords(
      "client and secret", passes: "the client is known",
      answers: "401 invalid_request \"Authentication failed.\""),
    .introspectionAllowed: CheckWords(
      "kind of the caller", passes: "the caller is confidential",
      answers: "403 invalid_request \"Client not allowed.\"", isRoutine: true),
    .introspectionToken: CheckWords(
      "token sent", passes: "a token was sent",
      answers: "400 invalid_request \"Token not provided.\"", isRoutine: true),
    .introspectionHint: CheckWords(
      "type hinted at", passes: "the type hinted at is known",
      answers: "400 invalid_request \"Unsupported token type\"", isRoutine: true),
    .introspectionActive: CheckWords(
      "token active", passes: "the token is active",
      answers: "200 active=false, and no reason"),
    .userInfoOnce: CheckWords(
      "token sent once", passes: "the token was sent in one way",
      answers: "400 invalid_request", isRoutine: true),
    .userInfoToken: CheckWords(
      "bearer token", passes: "a bearer token was sent",
      answers: "401 and no error code", isRoutine: true),
    .userInfoVerified: CheckWords(
      "token genuine and live", passes: "the token is genuine",
      answers: "401 invalid_token"),
    .userInfoScope: CheckWords(
      "scope openid", passes: "the token has the scope openid",
      answers: "403 insufficient_scope \"Missing openid scope\""),
    .revocationToken: CheckWords(
      "token sent", passes: "a token was sent",
      answers: "400 invalid_request \"Token not provided\"", isRoutine: true),
    .revocationGenuine: CheckWords(
      "token genuine and live", passes: "the token is genuine",
      answers: "200 invalid_token \"Invalid token\" (an error under status 200)"),
    .revocationType: CheckWords(
      "type of the token", passes: "the token can be revoked",
      answers: "400 unsupported_token_type \"Unsupported token type\"", isRoutine: true),
    .revocationClient: CheckWords(
      "holder of the token", passes: "the caller holds the token",
      answers: "400 invalid_request \"Unmatching clients\""),
    .resource: CheckWords(
      "application", passes: "the application is known",
      answers: "404", isRoutine: true),
    .resourceToken: CheckWords(
      "bearer token", passes: "a bearer token was sent",
      answers: "401 and no error code", isRoutine: true),
    .resourceType: CheckWords(
      "access token", passes: "an access token was sent",
      answers: "401 invalid_token", isRoutine: true),
    .resourceSignature: CheckWords(
      "signature", passes: "the signature is good",
      answers: "401 invalid_token"),
    .resourceIssuer: CheckWords(
      "issuer", passes: "the issuer is trusted",
      answers: "401 invalid_token", isRoutine: true),
    .resourceAudience: CheckWords(
      "audience", passes: "the application is in the audience",
      answers: "401 invalid_token \"The audience is invalid\""),
    .resourceTime: CheckWords(
      "time", passes: "the token counts now",
      answers: "401 invalid_token \"The token expired\""),
    .resourceRole: CheckWords(
      "roles", passes: "the token carries a role of the application",
      answers: "403 insufficient_scope"),
  ]
}
