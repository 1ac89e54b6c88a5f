import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct PermissionTests {
  @Test func rejectingNeedsAReason() async throws {
    let stage = try await pendingSeenByBob()
    try await stage.press("x ⏎")
    #expect(stage.text.contains("Reason is required"))
    try await stage.type("not yet")
    try await stage.press("⏎")
    let round = try #require(stage.portal.facts.rounds(of: Story.direction).first)
    #expect(round.state == .rejected)
    #expect(round.reason == "not yet")
  }

  @Test func revokingAsksAndCancelIsTheDefault() async throws {
    let stage = try await pendingSeenByBob()
    try await stage.press("a")
    try await stage.press("1 ⏎ t d ⏎")
    #expect(stage.portal.facts.rounds(of: Story.direction).first?.state == .granted)
    try await stage.press("d → ⏎")
    #expect(stage.portal.facts.rounds(of: Story.direction).first?.state == .revoked)
  }

  @Test func decidingForTheOtherSideSaysWhoCan() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎ ⏎ a")
    #expect(stage.message.contains("bob decides for back-end-api"))
    #expect(stage.portal.facts.rounds(of: Story.direction).first?.state == .pending)
  }

  @Test func askingTwiceIsRefusedInWords() async throws {
    let stage = try await Stage.story()
    for _ in 0..<2 {
      try await stage.press(stage.text.contains("Allowed") ? "r" : "⏎ t r")
      try await stage.type("back-end-api")
      try await stage.press("⏎ ⏎")
    }
    #expect(stage.message.hasPrefix("✕"))
    #expect(stage.portal.facts.rounds(of: Story.direction).count == 1)
  }

  @Test func aLongRefusalIsShownWhole() async throws {
    let stage = try await pendingSeenByBob()
    try await stage.press("u")
    try await stage.type("alice")
    try await stage.press("⏎ ⏎ 1 ⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎ ⏎")
    let explanation = try #require(stage.state.message?.explanation)
    let shown = stage.text.split(separator: "\n").map { String($0).trimmingBlanks }
      .joined(separator: " ")
    for sentence in explanation.sentences { #expect(shown.contains(sentence)) }
  }

  @Test func askingForOnesOwnSaysThatItIsGrantedAtOnce() async throws {
    let stage = try await Stage.story(as: Story.bob)
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎")
    #expect(stage.text.contains("granted at once"))
  }

  @Test func theHistoryShowsEveryWord() async throws {
    let stage = try await pendingSeenByBob()
    try await stage.press("x")
    try await stage.type("ask again in May")
    try await stage.press("⏎ v")
    #expect(stage.text.contains("ask again in May"))
    #expect(stage.text.contains("Round 1"))
  }

  @Test func secretsAreShownToManagersOnly() async throws {
    let stage = try await Stage.story()
    try await stage.press("Tab ⏎ ] v")
    #expect(!stage.text.contains("back-end-api-secret"))
    #expect(stage.message.hasPrefix("✕"))
  }

  @Test func answersToOlderSearchesAreDropped() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ t r")
    guard case .picker(let picker) = stage.state.dialogs.last else { return #expect(Bool(false)) }
    await stage.act(
      .loaded(
        .pick(
          [PickerRow(id: "stale", name: "", note: "")], generation: picker.generation - 1)))
    #expect(!stage.text.contains("stale"))
  }

  private func pendingSeenByBob() async throws -> Stage {
    let portal = try MemoryPortal.story()
    try portal.perform(
      .requestExchange(Story.direction, justification: "please"), as: Story.alice,
      at: Story.start)
    let stage = try await Stage(portal, as: Story.bob)
    try await stage.press("2")
    #expect(stage.text.contains("Waiting for you (1)"))
    return stage
  }
}
