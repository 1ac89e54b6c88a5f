import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("Hosts, issuers and paths")
struct HostTests {
  private static let issuer = "https://sso.example.org:8443/auth/realms/cern"

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:1", true), ("localhost.", true), ("127.0.0.1:8080", true),
    ("127.9.9.9", true), ("[::1]:8080", true), ("sso.example.org", true),
    ("sso.example.org:8443", true), ("192.168.7.7", true), ("evil.example", false),
    ("localhost.evil.example", false), ("127.0.0.1.nip.io", false), ("sso.example.org.evil", false),
    ("127.0.0.1@evil.example", false), ("192.168.7.8", false), ("[::2]", false), ("", false),
    ("localhost:x", false), ("localhost:99999", false), ("0.0.0.0", false),
  ])
  func `the host must be the issuer's or this machine's`(host: String, isAllowed: Bool) throws {
    let rule = HostRule(
      issuer: try IssuerAddress(Self.issuer),
      address: EndpointAddress(host: "192.168.7.7", port: 1))
    #expect(rule.allows(host) == isAllowed)
  }

  @Test func `another host is refused on each path, and says nothing of the realm`() async throws {
    try await EndpointStage.run { stage in
      for path in [EndpointStage.token, EndpointStage.realm, "/"] {
        let reply = try await stage.send("GET", path, host: "evil.example")
        #expect(reply.status == 421)
        #expect(!reply.body.contains("cern"))
      }
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send("GET \(EndpointStage.realm) HTTP/1.1\r\n\r\n")
      #expect(try await wire.reply().status == 421)
    }
  }

  @Test(arguments: ["localhost:8080", "127.0.0.1", "[::1]:99", "localhost:18080"])
  func `the issuer stays the same whatever the host`(host: String) async throws {
    try await EndpointStage.run { stage in
      let reply = try await stage.send(
        "GET", EndpointStage.realm + "/.well-known/openid-configuration", host: host)
      #expect(reply.json?["issuer"] == .string(Realm().issuer))
    }
  }

  @Test(arguments: [
    "", "localhost", "ftp://localhost/auth/realms/cern", "http://localhost:8080",
    "http://localhost/auth/cern", "http://localhost/auth/realms/", "http:///auth/realms/cern",
    "http://localhost/auth/realms/cern?x", "http://localhost/auth/realms/cern#x",
    "http://localhost/auth//realms/cern", "http://a b/realms/cern", "http://h:x/realms/cern",
  ])
  func `what cannot be an issuer is refused`(text: String) {
    #expect(throws: EndpointError.issuer(text)) { try IssuerAddress(text) }
  }

  @Test func `an issuer is cut`() throws {
    let issuer = try IssuerAddress(Self.issuer)
    #expect(issuer.host == "sso.example.org" && issuer.port == 8443)
    #expect(issuer.path == "/auth/realms/cern" && issuer.realm == "cern")
    #expect(issuer.prefix == "/auth" && issuer.origin == "https://sso.example.org:8443")
    #expect(try IssuerAddress("http://h/realms/a").prefix == "")
  }

  @Test(arguments: [
    ("/auth/realms/cern", Route.realm), ("/auth/realms/cern/", .realm),
    ("/auth/realms/cern/protocol/openid-connect/token", .token),
    ("/auth/realms/cern/protocol/openid-connect/token/", .nothing),
    ("/auth/realms/cernx", .unknownRealm), ("/auth/realms/other/x", .unknownRealm),
    ("/auth/realms/", .unknownRealm), ("/auth", .nothing), ("/", .nothing), ("", .nothing),
    ("/apps/back-end-api/whoami", .whoami("back-end-api")), ("/apps//whoami", .whoami("")),
    ("/apps/a/b/whoami", .nothing), ("/auth/resources/portal.css", .styleSheet),
    ("/.well-known/oauth-authorization-server/auth/realms/cern", .discovery),
  ])
  func `paths lead where they should`(path: String, route: Route) throws {
    #expect(
      Route(path[...], issuer: try IssuerAddress("https://sso.example.org/auth/realms/cern"))
        == route)
  }
}
