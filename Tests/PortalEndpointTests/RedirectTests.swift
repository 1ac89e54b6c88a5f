import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("Redirect URIs are matched strictly (RFC 6749 §3.1.2.3, RFC 8252 §7.3)")
struct RedirectTests {
  static let registered = [
    "https://exact.cern.ch/cb", "https://query.cern.ch/cb?a=1", "https://wild.cern.ch/*",
    "https://part.cern.ch/app*", "https://port.cern.ch:8443/*", "http://localhost/cb",
    "http://127.0.0.1/*", "https://localhost:5000/cb", "ch.cern.app:/oauth2redirect",
  ]

  @Test(arguments: [
    "https://exact.cern.ch/cb", "https://query.cern.ch/cb?a=1", "https://wild.cern.ch/",
    "https://wild.cern.ch", "https://wild.cern.ch/a/b?c=d", "https://part.cern.ch/app",
    "https://part.cern.ch/app/x", "https://part.cern.ch/apple", "https://port.cern.ch:8443/x",
    "http://localhost/cb", "http://localhost:51234/cb", "http://127.0.0.1:9/any",
    "https://localhost:5000/cb", "ch.cern.app:/oauth2redirect",
  ])
  func `allowed`(uri: String) async throws {
    let reply = try await ask(uri)
    #expect(reply.status == 200 && reply.body.contains("name=\"ticket\""))
  }

  @Test(arguments: [
    // Exact is exact.
    "https://exact.cern.ch/cb/", "https://exact.cern.ch/CB", "https://exact.cern.ch/cb?x=1",
    "https://exact.cern.ch", "http://exact.cern.ch/cb", "https://exact.cern.ch:443/cb",
    "https://EXACT.cern.ch/cb", "https://query.cern.ch/cb", "https://query.cern.ch/cb?a=1&b=2",
    // A star does not stand for another host.
    "https://wild.cern.ch.evil.example/", "https://wild.cern.ch@evil.example/",
    "https://evil.example/https://wild.cern.ch/", "https://wild.cern.ch:1/x",
    "https://user@wild.cern.ch/x", "http://wild.cern.ch/x", "//wild.cern.ch/x",
    "https://part.cern.ch/ap", "https://part.cern.ch/", "https://port.cern.ch/x",
    "https://port.cern.ch:8444/x",
    // No way up, no tricks with encodings, no fragment, no star sent.
    "https://wild.cern.ch/../x", "https://wild.cern.ch/a/%2e%2e/x", "https://wild.cern.ch/%2E./x",
    "https://wild.cern.ch/a%2f..%2fx", "https://wild.cern.ch/%252e%252e/",
    "https://wild.cern.ch/./x",
    "https://wild.cern.ch\\evil", "https://wild.cern.ch/x#fragment", "https://wild.cern.ch/*",
    "https://wild.cern.ch/a\r\nSet-Cookie: x=y", "https://wild.cern.ch/\u{0}",
    // Ports are free on this machine over http only.
    "https://localhost:5001/cb", "http://localhost:51234/other", "http://localhost:x/cb",
    "http://localhost.evil.example/cb", "http://127.0.0.2/x", "http://[::1]/cb",
    // Native schemes are not the web's.
    "ch.cern.app:/other", "ch.cern.other:/oauth2redirect", "javascript:alert(1)",
    "data:text/html,x", "urn:ietf:wg:oauth:2.0:oob", "",
  ])
  func `refused, on a page that leads nowhere`(uri: String) async throws {
    let reply = try await ask(uri)
    #expect(reply.status == 400, "\(reply.status) \(reply["location"] ?? "")")
    #expect(reply["location"] == nil)
    #expect(reply["set-cookie"]?.contains("evil") != true)
    #expect(reply["x-sim-reason"] == "A2")
    #expect(reply.body.contains("Invalid parameter: redirect_uri"))
  }

  private func ask(_ uri: String) async throws -> Received {
    try await EndpointStage.run { stage in
      let form = RegistrationForm(
        kind: .confidential, redirectURIs: Self.registered.map { RedirectURI(trusted: $0) })
      try stage.perform(.editRegistration(Story.starting, form), as: Story.carol)
      let asked = AuthorizationRow.usual.setting("redirect_uri", uri)
      let query = FormText.encoded(asked.map { Repair.Parameter(name: $0.0, value: $0.1) })
      return try await stage.send("GET", EndpointStage.endpoints + "/auth?" + query)
    }
  }
}
