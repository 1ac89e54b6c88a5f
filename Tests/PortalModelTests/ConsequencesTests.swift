import PortalModel
import PortalTestSupport
import Testing

/// The question before a command says what goes with it.
@Suite struct ConsequencesTests {
  private func consequences(
    of command: PortalCommand, by who: IdentityIdentifier, after before: [Given] = []
  ) throws -> Consequences {
    let portal = try MemoryPortal.story(after: before)
    return Consequences(
      of: try decide(command, as: Actor(identity: who), at: Story.start, facts: portal.facts))
  }

  @Test func anApplicationTakesRolesRegistrationAndPermissionsBothWays() throws {
    let back = ExchangeDirection(source: Story.backEnd, target: Story.frontEnd)
    let found = try consequences(
      of: .deleteApplication(Story.frontEnd), by: Story.alice,
      after: [
        Name.asked, Given(Story.bob, .rejectExchange(Story.direction, reason: "No.")), Name.asked,
        Given(Story.alice, .grantExchange(back)),
      ])
    #expect(found.roles == [Story.administrator, Story.frontendUser])
    #expect(found.registrations == [Story.frontEnd])
    #expect(Set(found.permissions) == [Story.direction, back] && found.permissions.count == 2)
    #expect(found.applications == [Story.frontEnd])
    #expect(found.identities == [IdentityIdentifier(applicationIdentity: Story.frontEnd)])
  }

  @Test func aGroupTakesLinksAndMemberships() throws {
    let found = try consequences(of: .deleteGroup(Name.admins), by: Story.bob)
    #expect(found.roleLinks == [Name.link(Story.administrator, Name.admins)])
    #expect(found.memberships == [Membership(member: .group(Name.team), group: Name.admins)])
  }

  @Test func whoLeavesPassesOnOrBlocks() throws {
    let found = try consequences(
      of: .departIdentity(Story.jdoe), by: Story.bob,
      after: [OwnershipCases.new, OwnershipCases.bobSupervises])
    #expect(found.changedApplications.map(\.owner) == [Story.bob])
    #expect(found.changedIdentities.map(\.enabled) == [false])
    #expect(found.roles.isEmpty && found.permissions.isEmpty)
  }
}
