import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("The password grant (P)")
struct PasswordGrantTests {
  @Test("refuses as the reference page says, and each repair turns it", arguments: rows)
  func refused(row: RefusalCase) async throws { try await row.run() }

  private static func row(
    _ name: String, _ check: CheckIdentifier, _ reply: Reply, repairs: Int = 1,
    finding: @escaping @Sendable (Finding) -> Bool,
    arrange: @escaping @Sendable (inout World) async throws -> TokenRequest
  ) -> RefusalCase {
    RefusalCase(
      name, check, reply, repairs: repairs, order: PasswordGrant.order, finding: finding,
      arrange: arrange)
  }

  static let rows = [
    row(
      "P1", .passwordAllowed,
      Reply(
        status: 400, error: "unauthorized_client",
        description: "Client not allowed for direct access grants"),
      finding: { $0 == .signOn(.passwordGrantOff(Story.starting)) },
      arrange: { $0.login("jdoe", "jdoe") }),
    row(
      "P2 another password", .passwordRight,
      Reply(status: 401, error: "invalid_grant", description: "Invalid user credentials"),
      finding: { $0 == .signOn(.passwordWrong("jdoe")) },
      arrange: { world in
        try world.allowPassword()
        return world.login("jdoe", "guess")
      }),
    row(
      "P3 nobody", .passwordAccount,
      Reply(status: 401, error: "invalid_grant", description: "Invalid user credentials"),
      repairs: 0, finding: { $0 == .signOn(.passwordWrong("nobody")) },
      arrange: { world in
        try world.allowPassword()
        return world.login("nobody", "nobody")
      }),
    row(
      "P3 no login", .passwordAccount,
      Reply(status: 401, error: "invalid_request", description: "Missing parameter: username"),
      repairs: 0, finding: { $0 == .parameterMissing("username") },
      arrange: { world in
        try world.allowPassword()
        return world.login("jdoe", "jdoe").removing("username")
      }),
    row(
      "P3 an application's account", .passwordAccount,
      Reply(status: 401, error: "invalid_grant", description: "Invalid user credentials"),
      repairs: 0, finding: { $0 == .signOn(.passwordWrong("service-account-starting-client")) },
      arrange: { world in
        try world.allowPassword()
        return world.login(
          "service-account-starting-client", "service-account-starting-client")
      }),
    row(
      "P4", .passwordConsent,
      Reply(status: 400, error: "invalid_client", description: "Client requires user consent"),
      finding: { $0 == .targetSetting(Story.starting) },
      arrange: { world in
        try world.configure(Story.starting) {
          $0.directAccessGrants = true
          $0.consentRequired = true
        }
        return world.login("jdoe", "jdoe")
      }),
    row(
      "P3, whatever the password", .passwordAccount, .invalidGrant("Account disabled"),
      finding: { $0 == .identity(Story.jdoe, disabled: true) },
      arrange: { world in
        try world.allowPassword()
        try world.perform(.enableIdentity(Story.jdoe, enabled: false), as: Story.jdoe)
        return world.login("jdoe", "guess")
      }),
    row(
      "P3", .passwordAccount, .invalidGrant("Account disabled"),
      finding: { $0 == .identity(Story.jdoe, disabled: true) },
      arrange: { world in
        try world.allowPassword()
        try world.perform(.enableIdentity(Story.jdoe, enabled: false), as: Story.jdoe)
        return world.login("jdoe", "jdoe")
      }),
  ]

  @Test("gives the user's tokens where the registration allows it, and not once it does not")
  func granted() async throws {
    let world = try await World()
    try world.allowPassword()
    let request = world.login("jdoe", "jdoe")
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.reply.status == 200)
    #expect(answer.tokens.first?["sub"]?.string == "jdoe")
    #expect(answer.tokens.first?["azp"]?.string == "starting-client")
    try world.configure(Story.starting) { $0.directAccessGrants = false }
    let after = try await world.service.answer(request, at: world.now)
    #expect(after.verdict.failure?.id == .passwordAllowed)
  }
}

extension World {
  fileprivate func allowPassword() throws {
    try configure(Story.starting) { $0.directAccessGrants = true }
  }

  fileprivate func login(_ name: String, _ password: String) -> TokenRequest {
    form(.password, ["username": name, "password": password])
  }
}
