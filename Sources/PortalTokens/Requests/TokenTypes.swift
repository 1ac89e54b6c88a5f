/// What an exchange is asked for (`requested_token_type`, §6).
public enum ExchangeWant: String, CaseIterable, Codable, Sendable {
  /// Refresh and access token: also what counts where nothing is named.
  case refreshToken = "refresh_token"
  /// The access token alone.
  case accessToken = "access_token"
  /// An ID token, as CERN's page offers (§19 item 1).
  case idToken = "id_token"

  /// The type's URI (RFC 8693 §3).
  public var uri: String { "urn:ietf:params:oauth:token-type:" + rawValue }

  /// The type of a URI, if it is one of these three.
  public init?(uri: String) {
    guard let want = Self.allCases.first(where: { $0.uri == uri }) else { return nil }
    self = want
  }
}

/// The URIs and words that requests name.
enum Wire {
  static let exchangeGrant = "urn:ietf:params:oauth:grant-type:token-exchange"
  static let jwtType = "urn:ietf:params:oauth:token-type:jwt"
  static let form = "application/x-www-form-urlencoded"

  /// The grants that the real service knows beside the exchange; their turn comes later.
  static let otherGrants = [
    "authorization_code", "refresh_token", "client_credentials", "password",
    "urn:ietf:params:oauth:grant-type:device_code",
  ]

  /// The grant that an unknown text was probably meant to be: another case, blanks around it, or the
  /// last words of the URN alone.
  static func grant(meantBy text: String) -> String? {
    let plain = String(text.lowercased().filter { !$0.isWhitespace }.map { $0 == "_" ? "-" : $0 })
    return plain.hasSuffix("token-exchange") ? exchangeGrant : nil
  }
}
