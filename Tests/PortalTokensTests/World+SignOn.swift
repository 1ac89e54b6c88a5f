import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// A verifier and its challenge (RFC 7636 appendix B).
enum Pair {
  static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
  static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
  static let address = "https://starting-client.cern.ch/in"
}

extension World {
  /// The authorization request of `starting-client`, changed somehow.
  func signOn(
    _ client: ApplicationIdentifier = Story.starting,
    _ changes: [String: String?] = [:]
  ) -> AuthorizationRequest {
    var all: [String: String?] = [
      "client_id": client.text, "redirect_uri": "https://\(client.text).cern.ch/in",
      "response_type": "code", "scope": "openid", "state": "a b&c", "nonce": "n-1",
      "code_challenge": Pair.challenge, "code_challenge_method": "S256",
    ]
    for (name, value) in changes { all[name] = .some(value) }
    return AuthorizationRequest(
      parameters: all.sorted { $0.key < $1.key }.compactMap { name, value in
        value.map { .init(name: name, value: $0) }
      })
  }

  /// The code that a sign-in sends back.
  func code(
    _ client: ApplicationIdentifier = Story.starting, _ changes: [String: String?] = [:],
    as choice: SignInChoice = SignInChoice(login: "jdoe")
  ) async throws -> String {
    let answer = try await service.completeSignIn(signOn(client, changes), as: choice, at: now)
    return try #require(answer.parameters["code"], "\(answer.outcome)")
  }

  /// A form of `starting-client`.
  func form(
    _ grant: Grant, _ parameters: [String: String?],
    by client: ApplicationIdentifier = Story.starting
  ) -> TokenRequest {
    var all: [(String, String?)] = [
      ("grant_type", grant.rawValue), ("client_id", client.text),
      ("client_secret", portal.facts.secret(of: client)),
    ]
    all += parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return TokenRequest(
      parameters: all.compactMap { name, value in value.map { .init(name: name, value: $0) } })
  }

  /// The request that redeems a code.
  func redeeming(
    _ code: String?, by client: ApplicationIdentifier = Story.starting
  ) -> TokenRequest {
    form(
      .code,
      [
        "code": code, "redirect_uri": "https://\(client.text).cern.ch/in",
        "code_verifier": Pair.verifier,
      ], by: client)
  }

  /// The refresh token of a sign-in at `starting-client`.
  func refreshToken(
    scope: [String] = ["openid"], to client: ApplicationIdentifier = Story.starting
  ) async throws -> String {
    let answer = try await signIn(to: client, scope: scope)
    return try #require(answer.tokens.first { $0.kind == .refresh }).compact
  }

  /// The request of a repair that begins the sign-in anew.
  func restarted(
    _ request: TokenRequest, _ client: ApplicationIdentifier
  ) async throws -> TokenRequest {
    if request["grant_type"] == Grant.code.rawValue {
      let fresh = redeeming(try await code(client), by: client)
      return fresh["code_verifier"].map { fresh.setting("code_verifier", $0) } ?? fresh
    }
    return request.setting("refresh_token", try await refreshToken(to: client))
  }

  /// A device code of `starting-client`, and the user code beside it.
  func startDevice(
    _ client: ApplicationIdentifier = Story.starting, _ more: [String: String?] = [:]
  ) async throws -> (code: String, userCode: String) {
    let request = form(.device, more, by: client).removing("grant_type")
    let body = try await service.startDevice(request, at: now).reply.body
    return (
      try #require(body?["device_code"]?.string), try #require(body?["user_code"]?.string)
    )
  }

  /// A device code that somebody has approved already.
  func device(
    _ client: ApplicationIdentifier = Story.starting, approved: Bool,
    _ more: [String: String?] = [:]
  ) async throws -> String {
    let codes = try await startDevice(client, more)
    let choice = approved ? DeviceChoice.signIn(SignInChoice(login: "jdoe")) : .deny
    _ = try await service.decideDevice(userCode: codes.userCode, choice, at: now)
    return codes.code
  }

  /// Makes the newest login as old as none may become.
  func outlive() throws {
    var session = try #require(portal.facts.newestSession)
    session.startedAt = now.advanced(seconds: -13 * 3600)
    try portal.record([.userSession(session)])
  }

  /// Approves whatever waits.
  func approve() async throws {
    for device in portal.facts.waitingDevices {
      var approved = device
      let login = try await signIn(to: device.client)
      approved.state = .approved
      approved.session = login.session?.id
      approved.polledAt = nil
      try portal.record([.device(approved)])
    }
  }
}

extension AuthorizationAnswer {
  /// The parameters of the address that the browser is sent to.
  var parameters: [String: String] {
    guard case .redirect(let address) = outcome else { return [:] }
    let text = address.split(whereSeparator: { $0 == "?" || $0 == "#" }).dropFirst().joined()
    return text.split(separator: "&").reduce(into: [:]) { pairs, pair in
      let parts = pair.split(separator: "=", omittingEmptySubsequences: false)
      pairs[String(parts[0])] = String(parts.last ?? "").removingPercentSigns
    }
  }
}

extension String {
  fileprivate var removingPercentSigns: String {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
