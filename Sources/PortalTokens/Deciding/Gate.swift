import PortalModel

/// The checks that every token request passes before its grant is looked at (§2, §3).
///
/// E3 (plain http), E4 (realm disabled) and E8 (bearer-only) need states that this portal does not
/// have; C7 (rotated secrets) likewise.
struct Gate {
  var request: TokenRequest
  var realm: Realm
  var facts: any TokenFacts
  /// Who the subject token says it was issued to, to name a client where none was named.
  var holder: String?
  /// The grants that are served here.
  var served = Grant.allCases.map(\.rawValue)

  /// The rows in their order.
  static let order: [CheckIdentifier] = [
    .method, .contentType, .grantType, .knownGrantType, .client, .duplicates,
  ]

  /// Makes all checks of the row.
  ///
  /// - Returns: The client that asks.
  func pass(_ trail: inout Trail) throws -> Client {
    try trail.check(.method, method)
    try trail.check(.contentType, contentType)
    let grant = try trail.check(.grantType, grantType)
    try trail.check(.knownGrantType) { known(grant) }
    let client = try trail.check(.client, authenticate)
    try trail.check(.duplicates) { duplicates() }
    return client
  }

  func method() -> Ruling<Void> {
    request.method == "POST"
      ? .passed(.fine)
      : .refused(.method(request.method), .methodNotAllowed, [.request(.postForm)])
  }

  func contentType() -> Ruling<Void> {
    request.isForm
      ? .passed(.fine)
      : .refused(
        .contentType(request.contentType), .unsupportedMediaType, [.request(.postForm)])
  }

  private func grantType() -> Ruling<String> {
    guard let grant = request["grant_type"] else {
      return .refused(
        .parameterMissing("grant_type"), .grantTypeMissing,
        [.set("grant_type", Wire.exchangeGrant)])
    }
    return .passed(grant, .fine)
  }

  private func known(_ grant: String) -> Ruling<Void> {
    if served.contains(grant) { return .passed(.parameter("grant_type", value: grant)) }
    return .refused(
      .grantTypeUnknown(grant, meant: Wire.grant(meantBy: grant)), .unsupportedGrantType,
      [.set("grant_type", Wire.exchangeGrant)])
  }

  func duplicates(refusedAs reply: Reply = .duplicatedParameter) -> Ruling<Void> {
    let twice = request.duplicated
    return twice.isEmpty
      ? .passed(.fine)
      : .refused(.duplicated(twice), reply, [.request(.sendOnce(twice))])
  }
}

extension Gate {
  /// E7, which is C1 to C9. Keycloak's own profiles send no challenge (§19 item 7).
  func authenticate() throws -> Ruling<Client> {
    let credentials = ClientCredentials(request)
    let repairs = Repairs(facts: facts)
    let challenges = credentials.usedBasic && realm.profile == .cern
    func refused(_ finding: Finding, _ reply: Reply, _ repairs: [Repair]) -> Ruling<Client> {
      let challenged = challenges ? reply.challenging(realm: realm.name) : reply
      return .refused(finding, challenged, repairs)
    }
    guard let id = credentials.id else {
      return refused(
        .clientMissing(badHeader: credentials.badHeader), .invalidClient, try naming(holder))
    }
    switch try ClientLookup(id, facts: facts) {
    case .unknown:
      let near = try facts.applications(nearestTo: id, limit: 1)
      return refused(.clientUnknown(id), .invalidClient, try naming(near.first?.text))
    case .notRegistered(let application):
      let registering = try repairs.registering(application)
      // Whatever secret was sent: its SAML registration has none (C10).
      return try facts.samlRegistration(of: application.id) == nil
        ? refused(.clientUnknown(id), .invalidClient, registering)
        : .refused(.clientProtocol(application.id), .wrongProtocol, registering)
    case .client(let client):
      guard client.isEnabled else {
        return refused(
          .clientDisabled(client.id, blocked: client.application.blocked), .invalidClient,
          try repairs.enabling(client))
      }
      if let problem = try secretProblem(credentials.secret, of: client) {
        return refused(problem, .unauthorizedClient, try proving(client))
      }
      return .passed(client, .client(client.id, client.registration.kind))
    }
  }

  /// C4, C5, C6; public clients need no secret (C8).
  private func secretProblem(_ sent: String?, of client: Client) throws -> Finding? {
    if client.isPublic { return nil }
    guard let sent else { return .secretMissing(client.id) }
    guard let kept = try facts.secret(of: client.id) else { return .secretNotKept(client.id) }
    return equalInConstantTime(sent, kept) ? nil : .secretWrong(client.id)
  }

  private func naming(_ text: String?) throws -> [Repair] {
    guard let text, let client = try ClientLookup(text, facts: facts).client else { return [] }
    return [.request(.authenticate(client.id))]
  }

  /// Where the server has no secret (C6) one is drawn first.
  private func proving(_ client: Client) throws -> [Repair] {
    let isKept = try facts.secret(of: client.id) != nil
    let drawing = try Repairs(facts: facts).steps(
      [.regenerateSecret(client.id)], managing: client.application)
    return [Repair(steps: isKept ? [] : drawing, request: .authenticate(client.id))]
  }
}
