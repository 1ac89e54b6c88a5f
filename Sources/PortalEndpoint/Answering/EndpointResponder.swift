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
  let isSecure: Bool
  let tickets = PageTickets()

  var service: TokenService { endpoint.service }
  var issuer: IssuerAddress { endpoint.issuer }
  var now: Instant { endpoint.clock() }

  init(_ endpoint: Endpoint, _ settings: EndpointSettings) {
    self.endpoint = endpoint
    limits = settings.limits
    hosts = HostRule(issuer: endpoint.issuer, address: settings.address)
    explains = settings.explains
    isSecure = settings.certificate != nil
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    var response = try await guarded(request)
    response.headers.addSecurity()
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func guarded(_ request: Request) async throws -> Response {
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
      head: request.head, route: Route(target[..<mark], issuer: issuer), query: query.utf8,
      body: body)
    do {
      return try await answer(call)
    } catch {
      endpoint.watch.fault(error)
      return .fault
    }
  }

  /// Sends a call to what answers it.
  private func answer(_ call: Call) async throws -> Response {
    if call.method == "OPTIONS", call.route.isShared {
      return SharedReply.preflight(call.route, origin: call.origin)
    }
    switch call.route {
    case .discovery, .certs, .realm, .styleSheet: return try document(call)
    case .token, .apiAccess, .introspect, .revoke, .deviceAuthorization, .userinfo:
      return try await program(call)
    case .whoami(let application): return try await whoAmI(call, at: application)
    case .authorize: return try await authorize(call)
    case .signIn: return try await signIn(call)
    case .devicePage: return try await device(call)
    case .logout: return try await logOut(call)
    case .unknownRealm: return Response(status: 404, error: "Realm does not exist")
    case .nothing: return .nothing
    }
  }
}
