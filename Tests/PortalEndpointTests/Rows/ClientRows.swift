import Foundation
import PortalModel
import PortalTestSupport
import PortalTokens

/// C1 to C10: who asks (§3).
enum ClientRows {
  static let all = missing + secrets + headers + protocols

  private static let words = "Invalid client or Invalid client credentials"

  private static func unknown(
    _ id: String, _ note: String = "", _ change: @escaping ChangeForm
  ) -> WireRow {
    .exchange(id, note, 401, "invalid_client", words, change)
  }

  private static func unproved(
    _ id: String, _ note: String = "", reason: String? = nil, _ change: @escaping ChangeForm
  ) -> WireRow {
    .exchange(id, note, 401, "unauthorized_client", words, reason: reason) { stage, form in
      form = stage.exchange("x", by: Story.starting)
      try await change(stage, &form)
    }
  }

  private static let missing = [
    unknown("C1") { $1 = $1.setting("client_id", nil) },
    unknown("C2") { $1 = $1.setting("client_id", "nobody") },
    unknown("C2", "empty") { $1 = $1.setting("client_id", "") },
    unknown("C2", "another case") { $1 = $1.setting("client_id", "FRONT-END-APP") },
    unknown("C2", "an application without registration") { stage, _ in
      try stage.perform(.deleteRegistration(Story.frontEnd), as: Story.alice)
    },
    unknown("C3") { stage, _ in try stage.configure(Story.frontEnd) { $0.enabled = false } },
    unknown("C3", "blocked") { stage, _ in
      try stage.perform(.blockApplication(Story.frontEnd, blocked: true), as: Story.alice)
    },
  ]

  private static let secrets = [
    unproved("C4") { $1 = $1.setting("client_secret", nil) },
    unproved("C5") { $1 = $1.setting("client_secret", "wrong") },
    unproved("C5", "empty") { $1 = $1.setting("client_secret", "") },
    unproved("C5", "another case") { $1 = $1.setting("client_secret", "secret") },
    unproved("C5", "a blank too many") { $1 = $1.setting("client_secret", "SECRET ") },
    unproved("C5", "another client's") {
      $1 = $1.setting("client_secret", $0.portal.facts.secret(of: Story.backEnd))
    },
    unproved("C6") { stage, _ in
      stage.portal.apply([.deleteSecret(Story.starting)])
    },
    .granted("C8", "a public client's secret is not looked at") {
      $1 = $1.setting("client_secret", "anything")
    },
    .granted("C8", "none at all") { _, _ in },
    .exchange(
      "C8", "passes, and meets the standard exchange", profiles: [.keycloakV2], 400,
      "invalid_request", "Standard token exchange is not enabled for the requested client",
      reason: "S4"
    ) { $1 = $1.setting("client_secret", "anything") },
  ]

  /// A request of `starting-client` with its credentials in the header.
  private static func header(
    _ id: String, _ note: String, _ error: String, reason: String? = nil, _ value: String,
    _ form: Form = []
  ) -> WireRow {
    WireRow(
      id: id, note: note, status: 401, body: .refusal(error, words), reason: reason ?? id,
      isBasic: true
    ) { stage in
      try await stage.post(
        form + [("grant_type", exchangeGrant)], headers: [("Authorization", value)])
    }
  }

  private static let headers = [
    WireRow(
      id: "C1", note: "a Basic header with nothing in it is none", status: 401,
      body: .refusal("invalid_client", words), reason: "C1"
    ) {
      try await $0.post(
        [("grant_type", exchangeGrant)], headers: [("Authorization", "Basic ")])
    },
    header("C9", "no base64", "invalid_client", "Basic %%%"),
    header("C9", "no colon", "invalid_client", "Basic " + base64("starting-client")),
    header("C9", "no UTF-8", "invalid_client", "Basic /zpTRUNSRVQ="),
    header("C2", "by header", "invalid_client", "Basic " + base64("nobody:SECRET")),
    header(
      "C5", "by header", "unauthorized_client", "Basic " + base64("starting-client:wrong")),
    header(
      "C5", "the form's secret wins over the header's", "unauthorized_client",
      "Basic " + base64("starting-client:SECRET"), [("client_secret", "wrong")]),
    WireRow(
      id: "§3 the form fields win", status: 400,
      body: .refusal("invalid_request", subjectMissing), reason: "X0/S"
    ) { stage in
      try await stage.post(
        EndpointStage.starting + [("grant_type", exchangeGrant)],
        headers: [("Authorization", "Basic " + base64("nobody:wrong"))])
    },
    WireRow(
      id: "§3 Basic or form", note: "form-encoded within (RFC 6749 §2.3.1)", status: 400,
      body: .refusal("invalid_request", subjectMissing), reason: "X0/S"
    ) { stage in
      try await stage.post(
        [("grant_type", exchangeGrant)],
        headers: [("Authorization", "Basic " + base64("starting%2Dclient:SEC%52ET"))])
    },
  ].flatMap { row -> [WireRow] in
    // A client that has proved itself meets the exchange, which each dialect refuses in its own way.
    guard row.reason == "X0/S" else { return [row] }
    var (v1, v2) = (row, row)
    (v1.profiles, v1.reason) = (legacy, "X0")
    (v2.profiles, v2.reason) = ([.keycloakV2], "S4")
    v2.body = .refusal(
      "invalid_request", "Standard token exchange is not enabled for the requested client")
    return [v1, v2]
  }

  static let subjectMissing = "Parameter 'subject_token' required for standard token exchange"

  private static let protocols = [
    WireRow.exchange("C10", "", 400, "invalid_client", "Wrong client protocol.") { stage, _ in
      try stage.perform(.deleteRegistration(Story.frontEnd), as: Story.alice)
      try stage.perform(
        .registerSAML(
          Story.frontEnd,
          SAMLForm(
            entityID: "https://front-end-app.cern.ch/saml",
            consumerURL: "https://front-end-app.cern.ch/acs")), as: Story.alice)
    }
  ]

  /// Base64 as Basic headers have it (RFC 7617).
  static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
