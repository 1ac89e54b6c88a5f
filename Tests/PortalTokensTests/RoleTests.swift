import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("Roles before and after (§8.3)")
struct RoleTests {
  @Test("The story: both roles of the source before, the target's one after")
  func story() async throws {
    let world = try await World()
    let answer = try await world.exchanged()
    let roles = try #require(answer.roles)
    #expect(roles.before.application == Story.frontEnd)
    #expect(roles.before.inToken == ["administrator", "frontend_user"])
    #expect(roles.before.findings.allSatisfy { $0.isGiven })
    #expect(
      roles.before.findings.first?.source
        == .group(path: [
          GroupIdentifier(trusted: "web-team"), GroupIdentifier(trusted: "frontend-admins"),
        ]))
    #expect(roles.after?.application == Story.backEnd)
    #expect(roles.after?.inToken == ["backend_user"])
    #expect(
      roles.after?.findings.first?.source
        == .group(path: [GroupIdentifier(trusted: "backend-users")]))
  }

  @Test("A refused exchange still shows the roles before")
  func refused() async throws {
    let world = try await World()
    let answer = try await world.service.answer(
      world.request(try await world.token()), at: world.now)
    #expect(answer.roles?.before.inToken == ["administrator", "frontend_user"])
    #expect(answer.roles?.after == nil)
  }

  private func restricted(
    _ signIn: SignIn, _ change: (inout Role) -> Void
  ) async throws -> (roles: [String], finding: RoleFinding?, claims: JSONValue?) {
    let world = try await World()
    try world.grant()
    var role = Role(application: Story.backEnd, id: Story.backendUser, name: "Backend user")
    change(&role)
    try world.perform(.editRole(role), as: Story.bob)
    let token = try #require(try await world.signIn(as: signIn).accessToken)
    let answer = try await world.service.answer(world.request(token), at: world.now)
    return (
      answer.roles?.after?.inToken ?? [], answer.roles?.after?.findings.first,
      answer.tokens.first?["resource_access"]
    )
  }

  @Test("The level of assurance of the login decides, through the exchange")
  func level() async throws {
    let low = SignIn(level: .edugainSirtfi, multifactor: true)
    let withheld = try await restricted(low) { $0.minimumLevel = .cern }
    #expect(withheld.roles.isEmpty)
    #expect(withheld.claims == nil)
    #expect(withheld.finding?.obstacles == [.level(needed: .cern, had: .edugainSirtfi)])
    let given = try await restricted(SignIn(level: .cern, multifactor: false)) {
      $0.minimumLevel = .cern
    }
    #expect(given.roles == ["backend_user"])
  }

  @Test("So does the second factor")
  func secondFactor() async throws {
    let withheld = try await restricted(SignIn(level: .cern, multifactor: false)) {
      $0.multifactor = true
    }
    #expect(withheld.roles.isEmpty)
    #expect(withheld.finding?.obstacles == [.secondFactor])
    let given = try await restricted(SignIn(level: .cern, multifactor: true)) {
      $0.multifactor = true
    }
    #expect(given.roles == ["backend_user"])
  }

  @Test("A required role that is lacking is told, not asked for (portal.md §5.3)")
  func required() async throws {
    let world = try await World()
    try world.grant()
    let role = Role(
      application: Story.backEnd, id: RoleIdentifier(trusted: "needed"), name: "Needed",
      required: true)
    try world.perform(.defineRole(role), as: Story.bob)
    let answer = try await world.service.answer(
      world.request(try await world.token()), at: world.now)
    #expect(answer.reply.status == 200)
    #expect(
      answer.notes.contains {
        if case .requiredRolesMissing(let missing) = $0 {
          missing.map(\.role) == [role.id]
        } else {
          false
        }
      })
  }

  @Test("Full scope puts the roles of other applications in, and their names into aud")
  func fullScope() async throws {
    let world = try await World()
    try world.configure(Story.backEnd) { $0.fullScopeAllowed = true }
    let answer = try await world.exchanged()
    let token = try #require(answer.tokens.first)
    #expect(
      token["aud"]?.strings == [
        "front-end-app", "starting-client", "target-client", "back-end-api",
      ])
    #expect(token["resource_access"]?["front-end-app"]?["roles"]?.strings.count == 2)
    #expect(token.roles == ["backend_user"])
    #expect(answer.notes.contains(.fullScope(Story.backEnd)))
  }

  @Test("A token that came from an exchange shows its target's roles as those before")
  func chain() async throws {
    let world = try await World()
    let first = try #require(try await world.exchanged().tokens.first)
    try world.grant(ExchangeDirection(source: Story.backEnd, target: Story.target))
    let request = world.request(first.compact, by: Story.backEnd, toward: Story.target)
    let answer = try await world.service.answer(request, at: world.now)
    #expect(answer.reply.status == 200)
    #expect(answer.roles?.before.application == Story.backEnd)
    #expect(answer.roles?.before.inToken == ["backend_user"])
    #expect(answer.tokens.first?["azp"]?.string == "back-end-api")
    #expect(answer.tokens.first?["sid"] == first["sid"])
  }
}
