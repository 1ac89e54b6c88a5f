import HTTPTypes
import NIOCore
import PortalModel
import PortalTokens

/// Takes a request from the library, and gives it back answered.
struct EndpointResponder: Sendable {
  private(set) var endpoint: Endpoint
  private(set) var hosts: HostRule
  let address: EndpointAddress
  let limits: EndpointLimits
  let explains: Bool
  let isSecure: Bool
  let tickets = PageTickets()
  private let dates = DateText()

  var service: TokenService { endpoint.service }
  var issuer: IssuerAddress { endpoint.issuer }
  var now: Instant { endpoint.clock() }

  init(_ endpoint: Endpoint, _ settings: EndpointSettings) {
    self.endpoint = endpoint
    address = settings.address
    limits = settings.limits
    hosts = HostRule(issuer: endpoint.issuer, address: settings.address)
    explains = settings.explains
    isSecure = settings.certificate != nil
  }

  /// - Parameter body: `nil` where it is longer than is taken.
  func respond(to head: HTTPRequest, _ body: ByteBuffer?) async -> Outgoing {
    let response: Response
    do { response = try await present().guarded(head, body) } catch {
      endpoint.watch.fault(error)
      response = .fault
    }
    return Outgoing(
      head: response.head(date: dates.text(of: now)),
      content: head.method == .head ? nil : response.content)
  }

  /// What goes out over the wire.
  struct Outgoing: Sendable {
    var head: HTTPResponse
    var content: ByteBuffer?
  }

  /// The same, as the realm's settings have it now: one request is answered under one state of them.
  ///
  /// - Throws: Where they cannot be read, or make no sense.
  private func present() throws -> EndpointResponder {
    guard let endpoint = try endpoint.changed() else { return self }
    var present = self
    present.endpoint = endpoint
    present.hosts = HostRule(issuer: endpoint.issuer, address: address)
    return present
  }

  private func guarded(_ head: HTTPRequest, _ body: ByteBuffer?) async -> Response {
    guard hosts.allows(head) else { return .wrongHost }
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
