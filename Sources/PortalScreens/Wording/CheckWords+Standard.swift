import PortalModel

/// The checks of the standard exchange.
extension CheckWords {
  static let standard: [CheckIdentifier: CheckWords] = [
    .standardRequestedSubject: CheckWords(
      "requested subject", passes: "no other user is asked for",
      answers:
        "400 invalid_request \"Parameter 'requested_subject' is not supported for standard token exchange\"",
      isRoutine: true),
    .standardRequestedIssuer: CheckWords(
      "requested issuer", passes: "no other issuer is asked for",
      answers:
        "400 invalid_request \"Parameter 'requested_issuer' is not supported for standard token exchange\"",
      isRoutine: true),
    .standardSubjectIssuer: CheckWords(
      "issuer named", passes: "no issuer is named",
      answers:
        "400 invalid_request \"Parameter 'subject_issuer' is not supported for standard token exchange\"",
      isRoutine: true),
    .standardEnabled: CheckWords(
      "standard exchange enabled", passes: "the requester may use the standard exchange",
      answers:
        "400 invalid_request \"Standard token exchange is not enabled for the requested client\""),
    .standardSubjectToken: CheckWords(
      "subject token sent", passes: "a subject token was sent",
      answers:
        "400 invalid_request \"Parameter 'subject_token' required for standard token exchange\"",
      isRoutine: true),
    .standardSubjectTokenType: CheckWords(
      "type of the subject token sent", passes: "the type of the subject token was sent",
      answers:
        "400 invalid_request \"Parameter 'subject_token_type' required for standard token exchange\"",
      isRoutine: true),
    .standardAccessToken: CheckWords(
      "type of the subject token", passes: "the subject token counts as an access token",
      answers: "400 invalid_request \"Parameter 'subject_token' supports access tokens only\"",
      isRoutine: true),
    .standardVerified: CheckWords(
      "subject token genuine and live", passes: "the subject token is genuine",
      answers: "400 invalid_request \"Invalid token\""),
    .standardRequestedType: CheckWords(
      "type asked for", passes: "the type asked for is supported",
      answers: "400 invalid_request \"requested_token_type unsupported\""),
    .standardAudience: CheckWords(
      "audience registered", passes: "every audience is registered",
      answers: "400 invalid_client \"Audience not found\""),
    .standardConfidential: CheckWords(
      "kind of the requester", passes: "the requester is confidential",
      answers: "400 invalid_client \"Public client is not allowed to exchange token\""),
    .standardTargetEnabled: CheckWords(
      "audience enabled", passes: "every audience is enabled",
      answers: "400 invalid_client \"Client disabled\"", isRoutine: true),
    .standardWithinAudience: CheckWords(
      "audience of the token", passes: "the requester is in the token's audience",
      answers: "403 access_denied \"Client is not within the token audience\""),
    .standardScope: CheckWords(
      "scopes asked for", passes: "the requester has every scope asked for",
      answers: "400 invalid_scope \"Invalid scopes: (those sent)\"", isRoutine: true),
    .standardSession: CheckWords(
      "session of the token", passes: "the session can have a refresh token",
      answers:
        "400 invalid_request \"Refresh token not valid as requested_token_type because creating a new session is needed\"",
      isRoutine: true),
    .standardOffline: CheckWords(
      "no offline access", passes: "no offline access is asked for",
      answers: "400 invalid_request \"Scope offline_access not allowed for token exchange\"",
      isRoutine: true),
    .standardConsent: CheckWords(
      "consent at the requester", passes: "the requester needs no consent",
      answers: "400 invalid_scope \"Missing consents for Token Exchange\"", isRoutine: true),
    .standardAvailable: CheckWords(
      "audience available", passes: "every audience is in the requester's own token",
      answers: "400 invalid_request \"Requested audience not available\""),
  ]
}
