import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct RequestDetailTests {
  private func asked() async throws -> Stage {
    let portal = try MemoryPortal.story()
    try portal.perform(
      .requestExchange(Story.direction, justification: "to show reports"), as: Story.alice,
      at: Story.start)
    return try await Stage(portal, as: Story.bob, columns: 100, rows: 40)
  }

  @Test func detailsSayWhoWhyAndWhatUsersWouldGet() async throws {
    let stage = try await asked()
    try await stage.press("2 ⏎")
    #expect(stage.text.contains("alice (Alice Martin)"))
    #expect(stage.text.contains("to show reports"))
    #expect(stage.text.contains("It is a public client"))
    #expect(stage.text.contains("backend_user  members of backend-users"))
  }

  @Test func theMailGoesToWhoeverHasToActNext() async throws {
    let stage = try await asked()
    try await stage.press("2 m")
    #expect(stage.text.contains("To:      Bob Rossi <bob.rossi@cern.ch>"))
    try await stage.press("Esc x")
    try await stage.type("not yet")
    try await stage.press("⏎ m")
    #expect(stage.text.contains("To:      Alice Martin <alice.martin@cern.ch>"))
    #expect(stage.text.contains("Reason: not yet"))
  }

  @Test func askingAgainTellsOfTheRoundsBefore() async throws {
    let stage = try await asked()
    try stage.portal.perform(
      .rejectExchange(Story.direction, reason: "no"), as: Story.bob, at: Story.start)
    try stage.portal.perform(
      .requestExchange(Story.direction, justification: "please"), as: Story.alice, at: Story.start)
    await stage.act(.portalChanged)
    try await stage.press("2 ⏎")
    #expect(stage.text.contains("1 earlier round"))
    try await stage.press("Esc v")
    #expect(stage.text.contains("Round 2"))
    #expect(stage.text.contains("Round 1"))
  }
}
