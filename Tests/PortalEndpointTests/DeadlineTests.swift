import PortalModel
import PortalTestSupport
import Testing

@testable import PortalEndpoint

@Suite("Slow and idle clients, and the end of the server")
struct DeadlineTests {
  private static func settings(_ change: (inout EndpointLimits) -> Void) -> EndpointSettings {
    var settings = EndpointSettings.ofTests
    change(&settings.limits)
    return settings
  }

  @Test func `an idle connection is closed`() async throws {
    try await EndpointStage.run(Self.settings { $0.idle = 50 }) { stage in
      let wire = try await Connection(port: stage.server.address.port)
      #expect(try await wire.rest().isEmpty)
      let half = try await Connection(port: stage.server.address.port)
      try await half.send("GET / HT")
      #expect(try await half.rest().isEmpty)
    }
  }

  @Test func `a body that trickles in is not waited for`() async throws {
    try await EndpointStage.run(Self.settings { $0.transfer = 50 }) { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        EndpointStage.text(
          "POST", EndpointStage.token,
          headers: [
            ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "5"),
          ]) + "a")
      #expect(try await wire.rest().isEmpty)
    }
  }

  @Test func `a client that never reads is let go`() async throws {
    try await EndpointStage.run(Self.settings { $0.transfer = 200 }) { stage in
      let wire = try await Connection(port: stage.server.address.port)
      let request = EndpointStage.text("GET", EndpointStage.endpoints + "/certs")
      // Requests without end, and no reply read: sooner or later the server closes.
      await #expect(throws: ConnectionError.closed) {
        while true { try await wire.send(String(repeating: request, count: 64)) }
      }
      #expect(try await stage.send("GET", EndpointStage.endpoints + "/certs").status == 200)
    }
  }

  @Test func `a stop closes idle connections and lets the port go`() async throws {
    try await EndpointStage.run { stage in
      let idle = try await Connection(port: stage.server.address.port)
      try await idle.send(EndpointStage.text("GET", EndpointStage.endpoints + "/certs"))
      #expect(try await idle.reply().status == 200)
      await stage.server.stop()
      #expect(try await idle.rest().isEmpty)
      await #expect(throws: ConnectionError.unreachable(111)) {
        _ = try await Connection(port: stage.server.address.port)
      }
    }
  }

  @Test func `a request in flight is answered before the server ends`() async throws {
    try await EndpointStage.run { stage in
      let wire = try await Connection(port: stage.server.address.port)
      try await wire.send(
        EndpointStage.text(
          "POST", EndpointStage.token,
          headers: [
            ("Content-Type", "application/x-www-form-urlencoded"), ("Content-Length", "16"),
            ("Expect", "100-continue"),
          ]))
      // The server has begun with it: it gave leave to go on.
      #expect(try await wire.reply().status == 100)
      async let stopped: Void = stage.server.stop()
      try await wire.send("grant_type=magic")
      #expect(try await wire.reply().refusal[0] == "unsupported_grant_type")
      await stopped
      #expect(try await wire.rest().isEmpty)
    }
  }

  @Test func `a taken port is named`() async throws {
    try await EndpointStage.run { stage in
      var settings = EndpointSettings()
      settings.address = stage.server.address
      await #expect(throws: EndpointError.addressInUse(stage.server.address)) {
        try await EndpointStage.run(settings) { _ in }
      }
      settings.address = EndpointAddress(host: "192.0.2.1", port: 0)
      await #expect(throws: EndpointError.noSuchAddress(settings.address)) {
        try await EndpointStage.run(settings) { _ in }
      }
    }
  }
}
