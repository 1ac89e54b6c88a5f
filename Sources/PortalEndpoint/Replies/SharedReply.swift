import HTTPTypes
import PortalModel

/// Cross-origin sharing, as Keycloak does it (its `Cors` class): the caller's origin is named back
/// where the client's web origins have it, and a preflight is answered for anybody.
enum SharedReply {
  /// Whom a reply may be read by.
  enum Readers: Hashable {
    /// Nobody is known yet: the request failed before its client was looked at.
    case nobody
    /// Anybody: what is public, and refusals of clients that are none.
    case anybody
    /// Pages of these origins; `*` among them is every origin.
    case origins([String])
  }

  /// The answer to a preflight; nothing special for a request that is none.
  static func preflight(_ route: Route, origin: String?) -> Response {
    var headers = HTTPFields()
    if let origin {
      headers[.allowOrigin] = origin
      headers[.allowMethods] = route.allowedMethods.joined(separator: ", ")
      headers[.allowCredentials] = "true"
      headers[.allowHeaders] =
        "Origin, Accept, X-Requested-With, Content-Type, Access-Control-Request-Method, "
        + "Access-Control-Request-Headers, Authorization"
      headers[.maxAge] = "3600"
    }
    return Response(status: .ok, headers: headers)
  }

  /// Lets pages read a reply.
  static func add(
    to headers: inout HTTPFields, origin: String?, readers: Readers, exposing: String? = nil
  ) {
    guard let origin else { return }
    let isReader =
      switch readers {
      case .nobody: false
      case .anybody: true
      case .origins(let origins): origins.contains(origin) || origins.contains("*")
      }
    guard isReader else { return }
    headers[.allowOrigin] = origin
    headers[.allowCredentials] = "true"
    headers[.exposeHeaders] = exposing
  }
}

extension Route {
  /// Whether pages of other origins may call it.
  var isShared: Bool {
    switch self {
    case .discovery, .realm, .certs, .token, .apiAccess, .userinfo, .revoke, .whoami: true
    case .introspect, .logout, .authorize, .signIn, .deviceAuthorization, .devicePage, .styleSheet,
      .unknownRealm, .nothing:
      false
    }
  }
}
