import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// X15, and §6 and §7: what a granted exchange gives, by what was asked for.
enum GrantedRows {
  static let all =
    [
      wanting("absent", nil, legacy, issued: "refresh_token", refresh: true),
      wanting("refresh_token", "refresh_token", legacy, issued: "refresh_token", refresh: true),
      wanting("access_token", "access_token", legacy, issued: "access_token", refresh: false),
    ] + withheld + [identity, service]

  /// The members of §7 in their order.
  static func members(refresh: Bool, id: Bool, session: Bool = true) -> [String] {
    ["access_token", "expires_in", "refresh_expires_in"] + (refresh ? ["refresh_token"] : [])
      + ["token_type"] + (id ? ["id_token"] : []) + ["not-before-policy"]
      + (session ? ["session_state"] : []) + ["scope", "issued_token_type"]
  }

  static func look(
    _ json: JSONValue, issued: String, refresh: Bool, id: Bool = true, session: Bool = true
  ) throws {
    guard case .object(let found) = json else {
      Issue.record("\(json)")
      return
    }
    #expect(found.map(\.name) == members(refresh: refresh, id: id, session: session))
    #expect(json["issued_token_type"]?.string == ExchangeRows.uri(issued))
    #expect(json["token_type"]?.string == "Bearer")
    #expect(json["expires_in"] == .integer(1200))
    #expect(json["refresh_expires_in"] == .integer(refresh ? 36_000 : 0))
    #expect(json["not-before-policy"] == .integer(0))
    let access = try #require(json["access_token"]?.string.flatMap { CompactToken($0) })
    #expect(access.claims["typ"]?.string == "Bearer")
    #expect(access.header["alg"]?.string == "RS256" && access.header["typ"]?.string == "JWT")
    #expect(json["scope"] == access.claims["scope"])
  }

  private static func wanting(
    _ note: String, _ type: String?, _ profiles: [Profile], issued: String, refresh: Bool
  ) -> WireRow {
    .granted(
      "§6 V1 \(note)", "", profiles: profiles,
      {
        $1 = $1.setting("requested_token_type", type.map(ExchangeRows.uri))
      },
      { json in
        try look(json, issued: issued, refresh: refresh)
        let access = try #require(json["access_token"]?.string.flatMap { CompactToken($0) })
        #expect(access.claims["aud"] == .string("back-end-api"))
        #expect(access.claims["azp"] == .string("front-end-app"))
        #expect(access.claims["cern_roles"]?.strings == ["backend_user"])
        let id = try #require(json["id_token"]?.string.flatMap { CompactToken($0) })
        #expect(id.claims["aud"] == .string("back-end-api") && id.claims["typ"] == .string("ID"))
        #expect(id.claims["azp"] == .string("front-end-app"))
      })
  }

  private static let withheld = [
    WireRow.granted(
      "§6 V1 refresh_token, switch off", "",
      { stage, form in
        try stage.configure(Story.frontEnd) { $0.useRefreshTokens = false }
        form = form.setting("requested_token_type", ExchangeRows.uri("refresh_token"))
      }, { try look($0, issued: "access_token", refresh: false) }),
    .granted(
      "X15", "without openid in the subject token there is no ID token",
      { stage, form in
        let plain = try await stage.subject(scope: [])
        form = form.setting("subject_token", plain.compact)
      }, { try look($0, issued: "access_token", refresh: false, id: false) }),
    .granted(
      "X15", "no audience means oneself",
      { $1 = $1.setting("audience", nil) },
      { json in
        try look(json, issued: "access_token", refresh: false)
        let access = json["access_token"]?.string.flatMap { CompactToken($0) }
        #expect(access?.claims["aud"] == .string("front-end-app"))
      }),
  ]

  /// §19 item 1: what CERN's page lists, and V1's code refuses (X7).
  private static let identity = WireRow.granted(
    "§6 V1 id_token", "", profiles: [.cern],
    { $1 = $1.setting("requested_token_type", ExchangeRows.uri("id_token")) },
    { json in
      #expect(json["token_type"] == .string("N_A"))
      #expect(json["issued_token_type"]?.string == ExchangeRows.uri("id_token"))
      #expect(json["id_token"] == nil && json["refresh_token"] == nil)
      let token = json["access_token"]?.string.flatMap { CompactToken($0) }
      #expect(token?.claims["typ"] == .string("ID"))
    })

  /// A service account's token has no session, so there is nothing to refresh.
  private static let service = WireRow(
    id: "§6 V1 service account", profiles: legacy, status: 200,
    body: .json { json in
      try look(json, issued: "access_token", refresh: false, id: false, session: false)
    }
  ) { stage in
    try stage.allowServiceAccount()
    let own = try await stage.post(
      EndpointStage.starting + [("grant_type", "client_credentials")])
    let subject = own.json?["access_token"]?.string ?? ""
    return try await stage.post(
      stage.exchange(subject, by: Story.starting, toward: Story.target)
        .setting("requested_token_type", nil))
  }
}

extension EndpointStage {
  /// Lets `starting-client` have tokens of its own.
  func allowServiceAccount() throws {
    guard let registration = portal.facts.registration(of: Story.starting) else { return }
    try perform(
      .editRegistration(
        Story.starting,
        RegistrationForm(
          kind: .confidentialWithClientCredentials, redirectURIs: registration.redirectURIs,
          baseURL: registration.baseURL)), as: Story.carol)
  }
}
