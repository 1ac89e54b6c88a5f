import PortalModel

/// The checks of the authorization endpoint, of devices and of logging out.
extension CheckWords {
  static let signOn: [CheckIdentifier: CheckWords] = [
    .authorizationClient: CheckWords(
      "client of the sign-in", passes: "the client can be signed in to",
      answers: "a page with status 400"),
    .redirectURI: CheckWords(
      "redirect URI", passes: "the redirect URI is registered",
      answers: "a page with status 400 \"Invalid parameter: redirect_uri\""),
    .responseType: CheckWords(
      "response type", passes: "the response type is known",
      answers: "error invalid_request or unsupported_response_type to the redirect URI",
      isRoutine: true),
    .responseMode: CheckWords(
      "response mode", passes: "the answer may travel so",
      answers: "error invalid_request \"Invalid parameter: response_mode\" to the redirect URI",
      isRoutine: true),
    .responseFlow: CheckWords(
      "flow", passes: "an authorization code is asked for",
      answers: "error unauthorized_client to the redirect URI", isRoutine: true),
    .authorizationDuplicates: CheckWords(
      "no parameter twice", passes: "no parameter was sent twice",
      answers: "error invalid_request \"duplicated parameter\" to the redirect URI", isRoutine: true
    ),
    .challenge: CheckWords(
      "PKCE challenge", passes: "the PKCE challenge is well-formed",
      answers: "error invalid_request to the redirect URI", isRoutine: true),
    .prompt: CheckWords(
      "signed on already", passes: "the prompt can be obeyed",
      answers: "error login_required to the redirect URI", isRoutine: true),
    .scopes: CheckWords(
      "scopes asked for", passes: "the client has every scope asked for",
      answers: "400 invalid_scope \"Invalid scopes: (those sent)\"", isRoutine: true),
    .userCode: CheckWords(
      "user code", passes: "the user code is known and waits",
      answers: "a page \"Invalid code, please try again.\""),
    .logoutPresent: CheckWords(
      "refresh token sent", passes: "a refresh token was sent",
      answers: "400 invalid_request \"No refresh token\"", isRoutine: true),
    .logoutGenuine: CheckWords(
      "refresh token genuine", passes: "the refresh token is genuine",
      answers: "400 invalid_grant \"Invalid refresh token\""),
    .logoutClient: CheckWords(
      "holder of the refresh token", passes: "the caller holds the refresh token",
      answers:
        "400 invalid_grant \"Invalid refresh token. Token client and authorized client don't match\""
    ),
    .logoutHint: CheckWords(
      "ID token", passes: "the ID token is genuine",
      answers: "a page with status 400 \"Invalid parameter: id_token_hint\""),
    .logoutRedirectURI: CheckWords(
      "address after logout", passes: "the address after logout is registered",
      answers: "a page with status 400 \"Invalid redirect uri\""),
  ]
}
