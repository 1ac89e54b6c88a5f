import PortalModel

/// The checks of the authorization endpoint, in Keycloak's order (OpenID Connect Core §3.1.2.2).
struct AuthorizationRules {
  var request: AuthorizationRequest
  var facts: any TokenFacts
  var realm: Realm

  static let order: [CheckIdentifier] = [
    .authorizationClient, .redirectURI, .responseType, .responseMode, .responseFlow,
    .authorizationDuplicates, .scopes, .challenge,
  ]

  /// What a request that passes asks for.
  struct Permit {
    var client: Client
    var redirect: Redirect
    var scope: GrantedScope
    var proofKey: ProofKey?
  }

  /// Makes all checks of the row.
  ///
  /// - Throws: ``PageDenied`` or ``RedirectDenied``; what the store throws.
  func pass(_ trail: inout Trail) throws -> Permit {
    let client = try onPage { try trail.check(.authorizationClient, self.client) }
    let uri = try onPage { try trail.check(.redirectURI) { redirectURI(client) } }
    var redirect = Redirect(
      uri: uri, sent: request["redirect_uri"] ?? "", state: request["state"], issuer: realm.issuer)
    redirect.mode = request["response_mode"].flatMap(Redirect.Mode.init(rawValue:)) ?? .query
    func checked<Value>(_ body: () throws -> Value) throws -> Value {
      do { return try body() } catch let denied as Denied {
        throw RedirectDenied(redirect: redirect, reply: denied.reply)
      }
    }
    let type = try checked { try trail.check(.responseType, responseType) }
    redirect.mode = try checked { try trail.check(.responseMode) { responseMode(type) } }
    try checked { try trail.check(.responseFlow) { flow(type) } }
    try checked { try trail.check(.authorizationDuplicates, duplicates) }
    let scope = try checked { try trail.check(.scopes) { scopes(client) } }
    let key = try checked { try trail.check(.challenge) { ProofKey.judge { request[$0] } } }
    return Permit(client: client, redirect: redirect, scope: scope, proofKey: key)
  }

  private func onPage<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let denied as Denied {
      throw PageDenied(
        status: denied.reply.status, sentence: denied.reply.errorDescription ?? "Invalid Request")
    }
  }
}

/// Thrown where a page says what is wrong.
struct PageDenied: Error {
  var status: Int
  var sentence: String
}

/// Thrown where the browser is sent back with an error.
struct RedirectDenied: Error {
  var redirect: Redirect
  var reply: Reply
}

extension AuthorizationRules {
  /// A1. Keycloak names the cause on its page, unlike the token endpoint.
  private func client() throws -> Ruling<Client> {
    func page(_ sentence: String) -> Reply {
      Reply(status: 400, error: "invalid_request", description: sentence)
    }
    let sent = request.parameters.filter { $0.name == "client_id" }
    guard let id = sent.first?.value, sent.count == 1 else {
      return .refused(
        sent.isEmpty ? .clientMissing(badHeader: false) : .duplicated(["client_id"]),
        page("Invalid Request"), sent.isEmpty ? [] : [.request(.sendOnce(["client_id"]))])
    }
    switch try ClientLookup(id, facts: facts) {
    case .unknown:
      let near = try facts.applications(nearestTo: id, limit: 1)
      return .refused(
        .clientUnknown(id), page("Client not found."), near.map { .set("client_id", $0.text) })
    case .notRegistered(let application):
      let isSAML = try facts.samlRegistration(of: application.id) != nil
      if isSAML, application.blocked {
        return .refused(
          .clientDisabled(application.id, blocked: true), page("Client disabled."),
          [
            Repair(
              steps: try Repairs(facts: facts).steps(
                [.blockApplication(application.id, blocked: false)], managing: application))
          ])
      }
      return .refused(
        isSAML ? .clientProtocol(application.id) : .notRegistered(application.id),
        page(isSAML ? "Wrong client protocol." : "Client not found."),
        try Repairs(facts: facts).registering(application))
    case .client(let client):
      guard client.isEnabled else {
        return .refused(
          .clientDisabled(client.id, blocked: client.application.blocked),
          page("Client disabled."), try Repairs(facts: facts).enabling(client))
      }
      return .passed(client, .client(client.id, client.registration.kind))
    }
  }

  /// A2. Without `openid` it may be left out where the client has a single one (RFC 6749 §3.1.2.3).
  private func redirectURI(_ client: Client) -> Ruling<String> {
    let registered = client.registration.redirectURIs
    let sent = request["redirect_uri"]
    let isPlainOAuth = !(request["scope"] ?? "").split(separator: " ").contains("openid")
    if let sent, RedirectMatch.allows(sent, registered) { return .passed(sent, .fine) }
    if sent == nil, isPlainOAuth, registered.count == 1, let only = registered.first?.text {
      return .passed(only.hasSuffix("/*") ? String(only.dropLast(2)) : only, .fine)
    }
    return .refused(
      .signOn(.redirectURI(sent, registered: registered)),
      Reply(
        status: 400, error: "invalid_request", description: "Invalid parameter: redirect_uri"),
      redirectRepairs(sent, client))
  }

  private func redirectRepairs(_ sent: String?, _ client: Client) -> [Repair] {
    let other = client.registration.redirectURIs.first.map { uri in
      Repair.set("redirect_uri", uri.text.hasSuffix("*") ? String(uri.text.dropLast()) : uri.text)
    }
    guard let sent, let uri = try? RedirectURI(sent), RedirectMatch.allows(sent, [uri]) else {
      return other.map { [$0] } ?? []
    }
    let form = RegistrationForm(
      kind: client.registration.kind, redirectURIs: client.registration.redirectURIs + [uri],
      baseURL: client.registration.baseURL)
    let steps = try? Repairs(facts: facts).steps(
      [.editRegistration(client.id, form)], managing: client.application)
    return (other.map { [$0] } ?? []) + (steps.map { [Repair(steps: $0)] } ?? [])
  }

  /// What `response_type` asks for.
  private enum ResponseType {
    case code
    /// Anything with `token` or `id_token` in it.
    case implicit(String)
  }

  /// A3.
  private func responseType() -> Ruling<ResponseType> {
    let repair = Repair.set("response_type", "code")
    guard let type = request["response_type"] else {
      return .refused(
        .parameterMissing("response_type"), .parameterMissing("response_type"), [repair])
    }
    let words = Set(type.split(separator: " "))
    guard !words.isEmpty, words.isSubset(of: ["code", "id_token", "token"]) else {
      return .refused(
        .signOn(.responseType(type)),
        Reply(status: 400, body: .object([.init("error", .string("unsupported_response_type"))])),
        [repair])
    }
    return .passed(
      words == ["code"] ? .code : .implicit(type), .parameter("response_type", value: type))
  }

  /// A4. How the answer travels: tokens never in the query (OAuth 2.0 Multiple Response Types §5).
  private func responseMode(_ type: ResponseType) -> Ruling<Redirect.Mode> {
    func refused(_ text: String, _ description: String) -> Ruling<Redirect.Mode> {
      .refused(
        .parameter("response_mode", value: text),
        Reply(status: 400, error: "invalid_request", description: description),
        [.request(.remove(["response_mode"]))])
    }
    guard let text = request["response_mode"] else {
      if case .implicit = type { return .passed(.fragment, .fine) }
      return .passed(.query, .fine)
    }
    guard let mode = Redirect.Mode(rawValue: text) else {
      return refused(text, "Invalid parameter: response_mode")
    }
    if case .implicit = type, mode == .query {
      return refused(text, "Response_mode 'query' not allowed for implicit or hybrid flow")
    }
    return .passed(mode, .parameter("response_mode", value: text))
  }

  /// A8. Implicit and hybrid flows are off for every client, as OAuth 2.1 has it.
  private func flow(_ type: ResponseType) -> Ruling<Void> {
    guard case .implicit(let type) = type else { return .passed(.fine) }
    return .refused(
      .signOn(.implicitFlow(type)),
      Reply(
        status: 401, error: "unauthorized_client",
        description: "Client is not allowed to initiate browser login with given response_type. "
          + "Implicit flow is disabled for the client."),
      [.set("response_type", "code")])
  }

  private func duplicates() -> Ruling<Void> {
    var seen: Set<String> = []
    let twice = request.parameters.map(\.name).filter { !seen.insert($0).inserted }
    return twice.isEmpty
      ? .passed(.fine)
      : .refused(.duplicated(twice), .duplicatedParameter, [.request(.sendOnce(twice))])
  }

  private func scopes(_ client: Client) -> Ruling<GrantedScope> {
    ScopeRules.judge(requestedScope, of: client.settings)
  }

  /// The `scope` parameter, cut at blanks.
  var requestedScope: [String] {
    (request["scope"] ?? "").split(separator: " ").map(String.init)
  }
}
