import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

/// A form as a test writes it.
typealias Form = [(String, String)]

let exchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange"

extension EndpointStage {
  /// Sends a request on a connection of its own and takes the reply.
  func send(
    _ method: String, _ path: String, headers: Form = [], form: Form? = nil,
    host: String = "localhost:8080"
  ) async throws -> Received {
    let wire = try await Connection(port: server.address.port)
    var fields = headers
    if form != nil, !fields.contains(where: { $0.0.lowercased() == "content-type" }) {
      fields.append(("Content-Type", "application/x-www-form-urlencoded"))
    }
    let body = form.map {
      FormText.encoded($0.map { Repair.Parameter(name: $0.0, value: $0.1) })
    }
    try await wire.send(Self.text(method, path, host: host, headers: fields, body: body))
    return try await wire.reply()
  }

  /// A request as it goes over the wire.
  static func text(
    _ method: String, _ path: String, host: String = "localhost:8080", headers: Form = [],
    body: String? = nil
  ) -> String {
    let length = body.map { "Content-Length: \($0.utf8.count)\r\n" } ?? ""
    return "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\n"
      + headers.map { "\($0.0): \($0.1)\r\n" }.joined() + length + "\r\n" + (body ?? "")
  }

  /// Posts a form to the token endpoint.
  func post(_ form: Form, headers: Form = [], to path: String = token) async throws -> Received {
    try await send("POST", path, headers: headers, form: form)
  }

  /// The user's token for an application.
  func subject(
    _ identity: IdentityIdentifier = Story.jdoe, of client: ApplicationIdentifier = Story.frontEnd,
    scope: [String] = ["openid"], at instant: Instant? = nil
  ) async throws -> TokenView {
    let answer = try await service.signIn(
      identity, as: SignIn(level: .cern, multifactor: false), to: client, scope: scope,
      at: instant ?? now)
    return try #require(answer.tokens.first { $0.kind == .access })
  }

  /// The form of `front-end-app`'s exchange toward `back-end-api`.
  func exchange(
    _ subject: String, by client: ApplicationIdentifier = Story.frontEnd,
    toward target: ApplicationIdentifier = Story.backEnd
  ) -> Form {
    let secret = portal.facts.secret(of: client).map { [("client_secret", $0)] } ?? []
    return [("client_id", client.text)] + secret + [
      ("grant_type", exchangeGrant), ("subject_token", subject),
      ("requested_token_type", ExchangeWant.accessToken.uri), ("audience", target.text),
    ]
  }

  func perform(_ command: PortalCommand, as identity: IdentityIdentifier) throws {
    try portal.perform(command, as: identity, at: now)
  }

  /// Grants the story's permission.
  func grant() throws { try perform(.grantExchange(Story.direction), as: Story.bob) }

  func configure(
    _ client: ApplicationIdentifier, _ change: (inout ClientSettings) -> Void
  ) throws {
    var settings = portal.facts.registration(of: client)?.settings ?? ClientSettings()
    change(&settings)
    let owner = try #require(portal.facts.application(client)?.owner)
    try perform(.configureClient(client, settings), as: owner)
  }

  /// A token with other claims, signed with the realm's key; `nil` takes a claim out.
  func forged(
    _ changes: [String: JSONValue?], from view: TokenView, as kind: TokenView.Kind = .access,
    by keys: RealmKeys? = nil
  ) throws -> String {
    var claims = view.claims.filter { changes[$0.name] == nil }
    for (name, value) in changes {
      if let value { claims.append(.init(name, value, origin: .service)) }
    }
    return try (keys ?? service.keys).sign(claims, as: kind).compact
  }
}

extension Form {
  /// The form with another value, or without any.
  func setting(_ name: String, _ value: String?) -> Form {
    filter { $0.0 != name } + (value.map { [(name, $0)] } ?? [])
  }
}
