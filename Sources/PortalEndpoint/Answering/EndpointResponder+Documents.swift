import HTTPTypes
import PortalModel
import PortalTokens

extension EndpointResponder {
  /// What the realm says of itself (§16).
  func document(_ call: Call) throws -> Response {
    guard call.route.methods.contains(call.method) else { return .notAllowed(call.route) }
    switch call.route {
    case .discovery: return shared(service.discovery, call, cache: Self.notKept)
    case .certs: return shared(try service.certificates, call, cache: "no-cache")
    case .realm: return shared(try service.realmDocument, call, cache: Self.notKept)
    default:
      var response = Response(type: "text/css; charset=utf-8", text: PageLayout.styleSheet)
      response.headers[.cacheControl] = "max-age=3600"
      return response
    }
  }

  /// What Keycloak says of its discovery document (its `CacheControlUtil.noCache`).
  private static let notKept = "no-cache, must-revalidate, no-transform, no-store"

  /// A public document, readable from anywhere.
  private func shared(_ value: JSONValue, _ call: Call, cache: String) -> Response {
    var response = Response(Reply(status: 200, body: value))
    response.headers[.cacheControl] = cache
    SharedReply.add(to: &response.headers, origin: call.origin, readers: .anybody)
    return response
  }
}
