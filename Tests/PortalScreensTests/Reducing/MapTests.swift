import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct MapTests {
  /// front-end-app → back-end-api → target-client, the last pending; starting-client → target-client.
  static func chain(columns: Int = 80, rows: Int = 24) async throws -> Stage {
    let portal = try MemoryPortal.story()
    let onward = ExchangeDirection(source: Story.backEnd, target: Story.target)
    try portal.perform(.grantExchange(Story.direction), as: Story.bob, at: Story.start)
    try portal.perform(
      .requestExchange(onward, justification: "to pass on"), as: Story.bob, at: Story.start)
    return try await Stage(portal, columns: columns, rows: rows)
  }

  @Test func theMatrixNamesEveryStateWithAWord() async throws {
    let stage = try await Self.chain()
    try await stage.press("5")
    #expect(stage.text.contains("● granted"))
    #expect(stage.text.contains("◌ pending"))
    #expect(stage.text.contains("Paths of a token of back-end-api"))
  }

  @Test func openingACellLeadsToItsPermission() async throws {
    let stage = try await Self.chain()
    try await stage.press("5 Down ⏎")
    #expect(stage.text.contains("Allowed permissions"))
    #expect(stage.text.contains("▸ back-end-api"))
  }

  @Test func anEmptyCellSaysWhatFillsIt() async throws {
    let stage = try await Self.chain()
    try await stage.press("5 Down → ⏎")
    #expect(stage.message.contains("r requests it"))
  }

  @Test func pathsAreFollowedHopByHop() async throws {
    let stage = try await Self.chain()
    try await stage.press("5 Down Tab")
    #expect(stage.text.contains("→ back-end-api"))
    #expect(stage.text.contains("  → target-client"))
    try await stage.press("/")
    try await stage.type("starting-client")
    try await stage.press("⏎")
    #expect(stage.text.contains("FROM starting-client"))
    try await stage.press("⏎")
    #expect(stage.text.contains("Application: starting-client"))
  }

  @Test func aPublicClientCannotPassATokenOn() throws {
    let facts = try MemoryPortal.story().facts
    let publicClient = facts.application(Story.frontEnd).map {
      (application: $0, registration: facts.registration(of: Story.frontEnd))
    }
    let target = facts.application(Story.backEnd).map {
      (application: $0, registration: facts.registration(of: Story.backEnd))
    }
    func obstacle(_ depth: Int) -> PathHop.Obstacle? {
      PathHop.Obstacle(
        Story.direction, depth: depth, isCut: false, source: publicClient, target: target)
    }
    #expect(obstacle(0) == nil)
    #expect(obstacle(1) == .publicSource)
  }

  @Test func findingATargetMovesTheColumns() async throws {
    let stage = try await Self.chain()
    try await stage.press("5 c")
    try await stage.type("target-client")
    try await stage.press("⏎")
    guard case .map(let map) = stage.state.screen else {
      Issue.record("not on the map")
      return
    }
    #expect(map.target == Story.target)
  }

  @Test func anEmptyMapSaysWhatItIsFor() async throws {
    let portal = MemoryPortal()
    for step in Story.steps.prefix(8) {
      try portal.perform(step.command, as: step.identity, at: Story.start)
    }
    let stage = try await Stage(portal)
    try await stage.press("5")
    #expect(stage.text.contains("Nobody may exchange toward anybody yet"))
  }
}
