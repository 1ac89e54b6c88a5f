import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint
@testable import PortalTokens

@Suite("The lint of §11.1 in the header and in the activity")
struct StandardHeaderTests {
  @Test func `a granted exchange says where the newer one would refuse it`() async throws {
    try await EndpointStage.run { stage in
      try stage.grant()
      let reply = try await stage.post(stage.exchange(try await stage.subject().compact))
      #expect(reply.status == 200)
      #expect(reply["x-sim-standard"] == "S4; S6; S13; S20")
      #expect(reply["x-sim-reason"] == nil)
      // Two letters alone stand in many a signature.
      #expect(!reply.body.contains("S4; S6") && !reply.body.contains("standard"))
      let entry = try #require(stage.notes.entries.last)
      #expect(
        entry.standard == [
          .standardEnabled, .standardSubjectTokenType, .standardConfidential, .standardAvailable,
        ])
    }
  }

  @Test func `refusals, other grants and the standard exchange itself say nothing`() async throws {
    try await EndpointStage.run { stage in
      let refused = try await stage.post(stage.exchange(try await stage.subject().compact))
      #expect(refused.status == 403 && refused["x-sim-standard"] == nil)
      let code = try await stage.post(stage.redeeming())
      #expect(code.status == 200 && code["x-sim-standard"] == nil)
      #expect(stage.notes.entries.allSatisfy { $0.standard.isEmpty })
    }
    try await EndpointStage.run(realm: Realm(profile: .keycloakV2)) { stage in
      let reply = try await stage.post(stage.standard())
      #expect(reply.status == 200 && reply["x-sim-standard"] == nil)
    }
  }

  @Test func `it is left out with the other explanations`() async throws {
    var settings = EndpointSettings.ofTests
    settings.explains = false
    try await EndpointStage.run(settings) { stage in
      try stage.grant()
      let reply = try await stage.post(stage.exchange(try await stage.subject().compact))
      #expect(reply.status == 200 && reply["x-sim-standard"] == nil)
      let refused = try await stage.post([("grant_type", "x")])
      #expect(refused["x-sim-reason"] == nil)
      #expect(stage.notes.entries.last?.reason == "E6")
    }
  }
}
