import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("Every refusal of the authorization endpoint, over a socket, under each profile (A1 to A7)")
struct AuthorizationTests {
  @Test("who asks, and where they are to be sent", arguments: AuthorizationCase.all(pages))
  func saysItOnAPage(row: AuthorizationCase) async throws { try await row.run() }

  @Test("what they ask for", arguments: AuthorizationCase.all(redirects))
  func sendsTheErrorBack(row: AuthorizationCase) async throws { try await row.run() }

  @Test("prompt and max_age", arguments: AuthorizationCase.all(prompts))
  func looksAtTheLogin(row: AuthorizationCase) async throws { try await row.run() }

  static let pages = [
    AuthorizationRow("granted", .form) { _, _ in },
    AuthorizationRow("granted by POST", .form, method: "POST") { _, _ in },
    AuthorizationRow("no client", .page(400, "Invalid Request"), "A1") {
      $1 = $1.setting("client_id", nil)
    },
    AuthorizationRow("two clients", .page(400, "Invalid Request"), "A1") {
      $1.append(("client_id", "starting-client"))
    },
    AuthorizationRow("unknown client", .page(400, "Client not found."), "A1") {
      $1 = $1.setting("client_id", "nobody")
    },
    AuthorizationRow("disabled client", .page(400, "Client disabled."), "A1") { stage, _ in
      try stage.configure(Story.starting) { $0.enabled = false }
    },
    AuthorizationRow("blocked client", .page(400, "Client disabled."), "A1") { stage, _ in
      try stage.perform(.blockApplication(Story.starting, blocked: true), as: Story.carol)
    },
    AuthorizationRow("SAML client", .page(400, "Wrong client protocol."), "A1") { stage, _ in
      try becomeSAML(stage)
    },
    AuthorizationRow("blocked SAML client", .page(400, "Client disabled."), "A1") { stage, _ in
      try becomeSAML(stage)
      try stage.perform(.blockApplication(Story.starting, blocked: true), as: Story.carol)
    },
    AuthorizationRow("no redirect URI, without openid, where there is one alone", .form) {
      $1 = $1.setting("redirect_uri", nil).setting("scope", nil)
    },
    AuthorizationRow("no redirect URI", .page(400, "Invalid parameter: redirect_uri"), "A2") {
      $1 = $1.setting("redirect_uri", nil)
    },
    AuthorizationRow(
      "another's redirect URI, whatever else is wrong",
      .page(400, "Invalid parameter: redirect_uri"), "A2"
    ) {
      $1 = $1.setting("redirect_uri", "https://evil.example/").setting("response_type", "token")
    },
  ]

  /// Makes the client one of SAML's.
  private static func becomeSAML(_ stage: EndpointStage) throws {
    try stage.perform(.deleteRegistration(Story.starting), as: Story.carol)
    try stage.perform(
      .registerSAML(
        Story.starting,
        SAMLForm(
          entityID: "https://starting-client.cern.ch/saml",
          consumerURL: "https://starting-client.cern.ch/acs")), as: Story.carol)
  }

  private static let implicit =
    "Client is not allowed to initiate browser login with given response_type. "
    + "Implicit flow is disabled for the client."

  static let redirects =
    ["token", "id_token", "id_token token", "code token", "code id_token"].map { (type: String) in
      AuthorizationRow(
        "implicit: \(type)", .back("unauthorized_client", implicit), "A8", mark: "#"
      ) { $1 = $1.setting("response_type", type) }
    } + [
      AuthorizationRow(
        "implicit, to be posted", .post("unauthorized_client", implicit), "A8"
      ) {
        $1 = $1.setting("response_type", "token")
        $1.append(("response_mode", "form_post"))
      },
      AuthorizationRow(
        "implicit, in the query",
        .back(
          "invalid_request", "Response_mode 'query' not allowed for implicit or hybrid flow"),
        "A4"
      ) {
        $1 = $1.setting("response_type", "id_token")
        $1.append(("response_mode", "query"))
      },
      AuthorizationRow(
        "implicit, by an unknown mode",
        .back("invalid_request", "Invalid parameter: response_mode"), "A4"
      ) {
        $1 = $1.setting("response_type", "token")
        $1.append(("response_mode", "pigeon"))
      },
      AuthorizationRow(
        "unknown response type, in the fragment", .back("unsupported_response_type", nil), "A3",
        mark: "#"
      ) {
        $1 = $1.setting("response_type", "magic")
        $1.append(("response_mode", "fragment"))
      },
      AuthorizationRow(
        "no response type", .back("invalid_request", "Missing parameter: response_type"), "A3"
      ) { $1 = $1.setting("response_type", nil) },
      AuthorizationRow("unknown response type", .back("unsupported_response_type", nil), "A3") {
        $1 = $1.setting("response_type", "magic")
      },
      AuthorizationRow(
        "unknown response mode", .back("invalid_request", "Invalid parameter: response_mode"), "A4"
      ) { $1.append(("response_mode", "pigeon")) },
      AuthorizationRow("a parameter twice", .back("invalid_request", "duplicated parameter"), "A5")
      {
        $1.append(("scope", "openid"))
      },
      AuthorizationRow("unknown scope", .back("invalid_scope", "Invalid scopes: openid x"), "E10") {
        $1 = $1.setting("scope", "openid x")
      },
      challenge("a method without challenge", "Missing parameter: code_challenge") {
        $1.append(("code_challenge_method", "S256"))
      },
      challenge("an unknown method", "Invalid parameter: code_challenge_method") {
        $1 += [("code_challenge", CodeRows.challenge), ("code_challenge_method", "S512")]
      },
      challenge("too short a challenge", "Invalid parameter: code_challenge") {
        $1 += [("code_challenge", "short"), ("code_challenge_method", "S256")]
      },
      AuthorizationRow("plain is the method where none is named", .form) {
        $1.append(("code_challenge", CodeRows.verifier))
      },
    ]

  private static func challenge(
    _ note: String, _ description: String,
    _ arrange: @escaping @Sendable (EndpointStage, inout Form) throws -> Void
  ) -> AuthorizationRow {
    AuthorizationRow("PKCE: " + note, .back("invalid_request", description), "A6", arrange)
  }

  static let prompts = [
    AuthorizationRow("none, and nobody signed on", .back("login_required", nil), "A7") {
      $1.append(("prompt", "none"))
    },
    AuthorizationRow("none, and somebody signed on", .code, signedOn: 10) {
      $1.append(("prompt", "none"))
    },
    AuthorizationRow("signed on", .code, signedOn: 10) { _, _ in },
    AuthorizationRow("signed on, in the fragment", .code, mark: "#", signedOn: 10) {
      $1.append(("response_mode", "fragment"))
    },
    AuthorizationRow("login asks again", .form, signedOn: 10) { $1.append(("prompt", "login")) },
    AuthorizationRow("young enough", .code, signedOn: 10) { $1.append(("max_age", "10")) },
    AuthorizationRow("too old", .form, signedOn: 11) { $1.append(("max_age", "10")) },
    AuthorizationRow("too old for none", .back("login_required", nil), "A7", signedOn: 11) {
      $1 += [("prompt", "none"), ("max_age", "10")]
    },
    AuthorizationRow("idle too long", .form, signedOn: 36_001) { _, _ in },
  ]
}
