import PortalModel
import PortalTestSupport

@testable import PortalTokens

typealias ChangeForm = @Sendable (EndpointStage, inout Form) async throws -> Void

extension WireRow {
  /// A refusal of the story's exchange, changed: `front-end-app` toward `back-end-api`, which nobody
  /// has permitted.
  static func exchange(
    _ id: String, _ note: String, profiles: [Profile] = Profile.allCases, _ status: Int,
    _ error: String, _ description: String, reason: String? = nil, _ change: @escaping ChangeForm
  ) -> WireRow {
    WireRow(
      id: id, note: note, profiles: profiles, status: status,
      body: .refusal(error, description), reason: reason ?? id
    ) { stage in
      var form = stage.exchange(try await stage.subject().compact)
      try await change(stage, &form)
      return try await stage.post(form)
    }
  }

  /// The same exchange granted, changed.
  static func granted(
    _ id: String, _ note: String, profiles: [Profile] = legacy, _ change: @escaping ChangeForm,
    _ look: @escaping @Sendable (JSONValue) throws -> Void = { _ in }
  ) -> WireRow {
    WireRow(
      id: id, note: note, profiles: profiles, status: 200, body: .json(look), reason: nil
    ) { stage in
      try stage.grant()
      var form = stage.exchange(try await stage.subject().compact)
      try await change(stage, &form)
      return try await stage.post(form)
    }
  }

  /// A refusal of a form at some path.
  static func post(
    _ id: String, _ note: String, _ path: String, _ status: Int, _ body: WireBody,
    reason: String?, profiles: [Profile] = Profile.allCases, challenge: String? = nil,
    _ form: @escaping @Sendable (EndpointStage) async throws -> Form
  ) -> WireRow {
    WireRow(
      id: id, note: note, profiles: profiles, status: status, body: body, reason: reason,
      challenge: challenge
    ) { try await $0.post(form($0), to: EndpointStage.endpoints + path) }
  }
}

extension EndpointStage {
  /// `starting-client` proving itself.
  static let starting: Form = [("client_id", "starting-client"), ("client_secret", "SECRET")]

  /// A client's own form fields.
  func client(_ id: ApplicationIdentifier) -> Form {
    [("client_id", id.text)] + (portal.facts.secret(of: id).map { [("client_secret", $0)] } ?? [])
  }

  /// Everything that a sign-in gives.
  func login(
    _ client: ApplicationIdentifier = Story.starting, scope: [String] = ["openid"]
  ) async throws -> [TokenView] {
    try await service.signIn(
      Story.jdoe, as: SignIn(level: .cern, multifactor: false), to: client, scope: scope, at: now
    ).tokens
  }

  /// One token of a sign-in.
  func token(
    _ kind: TokenView.Kind, _ client: ApplicationIdentifier = Story.starting,
    scope: [String] = ["openid"]
  ) async throws -> TokenView {
    guard let token = try await login(client, scope: scope).first(where: { $0.kind == kind }) else {
      throw ConnectionError.silent
    }
    return token
  }

  /// Ends the login of a token.
  func end(_ token: TokenView) throws {
    try portal.record([.sessionEnded(token["sid"]?.string ?? "", at: now)])
  }

  func disable(_ identity: IdentityIdentifier) throws {
    try perform(.enableIdentity(identity, enabled: false), as: identity)
  }
}
