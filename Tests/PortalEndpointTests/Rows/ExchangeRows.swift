import PortalModel
import PortalTestSupport

@testable import PortalTokens

/// X0 to X14 but X4: the legacy exchange (§4, §4.2, §9).
enum ExchangeRows {
  static let all = subjects + wishes + targets + holders + permissions

  private static func bad(
    _ id: String, _ note: String, _ description: String, _ profiles: [Profile] = legacy,
    _ change: @escaping ChangeForm
  ) -> WireRow {
    .exchange(id, note, profiles: profiles, 400, "invalid_request", description, change)
  }

  private static func unfit(
    _ id: String, _ note: String, _ description: String, _ change: @escaping ChangeForm
  ) -> WireRow {
    .exchange(id, note, profiles: legacy, 400, "invalid_client", description, change)
  }

  private static func denied(
    _ id: String, _ note: String, _ description: String, reason: String? = nil,
    _ change: @escaping ChangeForm
  ) -> WireRow {
    .exchange(
      id, note, profiles: legacy, 403, "access_denied", description, reason: reason, change)
  }

  static func uri(_ name: String) -> String { "urn:ietf:params:oauth:token-type:" + name }

  private static let wrongType = "Invalid token type, must be access token"
  private static let forbidden = "Client not allowed to exchange"
  private static let foreign = "https://elsewhere.example/realms/x"

  private static let subjects =
    [
      bad("X0", "public", ClientRows.subjectMissing) {
        $1 = $1.setting("subject_token", nil)
      },
      bad("X0", "confidential", ClientRows.subjectMissing) { stage, form in
        form = stage.exchange("", by: Story.starting, toward: Story.target)
          .setting("subject_token", nil)
      },
      WireRow.exchange(
        "X1", "", profiles: legacy, 400, "invalid_issuer", "Invalid subject_issuer parameter"
      ) { $1.append(("subject_issuer", foreign)) },
      .exchange(
        "X1", "a jwt of another issuer", profiles: legacy, 400, "invalid_issuer",
        "Invalid subject_issuer parameter"
      ) { stage, form in
        let token = try stage.forged(["iss": .string(foreign)], from: try await stage.subject())
        form = form.setting("subject_token", token) + [("subject_token_type", uri("jwt"))]
      },
      bad("X2", "", wrongType) {
        $1 = $1.setting("subject_token", "opaque") + [("subject_token_type", uri("jwt"))]
      },
    ]
    + [
      uri("refresh_token"), uri("id_token"), uri("jwt"), uri("saml1"), uri("saml2"), "text", "",
    ].map { type in
      bad("X3", type, wrongType) { $1.append(("subject_token_type", type)) }
    } + [
      .granted("X1", "this issuer's own name is none") {
        $1.append(("subject_issuer", $0.service.realm.issuer))
      }
    ]

  private static let wishes =
    [
      denied("X5", "unknown", forbidden) { $1.append(("requested_subject", "nobody")) },
      denied("X5", "known", forbidden) { $1.append(("requested_subject", "bob")) },
      denied("X5", "even for oneself", forbidden) { $1.append(("requested_subject", "jdoe")) },
      bad("X6", "", "Invalid issuer") { $1.append(("requested_issuer", "github")) },
      bad("X7", "id_token to the letter", "requested_token_type unsupported", [.keycloakV1]) {
        $1 = $1.setting("requested_token_type", uri("id_token"))
      },
    ]
    + [uri("jwt"), uri("saml1"), uri("saml2"), "access_token", ""].map { type in
      bad("X7", type, "requested_token_type unsupported") {
        $1 = $1.setting("requested_token_type", type)
      }
    }

  private static let targets = [
    unfit("X8", "", "Audience not found") { $1 = $1.setting("audience", "nobody") },
    unfit("X8", "empty", "Audience not found") { $1 = $1.setting("audience", "") },
    unfit("X8", "its name, not its id", "Audience not found") {
      $1 = $1.setting("audience", "Back End")
    },
    unfit("X8", "the second of two", "Audience not found") { stage, form in
      try stage.grant()
      form.append(("audience", "nobody"))
    },
    unfit("X9", "", "Client requires user consent") { stage, _ in
      try stage.configure(Story.backEnd) { $0.consentRequired = true }
    },
    unfit("X9", "before X10", "Client requires user consent") { stage, _ in
      try stage.configure(Story.backEnd) { ($0.consentRequired, $0.enabled) = (true, false) }
    },
    unfit("X9", "even for oneself", "Client requires user consent") { stage, form in
      try stage.configure(Story.frontEnd) { $0.consentRequired = true }
      form = form.setting("audience", "front-end-app")
    },
    unfit("X10", "", "Client disabled") { stage, _ in
      try stage.configure(Story.backEnd) { $0.enabled = false }
    },
    unfit("X10", "blocked", "Client disabled") { stage, _ in
      try stage.perform(.blockApplication(Story.backEnd, blocked: true), as: Story.bob)
    },
    .granted("X9", "not looked at without audience (26.1)") { stage, form in
      try stage.configure(Story.frontEnd) { $0.consentRequired = true }
      form = form.setting("audience", nil)
    },
  ]

  private static let notHolder = "Client is not the holder of the token"

  private static let holders = [
    denied("X11", "audience named", notHolder) { stage, form in
      let other = try await stage.subject(of: Story.starting)
      form = stage.exchange(other.compact, toward: Story.frontEnd)
    },
    denied("X11", "no audience", notHolder) { stage, form in
      let other = try await stage.subject(of: Story.starting)
      form = stage.exchange(other.compact).setting("audience", nil)
    },
    denied("X12", "", "Client is not within the token audience") { stage, form in
      let subject = try await stage.subject().compact
      form = stage.exchange(subject, by: Story.starting, toward: Story.starting)
    },
    denied("X13", "though it is permitted", notHolder) { stage, form in
      try stage.grant()
      form = form.setting("subject_token", try await stage.subject(of: Story.starting).compact)
    },
    denied("X13", "before X14", notHolder) { stage, form in
      form = form.setting("subject_token", try await stage.subject(of: Story.starting).compact)
    },
  ]

  private static func permission(
    _ step: String, _ note: String = "", _ change: @escaping ChangeForm
  ) -> WireRow {
    denied("X14", "\(step) \(note)", forbidden, reason: "X14-\(step)", change)
  }

  private static let permissions = [
    permission("resource_missing", "nobody asked") { _, _ in },
    permission("resource_missing", "asked, and pending") { stage, _ in
      try stage.perform(
        .requestExchange(Story.direction, justification: "please"), as: Story.alice)
    },
    permission("resource_missing", "rejected") { stage, _ in
      try stage.perform(
        .requestExchange(Story.direction, justification: "please"), as: Story.alice)
      try stage.perform(.rejectExchange(Story.direction, reason: "no"), as: Story.bob)
    },
    permission("resource_missing", "the wrong direction") { stage, form in
      try stage.grant()
      let other = try await stage.subject(of: Story.backEnd)
      form = stage.exchange(other.compact, by: Story.backEnd, toward: Story.frontEnd)
    },
    permission("no_policy", "revoked") { stage, _ in
      try stage.grant()
      try stage.perform(.revokeExchange(Story.direction, reason: ""), as: Story.bob)
    },
    permission("not_this_requester", "another one may") { stage, form in
      let other = try await stage.subject(of: Story.backEnd)
      form = stage.exchange(other.compact, by: Story.backEnd, toward: Story.target)
    },
    permission("not_unanimous", "two requesters deny each other") { stage, form in
      try stage.grant()
      try stage.perform(
        .grantExchange(ExchangeDirection(source: Story.starting, target: Story.backEnd)),
        as: Story.bob)
      try stage.configure(Story.backEnd) { $0.permissionStrategy = .unanimous }
    },
    permission("resource_missing", "the second of two audiences") { stage, form in
      try stage.grant()
      form.append(("audience", "target-client"))
    }.reasoned("X14-not_this_requester"),
  ]
}

extension WireRow {
  /// The row with another reason.
  func reasoned(_ reason: String) -> WireRow {
    var row = self
    row.reason = reason
    return row
  }
}
