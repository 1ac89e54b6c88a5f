import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

@Suite("Signing in (L1 to L3)")
struct SignInTests {
  /// One refusal, how to come to it, and how many ways lead out of it.
  struct Row: Sendable {
    var check: CheckIdentifier
    var repairs: Int
    var login = SignIn(level: .cern, multifactor: false)
    var identity = Story.jdoe
    var client = Story.frontEnd
    var finding: @Sendable (Finding) -> Bool
    var arrange: @Sendable (World) throws -> Void = { _ in }
  }

  static let needed = Role(
    application: Story.frontEnd, id: RoleIdentifier(trusted: "needed"), name: "Needed",
    required: true, multifactor: true, minimumLevel: .cern)

  static let rows: [Row] = [
    Row(
      check: .signInClient, repairs: 0, client: ApplicationIdentifier(trusted: "nothing"),
      finding: { $0 == .clientUnknown("nothing") }),
    Row(
      check: .signInClient, repairs: 1, finding: { $0 == .notRegistered(Story.frontEnd) },
      arrange: { try $0.perform(.deleteRegistration(Story.frontEnd), as: Story.alice) }),
    Row(
      check: .signInClient, repairs: 1,
      finding: { $0 == .clientDisabled(Story.frontEnd, blocked: true) },
      arrange: {
        try $0.perform(.blockApplication(Story.frontEnd, blocked: true), as: Story.alice)
      }),
    Row(
      check: .signInClient, repairs: 1,
      finding: { $0 == .clientDisabled(Story.frontEnd, blocked: false) },
      arrange: { try $0.configure(Story.frontEnd) { $0.enabled = false } }),
    Row(
      check: .signInIdentity, repairs: 0, identity: IdentityIdentifier(trusted: "nobody"),
      finding: { $0 == .identity(IdentityIdentifier(trusted: "nobody"), disabled: false) }),
    Row(
      check: .signInIdentity, repairs: 1, finding: { $0 == .identity(Story.jdoe, disabled: true) },
      arrange: { try $0.perform(.enableIdentity(Story.jdoe, enabled: false), as: Story.jdoe) }),
    // No group is linked: one is made.
    Row(
      check: .signInRoles, repairs: 1, finding: missing(obstacles: 2),
      arrange: { try $0.perform(.defineRole(needed), as: Story.alice) }),
    // A group is linked, and the login has neither the level nor the second factor.
    Row(
      check: .signInRoles, repairs: 1, login: SignIn(level: .guest, multifactor: false),
      finding: missing(obstacles: 3),
      arrange: { world in
        try world.perform(.defineRole(needed), as: Story.alice)
        try world.perform(
          .createGroup(Group(id: GroupIdentifier(trusted: "staff"), displayName: "Staff")),
          as: Story.alice)
        try world.perform(
          .linkGroup(
            RoleLink(
              application: Story.frontEnd, role: needed.id,
              group: GroupIdentifier(trusted: "staff"))), as: Story.alice)
      }),
    // Only the login stands in the way.
    Row(
      check: .signInRoles, repairs: 2, finding: missing(obstacles: 1),
      arrange: { world in
        var role = needed
        role.appliesToAll = true
        try world.perform(.defineRole(role), as: Story.alice)
      }),
  ]

  private static func missing(obstacles: Int) -> @Sendable (Finding) -> Bool {
    {
      if case .requiredRolesMissing(let roles) = $0 {
        roles.map(\.obstacles.count) == [obstacles]
      } else {
        false
      }
    }
  }

  @Test("is refused with its finding, writes nothing, and each repair turns it", arguments: rows)
  func refused(row: Row) async throws {
    for index in -1..<row.repairs {
      let world = try await World()
      try row.arrange(world)
      let answer = try await world.signIn(row.identity, to: row.client, as: row.login)
      let failure = try #require(answer.verdict.failure)
      #expect(failure.id == row.check)
      #expect(row.finding(try #require(failure.found)), "\(failure)")
      #expect(answer.tokens.isEmpty)
      #expect(world.portal.records.isEmpty)
      #expect(answer.verdict.repairs.count == row.repairs)
      guard index >= 0 else { continue }
      let repair = answer.verdict.repairs[index]
      for step in repair.steps { try world.perform(step.command, as: step.by) }
      let login = repair.request == nil ? row.login : SignIn(level: .cern, multifactor: true)
      let again = try await world.signIn(row.identity, to: row.client, as: login)
      #expect(again.verdict.checks.first { $0.id == row.check }?.outcome == .passed)
    }
  }

  @Test("begins a session, with its tokens")
  func accepted() async throws {
    let world = try await World()
    let answer = try await world.signIn()
    let session = try #require(answer.session)
    #expect(answer.tokens.map(\.kind) == [.access, .refresh, .id])
    #expect(answer.tokens.allSatisfy { $0["sid"]?.string == session.id })
    #expect(answer.roles.map(\.role) == [Story.administrator, Story.frontendUser])
    #expect(
      world.portal.records == [
        .userSession(session),
        .clientSession(
          ClientSession(session: session.id, client: Story.frontEnd, startedAt: world.now)),
      ])
    #expect(answer.verdict.checks.map(\.outcome) == [.passed, .passed, .passed])
  }

  @Test("skips a session identifier that is taken")
  func takenIdentifier() async throws {
    let world = try await World()
    let first = try await world.signIn().session
    let same = TokenService(keys: world.keys, store: world.portal, identifiers: .seeded(1))
    let second = try await same.signIn(
      Story.jdoe, as: SignIn(level: .cern, multifactor: false), to: Story.frontEnd, at: world.now
    ).session
    #expect(first?.id != second?.id)
  }
}
