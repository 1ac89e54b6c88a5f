import PortalModel
import PortalTestSupport
import Testing

@Suite("The portal in memory")
struct MemoryPortalTests {
  @Test("The story stands, step by step or as a scenario")
  func story() throws {
    let stepped = try MemoryPortal.story()
    let loaded = MemoryPortal()
    try loaded.perform(.loadScenario(Story.script), as: Story.alice, at: Story.start)
    for facts in [stepped.facts, loaded.facts] {
      #expect(
        facts.roles(of: Story.frontEnd).map(\.id) == [Story.administrator, Story.frontendUser])
      #expect(facts.roles(of: Story.backEnd).map(\.id) == [Story.backendUser])
      #expect(facts.roles(of: Story.target).map(\.id) == [.defaultRole])
      #expect(facts.permission(Story.direction) == nil)
      #expect(facts.permission(Story.granted)?.state == .granted)
    }
    #expect(stepped.facts.secret(of: Story.starting) == "SECRET")
    #expect(stepped.facts.secret(of: Story.frontEnd) == nil)
  }

  @Test("A scenario that is refused leaves the portal as it was")
  func refusedScenario() throws {
    let portal = try MemoryPortal.story()
    let step = ScenarioScript.Step(
      identity: Story.alice, command: .approveExchange(Story.direction))
    #expect(throws: Refusal.self) {
      try portal.perform(
        .loadScenario(ScenarioScript(name: "bad", steps: [step])), as: Story.alice, at: Story.start)
    }
    #expect(portal.facts.application(Story.frontEnd) != nil)
  }
}
