import PortalModel

/// What a path leads to.
enum Route: Hashable, Sendable {
  /// `.well-known/openid-configuration`.
  case discovery
  /// The realm document.
  case realm
  /// The public keys.
  case certs
  /// `token`.
  case token
  /// `api-access/token`: CERN's own, client credentials with an audience.
  case apiAccess
  /// `token/introspect`.
  case introspect
  /// `userinfo`.
  case userinfo
  /// `revoke`.
  case revoke
  /// `logout`.
  case logout
  /// `auth`: the sign-in page.
  case authorize
  /// `login-actions/authenticate`: the sign-in page's post.
  case signIn
  /// `auth/device`: where a device asks for a code.
  case deviceAuthorization
  /// `device`: the page where a person types that code.
  case devicePage
  /// The pages' style sheet.
  case styleSheet
  /// `/apps/<id>/whoami`.
  case whoami(String)
  /// A realm that does not exist.
  case unknownRealm
  /// Nothing.
  case nothing

  /// Finds what a path leads to, under the issuer's own path.
  init(_ path: Substring, issuer: IssuerAddress) {
    if path.hasPrefix(issuer.path) {
      let rest = path.dropFirst(issuer.path.count)
      if rest.isEmpty || rest.first == "/" {
        self = Self.known[rest] ?? .nothing
        return
      }
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 4, parts[1] == "apps", parts[3] == "whoami" {
      self = .whoami(String(parts[2]))
    } else if path == issuer.prefix + Self.styleSheetPath {
      self = .styleSheet
    } else if path == "/.well-known/oauth-authorization-server" + issuer.path {
      self = .discovery
    } else {
      self = path.hasPrefix(issuer.prefix + "/realms/") ? .unknownRealm : .nothing
    }
  }

  /// Where the style sheet stands, after the issuer's prefix.
  static let styleSheetPath = "/resources/portal.css"

  private static let known: [Substring: Route] = [
    "": .realm, "/": .realm, "/.well-known/openid-configuration": .discovery,
    "/protocol/openid-connect/certs": .certs, "/protocol/openid-connect/token": .token,
    "/api-access/token": .apiAccess, "/protocol/openid-connect/token/introspect": .introspect,
    "/protocol/openid-connect/userinfo": .userinfo, "/protocol/openid-connect/revoke": .revoke,
    "/protocol/openid-connect/logout": .logout, "/protocol/openid-connect/auth": .authorize,
    "/protocol/openid-connect/auth/device": .deviceAuthorization, "/device": .devicePage,
    "/login-actions/authenticate": .signIn,
  ]

  /// The methods it answers, preflight apart; what is left out is 405.
  var methods: Set<String> {
    switch self {
    case .discovery, .realm, .certs, .styleSheet: ["GET", "HEAD"]
    case .token, .apiAccess, .introspect, .revoke, .deviceAuthorization, .signIn: ["POST"]
    case .userinfo, .authorize, .devicePage, .logout: ["GET", "HEAD", "POST"]
    case .whoami: ["GET", "HEAD"]
    case .unknownRealm, .nothing: []
    }
  }
}
