import PortalModel
import PortalTestSupport
import Testing

/// What comes with an application and goes with it.
@Suite struct ApplicationLifeTests {
  static let own = IdentityIdentifier(applicationIdentity: Story.frontEnd)

  @Test func theDefaultRoleComesWithIt() throws {
    let portal = try MemoryPortal.story(after: [Given(Story.bob, Name.application())])
    let roles = portal.facts.roles(of: Name.shop)
    #expect(roles.map(\.id) == [.defaultRole])
    #expect(roles.first?.required == true)
    #expect(roles.first?.appliesToAll == true)
    #expect(roles.first?.minimumLevel == .any)
    #expect(roles.first?.multifactor == false)
    let findings = try roleFindings(
      of: Story.jdoe, signedIn: SignIn(level: .any, multifactor: false), in: Name.shop,
      facts: portal.facts)
    #expect(findings.map(\.isGiven) == [true])
  }

  @Test func theActorOwnsIt() throws {
    let portal = try MemoryPortal.story()
    let later = Story.start.advanced(seconds: 60)
    try portal.perform(Name.application(), as: Story.bob, at: later)
    #expect(portal.facts.application(Name.shop)?.owner == Story.bob)
    #expect(portal.facts.application(Name.shop)?.createdAt == later)
    #expect(
      portal.facts.identity(IdentityIdentifier(applicationIdentity: Name.shop))?.kind
        == .application)
  }

  /// Permissions both ways, links, roles, registration with secret, memberships, own identity.
  @Test func everythingGoesWithIt() throws {
    let back = ExchangeDirection(source: Story.backEnd, target: Story.frontEnd)
    let portal = try MemoryPortal.story(
      after: [
        Name.asked, Name.granted,
        Given(Story.bob, .requestExchange(back, justification: "")),
        Given(Story.alice, .rejectExchange(back, reason: "No.")),
        Given(Story.bob, .requestExchange(back, justification: "")),
        Given(Story.bob, .addMember(.identity(Self.own), to: Name.users)),
        Given(Story.bob, .addMember(.identity(Self.own), to: Name.team)),
        Given(Story.alice, .editRegistration(Story.frontEnd, Name.form)),
      ])
    #expect(portal.facts.secret(of: Story.frontEnd) != nil)
    try portal.perform(.deleteApplication(Story.frontEnd), as: Story.alice, at: Story.start)
    let facts = portal.facts
    #expect(facts.application(Story.frontEnd) == nil)
    #expect(facts.registration(of: Story.frontEnd) == nil)
    #expect(facts.secret(of: Story.frontEnd) == nil)
    #expect(facts.roles(of: Story.frontEnd).isEmpty)
    #expect(facts.roleLinks(of: Story.frontEnd).isEmpty)
    #expect(facts.permissions(of: Story.frontEnd).isEmpty)
    #expect(facts.permissions(of: Story.backEnd).isEmpty)
    #expect(facts.identity(Self.own) == nil)
    #expect(facts.memberships(from: .identity(Self.own)).isEmpty)
    // Others keep what is theirs.
    #expect(facts.permission(Story.granted)?.state == .granted)
    #expect(facts.isMember(.identity(Story.jdoe), of: Name.users))
    #expect(facts.isMember(.group(Name.team), of: Name.admins))
    #expect(facts.roles(of: Story.backEnd).count == 1)
  }

  /// Rows that are pointed at go after those that point at them.
  @Test func childrenGoFirst() throws {
    let portal = try MemoryPortal.story(
      after: [Name.asked, Given(Story.bob, .addMember(.identity(Self.own), to: Name.users))])
    let changes = try decide(
      .deleteApplication(Story.frontEnd), as: Actor(identity: Story.alice), at: Story.start,
      facts: portal.facts)
    let ranks = changes.map { change in
      switch change {
      case .deletePermission, .deleteRoleLink, .deleteMember: 0
      case .deleteRole, .deleteRegistration: 1
      case .deleteApplication: 2
      case .deleteIdentity: 3
      default: 9
      }
    }
    let link = try #require(
      changes.lastIndex { if case .deleteRoleLink = $0 { true } else { false } })
    let role = try #require(changes.firstIndex { if case .deleteRole = $0 { true } else { false } })
    #expect(link < role)
    #expect(Array(ranks.suffix(2)) == [2, 3])
    #expect(!ranks.contains(9))
  }

  @Test func theIdentifierAndNameAreFreeAgain() throws {
    let portal = try MemoryPortal.story(after: [Given(Story.bob, Name.application())])
    try portal.perform(.deleteApplication(Name.shop), as: Story.bob, at: Story.start)
    try portal.perform(Name.application(), as: Story.jdoe, at: Story.start)
    #expect(portal.facts.application(Name.shop)?.owner == Story.jdoe)
  }

  @Test func aRegistrationTakesItsPermissionsWithItButNotTheRoles() throws {
    let portal = try MemoryPortal.story(after: [Name.granted])
    try portal.perform(.deleteRegistration(Story.backEnd), as: Story.bob, at: Story.start)
    #expect(portal.facts.permissions(of: Story.backEnd).isEmpty)
    #expect(portal.facts.secret(of: Story.backEnd) == nil)
    #expect(portal.facts.roles(of: Story.backEnd).map(\.id) == [Story.backendUser])
  }

  @Test func theHomePageIsTheBaseURLWhereNoneIsGiven() throws {
    var form = Name.form
    form.baseURL = ""
    let portal = try MemoryPortal.story(
      after: [
        Given(Story.bob, Name.application(homePage: "https://home.example", registration: form))
      ])
    #expect(portal.facts.registration(of: Name.shop)?.baseURL == "https://home.example")
  }
}
