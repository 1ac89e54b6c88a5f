import PortalModel

/// A request to the authorization endpoint as it arrived: decoded, nothing judged yet
/// (OpenID Connect Core §3.1.2.1).
public struct AuthorizationRequest: Hashable, Sendable {
  /// The parameters of the query, or of the form, in the order they were sent, doubled ones included.
  public var parameters: [Repair.Parameter]
  /// The value of the browser's sign-on cookie, if it sent one: what an earlier answer gave as
  /// ``AuthorizationAnswer/cookie``.
  public var cookie: String?

  /// Makes a request.
  public init(parameters: [Repair.Parameter], cookie: String? = nil) {
    self.parameters = parameters
    self.cookie = cookie
  }

  /// The first value of a parameter.
  public subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }
}

/// Who signs in on a page, and how.
public struct SignInChoice: Hashable, Sendable {
  /// The login as it was typed or chosen.
  public var login: String
  /// The level of assurance; `nil` for the account's usual one.
  public var level: LevelOfAssurance?
  /// Whether a second factor is used; `nil` for what the account does usually.
  public var multifactor: Bool?

  /// Makes a choice.
  public init(login: String, level: LevelOfAssurance? = nil, multifactor: Bool? = nil) {
    self.login = login
    self.level = level
    self.multifactor = multifactor
  }
}
