import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// S1 to S20, and V2's half of §6: the standard exchange.
enum StandardRows {
  static let all = parameters + types + clients + scopes + given

  private static func row(
    _ id: String, _ note: String, status: Int = 400, error: String = "invalid_request",
    _ description: String, _ change: @escaping ChangeForm
  ) -> WireRow {
    WireRow(
      id: id, note: note, profiles: [.keycloakV2], status: status,
      body: .refusal(error, description), reason: id
    ) { stage in
      var form = try await stage.standard()
      try await change(stage, &form)
      return try await stage.post(form)
    }
  }

  private static func given(
    _ id: String, _ change: @escaping ChangeForm,
    _ look: @escaping @Sendable (JSONValue) throws -> Void
  ) -> WireRow {
    WireRow(id: id, profiles: [.keycloakV2], status: 200, body: .json(look)) { stage in
      var form = try await stage.standard()
      try await change(stage, &form)
      return try await stage.post(form)
    }
  }

  private static func unsupported(_ name: String) -> String {
    "Parameter '\(name)' is not supported for standard token exchange"
  }

  private static let parameters = [
    row("S1", "", unsupported("requested_subject")) { $1.append(("requested_subject", "bob")) },
    row("S2", "", unsupported("requested_issuer")) { $1.append(("requested_issuer", "x")) },
    row("S3", "even this issuer's", unsupported("subject_issuer")) {
      $1.append(("subject_issuer", $0.service.realm.issuer))
    },
    row("S4", "", "Standard token exchange is not enabled for the requested client") { stage, _ in
      try stage.configure(Story.starting) { $0.standardExchange = false }
    },
    row("S5", "", "Parameter 'subject_token' required for standard token exchange") {
      $1 = $1.setting("subject_token", nil)
    },
    row("S6", "", "Parameter 'subject_token_type' required for standard token exchange") {
      $1 = $1.setting("subject_token_type", nil)
    },
  ]

  private static let types =
    ["refresh_token", "id_token", "jwt", "saml2"].map { type in
      row("S7", type, "Parameter 'subject_token' supports access tokens only") {
        $1 = $1.setting("subject_token_type", ExchangeRows.uri(type))
      }
    }
    + ["refresh_token", "jwt", "saml2", "saml1", "x"].map { type in
      row("S11", type, "requested_token_type unsupported") {
        $1.append(("requested_token_type", ExchangeRows.uri(type)))
      }
    } + [
      row("S11", "use refresh tokens off", "requested_token_type unsupported") { stage, form in
        try stage.configure(Story.starting) {
          ($0.standardExchangeRefresh, $0.useRefreshTokens) = (true, false)
        }
        form.append(("requested_token_type", ExchangeRows.uri("refresh_token")))
      }
    ]

  private static let clients = [
    row("S12", "", error: "invalid_client", "Audience not found") {
      $1.append(("audience", "nobody"))
    },
    row("S12", "empty", error: "invalid_client", "Audience not found") {
      $1.append(("audience", ""))
    },
    row("S13", "", error: "invalid_client", "Public client is not allowed to exchange token") {
      stage, form in
      try stage.configure(Story.frontEnd) { $0.standardExchange = true }
      form =
        stage.exchange(try await stage.subject().compact)
        .setting("requested_token_type", nil)
        + [("subject_token_type", ExchangeRows.uri("access_token"))]
    },
    row("S14", "", error: "invalid_client", "Client disabled") { stage, form in
      try stage.configure(Story.target) { $0.enabled = false }
      form.append(("audience", "target-client"))
    },
    row("S15", "", status: 403, error: "access_denied", "Client is not within the token audience") {
      stage, form in
      form = form.setting("subject_token", try await stage.subject().compact)
    },
  ]

  private static let notRefreshable =
    "Refresh token not valid as requested_token_type because creating a new session is needed"

  private static let scopes = [
    row("S16", "", error: "invalid_scope", "Invalid scopes: openid nonsense") {
      $1.append(("scope", "openid nonsense"))
    },
    row("S17", "a service account's token", notRefreshable) { stage, form in
      try stage.allowServiceAccount()
      let own = try await stage.post(
        EndpointStage.starting + [("grant_type", "client_credentials")])
      try stage.configure(Story.starting) { $0.standardExchangeRefresh = true }
      form =
        form.setting("subject_token", own.json?["access_token"]?.string)
        + [("requested_token_type", ExchangeRows.uri("refresh_token"))]
    },
    row("S18", "", "Scope offline_access not allowed for token exchange") { stage, form in
      try stage.configure(Story.starting) { $0.standardExchangeRefresh = true }
      form += [
        ("requested_token_type", ExchangeRows.uri("refresh_token")), ("scope", "offline_access"),
      ]
    },
    row(
      "S19", "", error: "invalid_scope",
      "Missing consents for Token Exchange in client starting-client"
    ) { stage, _ in try stage.configure(Story.starting) { $0.consentRequired = true } },
    row("S20", "", "Requested audience not available: target-client") {
      $1.append(("audience", "target-client"))
    },
    row(
      "S20", "the permission counts for nothing", "Requested audience not available: back-end-api"
    ) {
      stage, form in
      try stage.perform(
        .grantExchange(ExchangeDirection(source: Story.starting, target: Story.backEnd)),
        as: Story.bob)
      form += [("audience", "starting-client"), ("audience", "back-end-api")]
    },
  ]

  private static let given = [
    given("§6 V2 absent", { _, _ in }) {
      try GrantedRows.look($0, issued: "access_token", refresh: false, id: false)
    },
    given(
      "§6 V2 access_token",
      { $1 += [("requested_token_type", ExchangeRows.uri("access_token")), ("scope", "openid")] }
    ) { try GrantedRows.look($0, issued: "access_token", refresh: false, id: true) },
    given(
      "§6 V2 refresh_token",
      { stage, form in
        try stage.configure(Story.starting) { $0.standardExchangeRefresh = true }
        form.append(("requested_token_type", ExchangeRows.uri("refresh_token")))
      }
    ) { try GrantedRows.look($0, issued: "refresh_token", refresh: true, id: false) },
    given(
      "§6 V2 id_token", { $1.append(("requested_token_type", ExchangeRows.uri("id_token"))) }
    ) { json in
      #expect(json["token_type"] == .string("N_A"))
      #expect(json["issued_token_type"]?.string == ExchangeRows.uri("id_token"))
      let token = json["access_token"]?.string.flatMap { CompactToken($0) }
      #expect(token?.claims["typ"] == .string("ID"))
      #expect(token?.claims["azp"] == .string("starting-client"))
      #expect(json["id_token"] == nil)
    },
  ]
}

extension EndpointStage {
  /// An exchange of `starting-client` that the standard exchange grants.
  func standard() async throws -> Form {
    try configure(Story.starting) { $0.standardExchange = true }
    return exchange(
      try await subject(of: Story.starting).compact, by: Story.starting
    ).setting("audience", nil).setting("requested_token_type", nil)
      + [("subject_token_type", ExchangeRows.uri("access_token"))]
  }
}
