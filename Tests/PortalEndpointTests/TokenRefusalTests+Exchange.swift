import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

extension TokenRefusalTests {
  private static let wrongType = "Invalid token type, must be access token"
  private static let jwt = "urn:ietf:params:oauth:token-type:jwt"

  static let exchanges = [
    RefusalRow(
      "X0", 400, "invalid_request",
      "Parameter 'subject_token' required for standard token exchange"
    ) { $1 = $1.setting("subject_token", nil) },
    RefusalRow("X1", 400, "invalid_issuer", "Invalid subject_issuer parameter") {
      $1.append(("subject_issuer", "https://elsewhere.example"))
    },
    RefusalRow("X2", 400, "invalid_request", wrongType) {
      $1 = $1.setting("subject_token", "opaque") + [("subject_token_type", jwt)]
    },
    RefusalRow("X3", 400, "invalid_request", wrongType) {
      $1.append(("subject_token_type", ExchangeWant.idToken.uri))
    },
    RefusalRow("X5", 403, "access_denied", "Client not allowed to exchange") {
      $1.append(("requested_subject", "bob"))
    },
    RefusalRow("X6", 400, "invalid_request", "Invalid issuer") {
      $1.append(("requested_issuer", "github"))
    },
    RefusalRow("X7", 400, "invalid_request", "requested_token_type unsupported") {
      $1 = $1.setting("requested_token_type", jwt)
    },
    RefusalRow("X8", 400, "invalid_client", "Audience not found") {
      $1 = $1.setting("audience", "nobody")
    },
    RefusalRow("X8", note: "empty", 400, "invalid_client", "Audience not found") {
      $1 = $1.setting("audience", "")
    },
    RefusalRow("X9", 400, "invalid_client", "Client requires user consent") { stage, _ in
      try stage.configure(Story.backEnd) { $0.consentRequired = true }
    },
    RefusalRow("X10", 400, "invalid_client", "Client disabled") { stage, _ in
      try stage.configure(Story.backEnd) { $0.enabled = false }
    },
    RefusalRow("X11", 403, "access_denied", "Client is not the holder of the token") {
      stage, form in
      let other = try await stage.subject(of: Story.starting)
      form = stage.exchange(other.compact, toward: Story.frontEnd)
    },
    RefusalRow("X12", 403, "access_denied", "Client is not within the token audience") {
      stage, form in
      form =
        form.setting("client_id", "starting-client").setting("audience", "starting-client")
        + [("client_secret", "SECRET")]
    },
    RefusalRow("X13", 403, "access_denied", "Client is not the holder of the token") {
      stage, form in
      try stage.grant()
      form = form.setting("subject_token", try await stage.subject(of: Story.starting).compact)
    },
    RefusalRow(
      "X14-resource_missing", 403, "access_denied", "Client not allowed to exchange"
    ) { _, _ in },
    RefusalRow(
      "X14-resource_missing", note: "the wrong direction", 403, "access_denied",
      "Client not allowed to exchange"
    ) { stage, form in
      try stage.grant()
      let other = try await stage.subject(of: Story.backEnd)
      form = stage.exchange(other.compact, by: Story.backEnd, toward: Story.frontEnd)
    },
  ]
}
