import PortalModel
import PortalTestSupport
import Testing

@testable import PortalTokens

/// One row of the table of rules about tokens: what is seen where the rule holds, and what where it says
/// no, each in a world of its own.
struct TokenRuleRow: Sendable {
  typealias Scene = @Sendable (inout World) async throws -> Bool

  var rule: String
  var holds: Scene
  var otherwise: Scene

  init(_ rule: String, _ holds: @escaping Scene, otherwise: @escaping Scene) {
    self.rule = rule
    self.holds = holds
    self.otherwise = otherwise
  }
}

/// Each rule of the book about tokens is seen to hold, and seen to say no.
@Suite("The book of rules, tokens")
struct TokenRuleTests {
  static let rows = TokenRuleRow.exchange + TokenRuleRow.roles + TokenRuleRow.claims

  @Test("Holds", arguments: rows.indices) func holds(index: Int) async throws {
    var world = try await World()
    #expect(try await Self.rows[index].holds(&world), "\(Self.rows[index].rule)")
  }

  @Test("Says no", arguments: rows.indices) func saysNo(index: Int) async throws {
    var world = try await World()
    #expect(try await Self.rows[index].otherwise(&world), "\(Self.rows[index].rule)")
  }

  @Test("Every rule has a row and every row a rule") func complete() {
    let rules = Set(PortalRule.all.filter { $0.area == .tokens }.map(\.id))
    let rows = Set(Self.rows.map(\.rule))
    #expect(rules.subtracting(rows) == [])
    #expect(rows.subtracting(rules) == [])
  }
}

extension World {
  /// What the story's request answers now, whether granted or not.
  func asked(
    signIn: SignIn = SignIn(level: .cern, multifactor: false), at later: Instant? = nil
  ) async throws -> TokenAnswer {
    let token = try #require(try await self.signIn(as: signIn).accessToken)
    return try await service.answer(request(token), at: later ?? now)
  }

  /// The roles of the story's exchanged token.
  func roles(_ signIn: SignIn = SignIn(level: .cern, multifactor: false)) async throws -> [String] {
    try #require(try await asked(signIn: signIn).tokens.first).roles
  }

  /// Changes the back end's role.
  func changeRole(_ change: (inout Role) -> Void) throws {
    var role = Role(application: Story.backEnd, id: Story.backendUser, name: "Backend user")
    change(&role)
    try perform(.editRole(role), as: Story.bob)
  }

  /// Adds a required role to an application of the story that nobody has.
  func require(_ name: String, of id: ApplicationIdentifier) throws {
    let role = Role(
      application: id, id: RoleIdentifier(trusted: name), name: name, required: true)
    try perform(.defineRole(role), as: try #require(portal.facts.application(id)).owner)
  }

  /// API access of `starting-client` toward the back end.
  func apiAccess() async throws -> TokenAnswer {
    try await service.answerAPIAccess(
      form(.service, ["audience": Story.backEnd.text]), at: now)
  }

  /// Ticks the box for tokens of its own.
  func tick() throws {
    try perform(
      .editRegistration(
        Story.starting,
        RegistrationForm(
          kind: .confidentialWithClientCredentials,
          redirectURIs: [RedirectURI(trusted: "https://starting-client.cern.ch/*")])),
      as: Story.carol)
  }
}
