import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("Programs that people use, against a server where its issuer says it is")
struct ClientProgramTests {
  @Test(arguments: [
    "authlib_client.py", "requests_oauthlib_client.py", "python_keycloak_client.py",
    "verifying_clients.py", "flask_application.py",
  ])
  func program(name: String) async throws {
    // Between being found free and being listened on, a port may be given to another test.
    for _ in 0..<8 {
      do { return try await Self.run(name) } catch EndpointError.addressInUse { continue }
    }
    try await Self.run(name)
  }

  private static func run(_ name: String) async throws {
    let (port, clientPort) = try await Connection.freePorts()
    var settings = EndpointSettings.ofTests
    settings.address.port = port
    let issuer = "http://localhost:\(port)\(EndpointStage.realm)"
    try await EndpointStage.run(settings, realm: Realm(issuer: issuer), at: .real) { stage in
      try stage.grant()
      let callback = RedirectURI(trusted: "http://localhost:\(clientPort)/*")
      for client in [Story.frontEnd, Story.starting] {
        let registration = try #require(stage.portal.facts.registration(of: client))
        stage.portal.apply([.updateRegistration(registration.adding(callback))])
      }
      let result = try await PythonClients.run(
        name, environment: ["ISSUER": issuer, "CLIENT_PORT": String(clientPort)])
      #expect(result.status == 0, "\(result.stdout)\n\(result.stderr)")
      #expect(result.stdout == "done\n")
    }
  }
}

extension Registration {
  fileprivate func adding(_ uri: RedirectURI) -> Registration {
    var registration = self
    registration.redirectURIs.append(uri)
    return registration
  }
}
