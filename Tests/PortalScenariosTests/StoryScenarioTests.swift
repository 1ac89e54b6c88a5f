import PortalModel
import PortalScenarios
import PortalTestSupport
import Testing

/// The world that the Token Exchange page needs, as it is on first start.
@Suite struct StoryScenarioTests {
  let portal: MemoryPortal

  init() throws {
    portal = try MemoryPortal.loading(try EmbeddedScenarioTests.scenario("token-exchange"))
  }

  @Test func ownersAndKinds() throws {
    let facts = portal.facts
    #expect(facts.application(Story.frontEnd)?.owner == Story.alice)
    #expect(facts.registration(of: Story.frontEnd)?.kind == .public)
    #expect(facts.application(Story.backEnd)?.owner == Story.bob)
    #expect(facts.registration(of: Story.backEnd)?.kind == .confidential)
    let service = ApplicationIdentifier(trusted: "authorization-service-api")
    let owner = try #require(facts.application(service)?.owner)
    #expect(![Story.alice, Story.bob, Story.carol, Story.dave].contains(owner))
  }

  @Test(arguments: [
    (Story.frontEnd, [Story.administrator, Story.frontendUser]),
    (Story.backEnd, [Story.backendUser]),
  ])
  func jdoeIsGivenTheRoles(
    application: ApplicationIdentifier, roles: [RoleIdentifier]
  ) throws {
    let jdoe = try #require(portal.facts.identity(Story.jdoe))
    let findings = try roleFindings(
      of: jdoe.id, signedIn: jdoe.defaultSignIn, in: application, facts: portal.facts)
    #expect(findings.map(\.role) == roles)
    #expect(findings.allSatisfy { $0.isGiven })
    #expect(!findings.contains { $0.source == .appliesToAll })
  }

  @Test func oneOfTheRolesComesThroughANestedGroup() throws {
    let findings = try roleFindings(
      of: Story.jdoe, signedIn: SignIn(level: .cern, multifactor: false), in: Story.frontEnd,
      facts: portal.facts)
    let administrator = try #require(findings.first { $0.role == Story.administrator })
    #expect(
      administrator.source
        == .group(path: ["web-team", "frontend-admins"].map(GroupIdentifier.init(trusted:))))
  }

  @Test func onlyThePagesOwnCommandIsGranted() {
    #expect(portal.facts.permission(Story.direction) == nil)
    let back = ExchangeDirection(source: Story.backEnd, target: Story.frontEnd)
    #expect(portal.facts.permission(back) == nil)
    #expect(portal.facts.permission(Story.granted)?.state == .granted)
    #expect(portal.facts.secret(of: Story.starting) == "SECRET")
  }

  @Test(arguments: [Story.alice, Story.bob]) func nobodyWaits(person: IdentityIdentifier) throws {
    for round in portal.contents.permissions where round.state == .pending {
      for id in [round.direction.source, round.direction.target] {
        let application = try #require(portal.facts.application(id))
        #expect(try !manages(person, application, facts: portal.facts))
      }
    }
  }

  @Test func aliceAndBobManageNothingOfEachOther() throws {
    let front = try #require(portal.facts.application(Story.frontEnd))
    let back = try #require(portal.facts.application(Story.backEnd))
    #expect(try !manages(Story.bob, front, facts: portal.facts))
    #expect(try !manages(Story.alice, back, facts: portal.facts))
  }

  @Test func theWorldIsWorthSearching() {
    let contents = portal.contents
    #expect(contents.applications.count >= 30)
    #expect(contents.identities.count { $0.kind != .application } >= 36)
    #expect(contents.groups.count >= 20)
    #expect(Set(contents.identities.map(\.kind)) == Set(AccountKind.allCases))
    #expect(Set(contents.permissions.map(\.state)) == Set(ExchangePermission.State.allCases))
    #expect(Set(contents.permissions.map(\.origin)) == Set(ExchangePermission.Origin.allCases))
    #expect(Set(contents.roles.map(\.minimumLevel)) == Set(LevelOfAssurance.allCases))
    #expect(contents.roles.contains { $0.multifactor })
  }

  @Test func agesCountFromTheMomentOfLoading() throws {
    let round = try #require(portal.facts.permission(Story.granted))
    #expect(round.openedAt == Story.start.advanced(seconds: -110 * 86_400))
    #expect(round.decidedAt == Story.start.advanced(seconds: -109 * 86_400))
    let application = try #require(portal.facts.application(Story.frontEnd))
    #expect(application.createdAt == Story.start.advanced(seconds: -40 * 86_400))
  }
}
