import PortalModel
import PortalTestSupport
import Testing

@testable import PortalScreens

/// What an exchange gave does not stand there as if it were so still.
@Suite struct OvertakenExchangeTests {
  @Test func aChangeOvertakesTheOutcome() async throws {
    let stage = try await Stage.story(columns: 120, rows: 40)
    try await stage.take(GoldenTests.toExchange)
    #expect(!stage.text.contains("runs it anew"))
    try await stage.press("1 Tab")
    await stage.act(
      .performed(
        .enableIdentity(Story.bob, enabled: true), as: Story.alice,
        outcome: .done(PerformedNote(target: nil, round: nil))))
    try await stage.press("4")
    #expect(stage.text.contains("⏎ runs it anew"))
    try await stage.press("⏎")
    #expect(!stage.text.contains("runs it anew"))
  }

  @Test func aPermissionGivenAfterARestartIsTheNextPair() async throws {
    let stage = try await Stage.story()
    stage.state.recall(Memory(text: "from back-end-api\nto front-end-app\n"))
    let given = ExchangeDirection(source: Story.frontEnd, target: Story.backEnd)
    await stage.act(
      .performed(
        .grantExchange(given), as: Story.bob,
        outcome: .done(PerformedNote(target: nil, round: nil))))
    try await stage.press("4")
    #expect(stage.exchange?.source == given.source && stage.exchange?.target == given.target)
  }

  @Test func whatWasChosenByHandStays() async throws {
    let stage = try await Stage.story()
    try await stage.take(["4", "Tab Tab Space", "'back-end'", "⏎"])
    await stage.act(
      .performed(
        .grantExchange(ExchangeDirection(source: Story.frontEnd, target: Story.backEnd)),
        as: Story.bob, outcome: .done(PerformedNote(target: nil, round: nil))))
    try await stage.press("1 4")
    #expect(stage.exchange?.source == Story.backEnd)
  }

  @Test func theKeyOfTheSectionLeadsToItsBeginning() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ t 1")
    #expect(stage.state.breadcrumb == ["Applications"])
  }

  @Test func aRefusalsRepairStaysWithItsScreen() async throws {
    let stage = try await Stage.story(as: Story.jdoe)
    await stage.refuseBlocking()
    #expect(stage.state.refused != nil)
    try await stage.press("3")
    #expect(stage.state.refused == nil)
  }
}
