import PortalModel
import PortalTestSupport
import Testing

@Suite struct ScenarioLoadTests {
  static let small = ScenarioScript(
    name: "small",
    steps: [
      .init(identity: Story.bob, command: .createIdentity(Name.person(Story.bob))),
      .init(
        identity: Story.bob, command: Name.application(), at: Story.start.advanced(seconds: -60)),
    ])

  @Test func everythingBeforeIsGone() throws {
    let portal = try MemoryPortal.story()
    try portal.perform(.loadScenario(Self.small), as: Name.nobody, at: Story.start)
    #expect(portal.facts.application(Story.frontEnd) == nil)
    #expect(portal.facts.identity(Story.alice) == nil)
    #expect(portal.facts.group(Name.users) == nil)
    #expect(portal.facts.permission(Story.granted) == nil)
    #expect(portal.facts.application(Name.shop)?.createdAt == Story.start.advanced(seconds: -60))
  }

  @Test func aRefusedStepLeavesEverythingAsItWas() throws {
    let portal = try MemoryPortal.story()
    var script = Self.small
    script.steps.append(.init(identity: Story.bob, command: .deleteApplication(Name.nowhere)))
    #expect(throws: Refusal.scenarioStep(3, .unknownApplication(Name.nowhere))) {
      try portal.perform(.loadScenario(script), as: Story.alice, at: Story.start)
    }
    #expect(portal.facts.application(Story.frontEnd) != nil)
    #expect(portal.facts.application(Name.shop) == nil)
  }
}
