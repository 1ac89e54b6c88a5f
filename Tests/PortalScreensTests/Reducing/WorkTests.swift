import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// What takes long says so, shows for how long, and can be cancelled; results stay readable.
@Suite struct WorkTests {
  @Test func itSaysWhatItDoesThenForHowLongAndHowToEndIt() async throws {
    let stage = try await Stage.story()
    stage.state.note(work: Work(what: "Searching", milliseconds: 90))
    #expect(stage.message == "… Searching…")
    stage.state.note(work: Work(what: "Searching", milliseconds: 1_240))
    #expect(stage.message == "… Searching, 1.2 s; Esc cancels")
    stage.state.note(work: nil)
    #expect(!stage.message.contains("Searching"))
  }

  @Test func escapeEndsWhatTakesLongAndNothingElse() async throws {
    let stage = try await Stage.story()
    try await stage.press("4")
    stage.state.note(work: Work(what: "Exchanging the token", milliseconds: 300))
    try await stage.press("1")
    #expect(stage.state.section == .applications && stage.terminalEffects.isEmpty)
    stage.state.note(work: Work(what: "Exchanging the token", milliseconds: 700))
    try await stage.press("Esc")
    #expect(stage.terminalEffects == [.cancel])
    #expect(stage.message.contains("being cancelled"))
    stage.state.note(work: nil)
    await stage.act(.cancelled("Exchanging the token"))
    #expect(stage.message.contains("Exchanging the token: cancelled; nothing was changed"))
  }

  @Test func aCancelledExchangeAndSearchAreOver() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] ] w")
    guard case .holders(var holders) = stage.state.screen else { return }
    holders.isDone = false
    stage.state.screen = .holders(holders)
    if case .exchange(var exchange) = stage.state.stacks[.exchange]?.first {
      exchange.isRunning = true
      stage.state.stacks[.exchange] = [.exchange(exchange)]
    }
    await stage.act(.cancelled("Looking who has the role"))
    #expect(stage.text.contains("stopped:"))
    guard case .exchange(let exchange) = stage.state.stacks[.exchange]?.first else { return }
    #expect(!exchange.isRunning)
  }

  @Test func aResultStaysWhileSomebodyOnlyMoves() async throws {
    let stage = try await Stage.story()
    try await stage.press("Tab z ↓ ↓ PgUp")
    #expect(stage.message.contains("Undone") || stage.message.contains("Taken back"))
    try await stage.press("o")
    #expect(stage.message.contains("Sorted"))
  }

  @Test func aRefusalIsFoldedByMovingAndKeepsItsRepair() async throws {
    let stage = try await Stage.story()
    await stage.act(
      .performed(
        .deleteApplication(Story.backEnd), as: Story.alice,
        outcome: .refused(
          .notManager(
            Story.backEnd, actor: Story.alice,
            managers: Managers(owner: Story.bob, administrators: nil)))))
    #expect(stage.text.contains("F4"))
    let whole = stage.message
    try await stage.press("↓")
    #expect(whole.count > stage.message.count && stage.message.contains("F4 repair"))
  }

  @Test(arguments: [
    Effect.load(.waiting(Story.alice)), .load(.story),
    .perform(.regenerateSecret(Story.frontEnd), as: Story.alice),
    .performAll([]), .rewind(.redo, as: Story.alice), .serve(true, elsewhere: nil),
  ])
  func everyEffectSaysWhatItDoes(_ effect: Effect) {
    #expect(effect.doing.count > 8 && effect.doing.last != ".")
  }
}
