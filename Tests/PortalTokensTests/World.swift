import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// The story's portal with a token service in front, at one fixed moment.
struct World {
  let portal: MemoryPortal
  let keys: RealmKeys
  var service: TokenService
  var now = Story.start.advanced(seconds: 3600)

  static let stored = Result { try StoredKey.generate(at: Story.start) }
  static let foreign = Result { try StoredKey.generate(at: Story.start) }

  init() async throws {
    portal = try MemoryPortal.story()
    keys = try await RealmKeys(try Self.stored.get())
    service = TokenService(keys: keys, store: portal, identifiers: .seeded(1))
  }

  func perform(_ command: PortalCommand, as identity: IdentityIdentifier) throws {
    try portal.perform(command, as: identity, at: now)
  }

  func configure(
    _ client: ApplicationIdentifier, _ change: (inout ClientSettings) -> Void
  ) throws {
    var settings = portal.facts.registration(of: client)?.settings ?? ClientSettings()
    change(&settings)
    let owner = try #require(portal.facts.application(client)?.owner)
    try perform(.configureClient(client, settings), as: owner)
  }

  func signIn(
    _ identity: IdentityIdentifier = Story.jdoe, to client: ApplicationIdentifier = Story.frontEnd,
    as signIn: SignIn = SignIn(level: .cern, multifactor: false),
    scope: [String] = ["openid"], at instant: Instant? = nil
  ) async throws -> SignInAnswer {
    try await service.signIn(identity, as: signIn, to: client, scope: scope, at: instant ?? now)
  }

  func token(
    _ identity: IdentityIdentifier = Story.jdoe, to client: ApplicationIdentifier = Story.frontEnd,
    at instant: Instant? = nil
  ) async throws -> String {
    try #require(try await signIn(identity, to: client, at: instant).accessToken)
  }

  func view(
    _ identity: IdentityIdentifier = Story.jdoe, to client: ApplicationIdentifier = Story.frontEnd
  ) async throws -> TokenView {
    let answer = try await signIn(identity, to: client)
    return try #require(answer.tokens.first { $0.kind == .access })
  }

  /// A token with other claims, signed with the realm's key; `nil` takes a claim out.
  func forged(
    _ changes: [String: JSONValue?], from view: TokenView, as kind: TokenView.Kind = .access
  ) throws -> String {
    var claims = view.claims.filter { changes[$0.name] == nil }
    for (name, value) in changes {
      if let value { claims.append(.init(name, value, origin: .service)) }
    }
    return try keys.sign(claims, as: kind).compact
  }

  /// The request of `front-end-app` toward `back-end-api`.
  func request(
    _ token: String, by client: ApplicationIdentifier = Story.frontEnd,
    toward target: ApplicationIdentifier? = Story.backEnd,
    wanting want: ExchangeWant? = .accessToken,
    scope: [String]? = nil
  ) -> TokenRequest {
    TokenRequest(
      exchanging: token, by: client, secret: portal.facts.secret(of: client), toward: target,
      wanting: want, scope: scope)
  }

  func grant(_ direction: ExchangeDirection = Story.direction) throws {
    let owner = try #require(portal.facts.application(direction.target)?.owner)
    try perform(.grantExchange(direction), as: owner)
  }

  /// What `request` answers once the story's permission is granted.
  func exchanged(
    toward target: ApplicationIdentifier? = Story.backEnd,
    wanting want: ExchangeWant? = .accessToken,
    scope: [String]? = nil, signIn scopes: [String] = ["openid"]
  ) async throws -> TokenAnswer {
    if target == Story.backEnd, portal.facts.permission(Story.direction) == nil { try grant() }
    let token = try #require(try await signIn(scope: scopes).accessToken)
    return try await service.answer(
      request(token, toward: target, wanting: want, scope: scope), at: now)
  }
}

extension TokenRequest {
  func setting(_ name: String, _ value: String) -> TokenRequest {
    removing(name).adding(name, value)
  }

  func adding(_ name: String, _ value: String) -> TokenRequest {
    var request = self
    request.parameters.append(.init(name: name, value: value))
    return request
  }

  func removing(_ name: String) -> TokenRequest {
    var request = self
    request.parameters.removeAll { $0.name == name }
    return request
  }
}
