import PortalModel

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

/// The grants of the token endpoint (`grant_type`).
public enum Grant: String, CaseIterable, Codable, Sendable {
  /// Token exchange (RFC 8693 §2.1).
  case exchange = "urn:ietf:params:oauth:grant-type:token-exchange"
  /// Authorization code (RFC 6749 §4.1.3).
  case code = "authorization_code"
  /// Refresh token (RFC 6749 §6).
  case refresh = "refresh_token"
  /// Client credentials (RFC 6749 §4.4).
  case service = "client_credentials"
  /// Device code (RFC 8628 §3.4).
  case device = "urn:ietf:params:oauth:grant-type:device_code"
  /// Password (RFC 6749 §4.3).
  case password
}

/// The URIs and words that requests name.
enum Wire {
  static let exchangeGrant = Grant.exchange.rawValue
  static let jwtType = "urn:ietf:params:oauth:token-type:jwt"
  static let form = "application/x-www-form-urlencoded"

  /// The grant that an unknown text was probably meant to be: another case, blanks around it, the last
  /// words of the URN alone, or a slip of a few letters.
  static func grant(meantBy text: String) -> String? {
    func plain(_ text: String) -> String {
      String(text.lowercased().filter { !$0.isWhitespace }.map { $0 == "_" ? "-" : $0 })
    }
    guard let word = plain(text).split(separator: ":").last else { return nil }
    let grants = Grant.allCases.map(\.rawValue)
    return grants.first { plain($0).split(separator: ":").last == word }
      ?? slip(plain(text), among: grants)
  }

  /// Three letters at most, so that a grant of other services is not taken for one of these.
  private static func slip(_ text: String, among grants: [String]) -> String? {
    let near = nearestWords(to: text, among: grants).first
    return near.flatMap { editDistance(Array(text.prefix(80)), Array($0)) <= 3 ? $0 : nil }
  }
}
