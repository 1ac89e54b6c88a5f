import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// The authorization code at the token endpoint (RFC 6749 §4.1.3, RFC 7636 §4.6).
enum CodeRows {
  static let all = codes + verifiers

  static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

  private static func row(
    _ note: String, status: Int = 400, _ body: WireBody, _ reason: String?,
    pkce: (String, String)? = nil,
    _ change: @escaping ChangeForm = { _, _ in }
  ) -> WireRow {
    .post("code", note, "/token", status, body, reason: reason) { stage in
      var form = try await stage.redeeming(pkce)
      try await change(stage, &form)
      return form
    }
  }

  private static func refused(
    _ note: String, error: String = "invalid_grant", _ description: String, _ reason: String,
    pkce: (String, String)? = nil, _ change: @escaping ChangeForm
  ) -> WireRow { row(note, .refusal(error, description), reason, pkce: pkce, change) }

  private static let codes = [
    row(
      "granted", status: 200,
      .json { json in
        #expect(json["issued_token_type"] == nil && json["refresh_token"] != nil)
        let id = json["id_token"]?.string.flatMap { CompactToken($0) }
        #expect(id?.claims["nonce"] == .string("n-1"))
        #expect(id?.claims["aud"] == .string("starting-client"))
      }, nil),
    refused("none", error: "invalid_request", "Missing parameter: code", "G1") {
      $1 = $1.setting("code", nil)
    },
    refused("unknown", "Code not valid", "G2") { $1 = $1.setting("code", "guessed") },
    refused("used", "Code not valid", "G2") { stage, form in
      let first = try await stage.post(form)
      #expect(first.status == 200)
    },
    refused("after a minute", "Code is expired", "G3") { stage, _ in
      stage.notes.set(stage.now.advanced(seconds: 61))
    },
    refused("user disabled", "User disabled", "G4") { stage, _ in
      try stage.disable(Story.jdoe)
    },
    refused("another redirect URI", "Incorrect redirect_uri", "G5") {
      $1 = $1.setting("redirect_uri", "https://starting-client.cern.ch/")
    },
    refused("no redirect URI", "Incorrect redirect_uri", "G5") {
      $1 = $1.setting("redirect_uri", nil)
    },
    refused(
      "another client's", "Auth error: Found different client_id in clientSession", "G6"
    ) { stage, form in
      form = stage.client(Story.backEnd) + form.filter { !$0.0.hasPrefix("client_") }
    },
    refused("logged out", "Code not valid", "G2") { stage, _ in
      let records = stage.portal.records
      for case .userSession(let session) in records {
        try stage.portal.record([.sessionEnded(session.id, at: stage.now)])
      }
    },
  ]

  private static let verifiers = [
    row(
      "S256", status: 200, .json { #expect($0["access_token"] != nil) }, nil,
      pkce: (challenge, "S256")
    ) {
      $1.append(("code_verifier", verifier))
    },
    row(
      "plain", status: 200, .json { #expect($0["access_token"] != nil) }, nil,
      pkce: (verifier, "plain")
    ) {
      $1.append(("code_verifier", verifier))
    },
    refused("no verifier", "PKCE code verifier not specified", "G8", pkce: (challenge, "S256")) {
      _, _ in
    },
    refused(
      "wrong verifier", "PKCE verification failed: Code mismatch", "G8", pkce: (challenge, "S256")
    ) { $1.append(("code_verifier", verifier + "x")) },
    refused(
      "the challenge itself", "PKCE verification failed: Code mismatch", "G8",
      pkce: (challenge, "S256")
    ) { $1.append(("code_verifier", challenge)) },
    refused(
      "too short", "PKCE verification failed: Invalid code verifier", "G8",
      pkce: (challenge, "S256")
    ) { $1.append(("code_verifier", "short")) },
    refused(
      "other signs", "PKCE verification failed: Invalid code verifier", "G8",
      pkce: (challenge, "S256")
    ) { $1.append(("code_verifier", String(repeating: "é", count: 43))) },
    refused(
      "unasked", "PKCE code verifier specified but challenge not present in authorization", "G8"
    ) { $1.append(("code_verifier", verifier)) },
  ]
}

extension EndpointStage {
  /// The request that redeems a code of `starting-client`.
  func redeeming(_ pkce: (challenge: String, method: String)? = nil) async throws -> Form {
    let back = "https://starting-client.cern.ch/back"
    var asked: [(String, String)] = [
      ("client_id", "starting-client"), ("redirect_uri", back), ("response_type", "code"),
      ("scope", "openid"), ("nonce", "n-1"),
    ]
    if let pkce {
      asked += [("code_challenge", pkce.challenge), ("code_challenge_method", pkce.method)]
    }
    let answer = try await service.completeSignIn(
      AuthorizationRequest(parameters: asked.map { .init(name: $0.0, value: $0.1) }),
      as: SignInChoice(login: "jdoe"), at: now)
    guard case .redirect(let address) = answer.outcome,
      let code = address.firstMatch(of: /[?&]code=([^&]*)/)
    else {
      Issue.record("\(answer.outcome)")
      return []
    }
    return EndpointStage.starting + [
      ("grant_type", "authorization_code"), ("code", String(code.1)), ("redirect_uri", back),
    ]
  }
}
