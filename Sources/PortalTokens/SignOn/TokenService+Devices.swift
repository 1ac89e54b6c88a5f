import PortalModel

extension TokenService {
  /// Answers `auth/device`: a device code, a user code and where to type it (RFC 8628 §3.2).
  ///
  /// - Throws: As ``answerAPIAccess(_:at:)``.
  public func startDevice(_ request: TokenRequest, at now: Instant) async throws -> TokenAnswer {
    let order: [CheckIdentifier] = [
      .method, .contentType, .client, .deviceAllowed, .duplicates, .challenge,
    ]
    let code = identifiers.secret()
    let answer: TokenAnswer = try store.transact { facts in
      var trail = Trail()
      do {
        let gate = Gate(request: request, realm: realm, facts: facts)
        try trail.check(.method, gate.method)
        try trail.check(.contentType, gate.contentType)
        let client = try trail.check(.client, gate.authenticate)
        let scene = GrantScene(
          request: request, realm: realm, now: now, facts: facts, requester: client)
        try trail.check(.deviceAllowed) { try scene.devicesAllowed(refusedAs: .deviceStartOff) }
        // Which scopes there are is not asked before the tokens are.
        try trail.check(.duplicates) { gate.duplicates(refusedAs: .deviceStartDuplicate) }
        let key = try trail.check(.challenge) { ProofKey.judge { request[$0] } }
        let userCode = try freeUserCode(facts)
        let device = Device(
          digest: Digests.digest(of: code), userDigest: Digests.userDigest(of: userCode),
          client: client.id, scope: scene.requestedScope, nonce: request["nonce"], proofKey: key,
          expiresAt: now.advanced(seconds: SignOnTimes.device))
        let reply = Reply(status: 200, body: body(code, userCode, device))
        return (TokenAnswer(reply: reply, verdict: trail.verdict(order: order)), [.device(device)])
      } catch let denied as Denied {
        return (TokenAnswer(reply: denied.reply, verdict: trail.verdict(order: order)), [])
      }
    }
    return answer
  }

  /// Two devices must not have the same user code while either waits.
  private func freeUserCode(_ facts: any TokenFacts) throws -> String {
    var code = Digests.userCode(from: identifiers.next())
    while try facts.device(userDigest: Digests.userDigest(of: code)) != nil {
      code = Digests.userCode(from: identifiers.next())
    }
    return code
  }

  private func body(_ code: String, _ userCode: String, _ device: Device) -> JSONValue {
    let page = realm.issuer + "/device"
    return .object([
      .init("device_code", .string(code)), .init("user_code", .string(userCode)),
      .init("verification_uri", .string(page)),
      .init("verification_uri_complete", .string("\(page)?user_code=\(userCode)")),
      .init("expires_in", .integer(SignOnTimes.device)),
      .init("interval", .integer(Int64(device.interval))),
    ])
  }
}

extension TokenService {
  /// Looks a user code up for the device page; case, blanks and dashes do not matter.
  ///
  /// - Parameters:
  ///   - userCode: The code as it was typed.
  ///   - cookie: The browser's sign-on cookie, if it is to count.
  ///   - now: When.
  /// - Throws: As ``authorize(_:at:)``.
  public func device(
    userCode: String, cookie: String? = nil, at now: Instant
  ) async throws -> DeviceAnswer {
    let browser = SentToken(cookie, keys: keys)
    return try store.read { facts in
      try DeviceDecision(
        userCode: userCode, browser: browser, realm: realm, now: now, facts: facts,
        identifiers: identifiers
      ).look()
    }
  }

  /// Approves a device or denies it.
  ///
  /// - Parameters:
  ///   - userCode: The code as it was typed.
  ///   - choice: What was decided.
  ///   - cookie: The browser's sign-on cookie, if it sent one.
  ///   - now: When.
  /// - Throws: As ``authorize(_:at:)``.
  public func decideDevice(
    userCode: String, _ choice: DeviceChoice, cookie: String? = nil, at now: Instant
  ) async throws -> DeviceAnswer {
    let browser = SentToken(cookie, keys: keys)
    let decided = try store.transact { facts in
      try DeviceDecision(
        userCode: userCode, browser: browser, realm: realm, now: now, facts: facts,
        identifiers: identifiers
      ).decide(choice)
    }
    var answer = decided.answer
    if let session = decided.session {
      let claims = BrowserSession.claims(of: session, realm: realm, jti: identifiers.next())
      answer.cookie = try keys.sign(claims, as: .refresh).compact
    }
    return answer
  }
}
