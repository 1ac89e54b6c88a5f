import PortalModel
import PortalTestSupport
import Testing

@Suite struct RoleFindingTests {
  static let strong = SignIn(level: .cern, multifactor: true)
  static let users = GroupIdentifier(trusted: "backend-users")
  static let team = GroupIdentifier(trusted: "web-team")
  static let admins = GroupIdentifier(trusted: "frontend-admins")
  static let probe = RoleIdentifier(trusted: "probe")

  struct Case: Sendable {
    var role: Role
    var links: [GroupIdentifier]
    var signIn = strong
    var source: RoleFinding.Source?
    var obstacles: [RoleFinding.Obstacle] = []
  }

  private static func role(
    _ level: LevelOfAssurance = .any, multifactor: Bool = false, all: Bool = false
  ) -> Role {
    Role(
      application: Story.backEnd, id: probe, name: "Probe", multifactor: multifactor,
      appliesToAll: all, minimumLevel: level)
  }

  static let cases: [Case] = [
    Case(role: role(), links: [], source: nil, obstacles: [.notInLinkedGroup([])]),
    Case(role: role(), links: [users], source: .group(path: [users])),
    Case(role: role(), links: [admins], source: .group(path: [team, admins])),
    Case(role: role(), links: [admins, users], source: .group(path: [users])),
    Case(role: role(all: true), links: [], source: .appliesToAll),
    Case(role: role(all: true), links: [users], source: .appliesToAll),
    Case(
      role: role(.cern), links: [users], signIn: SignIn(level: .edugainSirtfi, multifactor: true),
      source: .group(path: [users]), obstacles: [.level(needed: .cern, had: .edugainSirtfi)]),
    Case(
      role: role(.guest), links: [users], signIn: SignIn(level: .guest, multifactor: false),
      source: .group(path: [users])),
    Case(
      role: role(multifactor: true), links: [users],
      signIn: SignIn(level: .cern, multifactor: false), source: .group(path: [users]),
      obstacles: [.secondFactor]),
    Case(role: role(multifactor: true), links: [users], source: .group(path: [users])),
    Case(
      role: role(.social, multifactor: true, all: true), links: [],
      signIn: SignIn(level: .any, multifactor: false), source: .appliesToAll,
      obstacles: [.level(needed: .social, had: .any), .secondFactor]),
    Case(
      role: role(.cern, multifactor: true), links: [GroupIdentifier(trusted: "outsiders")],
      signIn: SignIn(level: .any, multifactor: false), source: nil,
      obstacles: [
        .notInLinkedGroup([GroupIdentifier(trusted: "outsiders")]),
        .level(needed: .cern, had: .any), .secondFactor,
      ]),
  ]

  @Test(arguments: cases.indices) func isFound(index: Int) throws {
    let expected = Self.cases[index]
    let portal = try MemoryPortal.story()
    try portal.perform(
      .createGroup(Group(id: GroupIdentifier(trusted: "outsiders"), displayName: "")),
      as: Story.bob, at: Story.start)
    try portal.perform(.defineRole(expected.role), as: Story.bob, at: Story.start)
    for group in expected.links {
      let link = RoleLink(application: Story.backEnd, role: Self.probe, group: group)
      try portal.perform(.linkGroup(link), as: Story.bob, at: Story.start)
    }
    let findings = try roleFindings(
      of: Story.jdoe, signedIn: expected.signIn, in: Story.backEnd, facts: portal.facts)
    let finding = try #require(findings.first { $0.role == Self.probe })
    #expect(finding.source == expected.source)
    #expect(finding.obstacles == expected.obstacles)
    #expect(finding.isGiven == expected.obstacles.isEmpty)
  }

  @Test func onlyTheRolesOfTheApplicationAreFound() throws {
    let portal = try MemoryPortal.story()
    let findings = try roleFindings(
      of: Story.jdoe, signedIn: Self.strong, in: Story.frontEnd, facts: portal.facts)
    #expect(findings.map(\.role) == [Story.administrator, Story.frontendUser])
    #expect(findings.allSatisfy { $0.application == Story.frontEnd })
  }

  @Test func whoIsInNoGroupIsGivenOnlyWhatAppliesToAll() throws {
    let portal = try MemoryPortal.story()
    let given = try [Story.frontEnd, Story.backEnd, Story.target].map { application in
      try roleFindings(
        of: Story.bob, signedIn: Self.strong, in: application, facts: portal.facts
      ).filter(\.isGiven).map(\.role)
    }
    #expect(given == [[], [], [.defaultRole]])
  }

  @Test func anUnknownApplicationHasNoRoles() throws {
    let findings = try roleFindings(
      of: Story.jdoe, signedIn: Self.strong, in: ApplicationIdentifier(trusted: "nowhere"),
      facts: try MemoryPortal.story().facts)
    #expect(findings.isEmpty)
  }
}
