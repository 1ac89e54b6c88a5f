import HTTPTypes
import Hummingbird
import PortalModel
import PortalTokens

extension Endpoint {
  /// Answers a request.
  func answer(_ call: Call, explains: Bool) async throws -> Response {
    if call.method == "OPTIONS", call.route.isShared {
      return SharedReply.preflight(call.route, origin: call.origin)
    }
    switch call.route {
    case .token: return try await token(call, explains: explains)
    case .unknownRealm: return Response(status: 404, error: "Realm does not exist")
    case .nothing:
      return Response(
        status: 404, error: "Unable to find matching target resource method",
        description: "For more on this error consult the server log.")
    default: break
    }
    guard call.route.methods.contains(call.method) else { return .notAllowed(call.route) }
    switch call.route {
    case .discovery: return document(Discovery(issuer: issuer).document, call, cache: Self.notKept)
    case .certs:
      return document(
        .object([.init("keys", .array([service.keys.publicKey]))]), call, cache: "no-cache")
    case .realm: return try realm(call)
    default: return Response(status: 404, error: "Not yet")
    }
  }

  /// What Keycloak says of its discovery document (its `CacheControlUtil.noCache`).
  private static let notKept = "no-cache, must-revalidate, no-transform, no-store"

  private func realm(_ call: Call) throws -> Response {
    let mark = try store.read { try $0.notBefore(of: [.realm]) }
    let key = PublicKeyText.base64(ofKey: service.keys.publicKey) ?? ""
    return document(
      Discovery(issuer: issuer).realm(publicKey: key, notBefore: mark?.seconds ?? 0), call,
      cache: Self.notKept)
  }

  /// A public document, readable from anywhere.
  private func document(_ value: JSONValue, _ call: Call, cache: String) -> Response {
    var response = Response(Reply(status: 200, body: value))
    response.headers[.cacheControl] = cache
    SharedReply.add(to: &response.headers, origin: call.origin, readers: .anybody)
    return response
  }
}
