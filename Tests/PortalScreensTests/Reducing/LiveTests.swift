import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// What somebody else changes while one looks or types.
@Suite struct LiveTests {
  @Test func aChangeIsMarkedForAMomentAndThePlaceIsKept() async throws {
    let stage = try await Stage.story()
    try await stage.press("Tab ↓ ↓")
    let selected = stage.frame.cursor
    try stage.portal.perform(
      .registerApplication(
        ApplicationForm(id: ApplicationIdentifier(trusted: "aaa-first"), name: "First")),
      as: Story.bob, at: Story.start)
    await stage.act(.portalChanged)
    #expect(stage.text.contains(" *aaa-first"))
    #expect(stage.message.contains("Changed just now"))
    #expect(stage.frame.cursor.row == selected.row + 1)
    guard case .applications(let list) = stage.state.screen else { return }
    #expect(list.selected?.id == Story.starting)
    #expect(stage.state.nextChangeOfLook == stage.now.advanced(seconds: Marks.moment))
    let later = stage.now.advanced(seconds: Marks.moment)
    _ = reduce(&stage.state, .event(.wake), World(now: later))
    #expect(!render(stage.state, now: later).text.contains("*aaa"))
    #expect(stage.state.nextChangeOfLook == nil)
  }

  @Test func onesOwnChangesAreNotMarked() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎ ⏎")
    #expect(stage.state.marks.things.isEmpty)
    try stage.portal.perform(
      .approveExchange(Story.direction), as: Story.bob, at: Story.start)
    await stage.act(.portalChanged)
    #expect(stage.text.contains("▸*back-end-api"))
    try await stage.press("↓")
    #expect(!stage.text.contains("*back-end-api"))
  }

  @Test func typedTextStaysAndTheFormSaysThatItsSubjectIsGone() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] ] n")
    try await stage.type("viewer")
    try stage.portal.perform(
      .deleteApplication(Story.frontEnd), as: Story.alice, at: Story.start)
    await stage.act(.portalChanged)
    #expect(stage.text.contains("viewer"))
    #expect(stage.message.contains("front-end-app was deleted meanwhile"))
  }

  @Test func aFormSaysThatItsSubjectWasChanged() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] ] n")
    try stage.portal.perform(
      .blockApplication(Story.frontEnd, blocked: true), as: Story.alice, at: Story.start)
    await stage.act(.portalChanged)
    #expect(stage.message.contains("front-end-app was changed meanwhile"))
  }

  @Test func aRejectionSaysThatSomebodyElseHasDecided() async throws {
    let portal = try MemoryPortal.story()
    try portal.perform(
      .requestExchange(Story.direction, justification: "please"), as: Story.alice,
      at: Story.start)
    let stage = try await Stage(portal, as: Story.bob)
    try await stage.press("2 x")
    try await stage.type("not now")
    try portal.perform(.approveExchange(Story.direction), as: Story.bob, at: Story.start)
    await stage.act(.portalChanged)
    #expect(stage.message.contains("Meanwhile the permission of front-end-app"))
    #expect(stage.message.contains("granted by bob"))
    #expect(stage.text.contains("not now"))
  }
}
