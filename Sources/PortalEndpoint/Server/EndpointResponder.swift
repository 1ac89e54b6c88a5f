import HTTPTypes
import Hummingbird
import NIOCore
import PortalModel
import PortalTokens

/// Takes a request from the library, and gives it back answered.
struct EndpointResponder: HTTPResponder {
  /// What the library makes for each request; nothing is needed of it.
  struct Context: InitializableFromSource {
    init(source: ApplicationRequestContextSource) {}
  }

  let endpoint: Endpoint
  let limits: EndpointLimits
  let hosts: HostRule
  let explains: Bool

  init(_ endpoint: Endpoint, _ settings: EndpointSettings) {
    self.endpoint = endpoint
    limits = settings.limits
    hosts = HostRule(issuer: endpoint.issuer, address: settings.address)
    explains = settings.explains
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    var response = try await answer(request)
    response.headers.addSecurity()
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(_ request: Request) async throws -> Response {
    guard hosts.allows(request.head.authority) else { return .wrongHost }
    let target = (request.head.path ?? "/")[...]
    let mark = target.firstIndex(of: "?") ?? target.endIndex
    let query = mark == target.endIndex ? "" : target[target.index(after: mark)...]
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: limits.body)
    } catch is NIOTooManyBytesError {
      return .tooLarge
    }
    let call = Call(
      head: request.head, route: Route(target[..<mark], issuer: endpoint.issuer),
      query: query.utf8, body: body)
    do {
      return try await endpoint.answer(call, explains: explains)
    } catch {
      endpoint.watch.fault(error)
      return .fault
    }
  }
}

extension Response {
  /// A `Host` that is neither the issuer's nor this machine's (RFC 9110 §15.5.20).
  static var wrongHost: Response {
    Response(
      status: 421, error: "invalid_request",
      description: "This server answers for its issuer's host and for this machine only")
  }

  /// A body longer than any token request (RFC 9110 §15.5.14).
  static var tooLarge: Response {
    Response(status: 413, error: "invalid_request", description: "Request body too large")
  }

  /// A form or query that cannot be decoded. The words are invented.
  static var malformed: Response {
    Response(status: 400, error: "invalid_request", description: "Malformed form parameters")
  }
}
