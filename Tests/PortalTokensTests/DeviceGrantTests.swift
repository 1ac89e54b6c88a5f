import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("A device asks for its tokens (D)")
struct DeviceGrantTests {
  @Test("refuses in Keycloak's words, and each repair turns it", arguments: rows)
  func refused(row: RefusalCase) async throws { try await row.run() }

  private static func row(
    _ name: String, _ check: CheckIdentifier, _ reply: Reply, writes: Bool = false,
    problem: SignOnFinding.DeviceProblem? = nil,
    arrange: @escaping @Sendable (inout World) async throws -> TokenRequest
  ) -> RefusalCase {
    RefusalCase(
      name, check, reply, order: DeviceGrant.order, writes: writes,
      finding: { found in problem.map { found == .signOn(.device($0)) } ?? true },
      arrange: arrange)
  }

  static let rows = [
    row(
      "D0", .deviceAllowed,
      .invalidGrant("Client not allowed OAuth 2.0 Device Authorization Grant"),
      arrange: { world in
        let code = try await world.device(approved: true)
        try world.configure(Story.starting) { $0.deviceGrant = false }
        return world.polling(code)
      }),
    row(
      "D1", .deviceCodePresent,
      Reply(status: 400, error: "invalid_request", description: "Missing parameter: device_code"),
      arrange: { $0.form(.device, [:]) }),
    row(
      "D2 unknown", .deviceCode, .invalidGrant("Device code not valid"), problem: .unknown,
      arrange: { $0.polling("x") }),
    row(
      "D2 another client's", .deviceCode, .invalidGrant("unauthorized client"),
      problem: .otherClient(Story.target),
      arrange: { $0.polling(try await $0.device(Story.target, approved: true)) }),
    row(
      "D2 used", .deviceCode, .invalidGrant("Device code not valid"), problem: .used,
      arrange: { world in
        let request = world.polling(try await world.device(approved: true))
        #expect(try await world.service.answer(request, at: world.now).reply.status == 200)
        return request
      }),
    row(
      "D3", .deviceAge,
      Reply(status: 400, error: "expired_token", description: "Device code is expired"),
      arrange: { world in
        let request = world.polling(try await world.device(approved: true))
        world.now = world.now.advanced(seconds: SignOnTimes.device + 1)
        return request
      }),
    row(
      "D4", .devicePace, Reply(status: 400, error: "slow_down", description: "Slow down"),
      writes: true, problem: .tooFast(interval: 5),
      arrange: { world in
        let request = world.polling(try await world.startDevice().code)
        _ = try await world.service.answer(request, at: world.now)
        return request
      }),
    row(
      "D5", .deviceDenied,
      Reply(
        status: 400, error: "access_denied",
        description: "The end user denied the authorization request"), writes: true,
      problem: .denied, arrange: { $0.polling(try await $0.device(approved: false)) }),
    row(
      "D6", .devicePending,
      Reply(
        status: 400, error: "authorization_pending",
        description: "The authorization request is still pending"), writes: true,
      problem: .pending, arrange: { $0.polling(try await $0.startDevice().code) }),
    row(
      "D7", .deviceUser, .invalidGrant("User disabled"), writes: true,
      arrange: { world in
        let request = world.polling(try await world.device(approved: true))
        try world.perform(.enableIdentity(Story.jdoe, enabled: false), as: Story.jdoe)
        return request
      }),
    row(
      "G8 none", .codeVerifier, .invalidGrant("PKCE code verifier not specified"), writes: true,
      arrange: { world in
        let code = try await world.device(approved: true, ["code_challenge": Pair.verifier])
        return world.polling(code)
      }),
    row(
      "D10", .deviceLogin,
      Reply(
        status: 400, error: "authorization_pending",
        description:
          "The authorization request is verified but can not lookup the user session yet"),
      writes: true,
      arrange: { world in
        let request = world.polling(try await world.device(approved: true))
        let session = try #require(world.portal.facts.newestSession)
        try world.portal.record([.sessionEnded(session.id, at: world.now)])
        return request
      }),
    row(
      "D8", .deviceSession, .invalidGrant("Session not active"), writes: true,
      arrange: { world in
        let request = world.polling(try await world.device(approved: true))
        try world.outlive()
        return request
      }),
  ]

  @Test("no device starts where the registration does not allow it; the repair lets it start")
  func start() async throws {
    let world = try await World()
    try world.configure(Story.starting) { $0.deviceGrant = false }
    let request = world.form(.device, [:]).removing("grant_type")
    let records = world.portal.records.count
    let answer = try await world.service.startDevice(request, at: world.now)
    #expect(
      answer.reply
        == Reply(
          status: 400, error: "unauthorized_client",
          description: "Client is not allowed to initiate OAuth 2.0 Device Authorization Grant. "
            + "The flow is disabled for the client."))
    #expect(answer.verdict.failure?.found == .signOn(.deviceGrantOff(Story.starting)))
    #expect(world.portal.records.count == records)
    let repair = try #require(answer.verdict.repairs.first)
    for step in repair.steps { try world.perform(step.command, as: step.by) }
    #expect(try await world.service.startDevice(request, at: world.now).reply.status == 200)
  }
}

extension World {
  fileprivate func polling(_ code: String) -> TokenRequest {
    form(.device, ["device_code": code])
  }
}
