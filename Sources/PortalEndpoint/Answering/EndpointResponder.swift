import HTTPTypes
import NIOCore
import PortalModel
import PortalTokens

/// Takes a request from the library, and gives it back answered.
struct EndpointResponder: Sendable {
  let endpoint: Endpoint
  let limits: EndpointLimits
  let hosts: HostRule
  let explains: Bool
  let isSecure: Bool
  let tickets = PageTickets()
  private let dates = DateText()

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

  /// - Parameter body: `nil` where it is longer than is taken.
  func respond(to head: HTTPRequest, _ body: ByteBuffer?) async -> Outgoing {
    let response = await guarded(head, body)
    return Outgoing(
      head: response.head(date: dates.text(of: now)),
      content: head.method == .head ? nil : response.content)
  }

  /// What goes out over the wire.
  struct Outgoing: Sendable {
    var head: HTTPResponse
    var content: ByteBuffer?
  }

  private func guarded(_ head: HTTPRequest, _ body: ByteBuffer?) async -> Response {
    guard hosts.allows(head.authority) else { return .wrongHost }
    guard let body else { return .tooLarge }
    let target = (head.path ?? "/")[...]
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    let query = mark == target.endIndex ? "" : target[target.index(after: mark)...]
    let call = Call(
      head: head, route: Route(target[..<mark], issuer: issuer), query: query.utf8, body: body)
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
