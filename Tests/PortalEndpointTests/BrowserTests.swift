import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("The pages, in Chromium")
struct BrowserTests {
  @Test func `everything can be done by keyboard, and nothing is complained of`() async throws {
    let (port, clientPort) = try await Connection.freePorts()
    var settings = EndpointSettings.ofTests
    settings.address.port = port
    let issuer = "http://localhost:\(port)\(EndpointStage.realm)"
    try await EndpointStage.run(settings, realm: Realm(issuer: issuer), at: .real) { stage in
      let callback = RedirectURI(trusted: "http://localhost:\(clientPort)/callback")
      for client in [Story.starting, Story.target] {
        var registration = try #require(stage.portal.facts.registration(of: client))
        registration.redirectURIs.append(callback)
        stage.portal.apply([.updateRegistration(registration)])
      }
      let role = Role(
        application: Story.target, id: RoleIdentifier(trusted: "chosen"), name: "Chosen",
        required: true)
      try stage.perform(.defineRole(role), as: Story.dave)
      let result = try await PythonClients.run(
        "chromium_pages.py", environment: ["ISSUER": issuer, "CLIENT_PORT": String(clientPort)])
      #expect(result.status == 0, "\(result.stdout)\n\(result.stderr)")
      #expect(result.stdout == "done\n")
      // The same is seen by whoever runs the server: who was refused, and that nobody was told a
      // reason beyond the page.
      #expect(stage.notes.entries.contains { $0.reason == "L3" && $0.subject == "jdoe" })
    }
  }
}
