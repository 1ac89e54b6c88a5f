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

  @Test func anApplicationIsNotOfferedToItself() async throws {
    let stage = try await Stage.story(as: Story.bob)
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    #expect(stage.text.contains("Nothing fits what was typed."))
    #expect(stage.text.contains("New applications are registered in 1 Applications"))
    try await stage.press("⏎")
    #expect(stage.message.contains("Nothing fits"))
  }

  @Test func whatWouldBeRefusedIsNotPromised() async throws {
    let stage = try await Stage.story()
    try stage.portal.perform(
      .blockApplication(Story.backEnd, blocked: true), as: Story.bob, at: Story.start)
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎")
    #expect(stage.question.hasPrefix("It would be refused now: "), "\(stage.question)")
  }

  @Test(arguments: [true, false])
  func theDialogSaysWhatTheRulesWillDo(administers: Bool) async throws {
    let portal = try MemoryPortal.story()
    let team = GroupIdentifier(trusted: "web-team")
    try portal.perform(
      .editApplication(
        Story.backEnd, ApplicationDetails(name: "Back-end API", administrators: team)),
      as: Story.bob, at: Story.start)
    if administers {
      try portal.perform(
        .addMember(.identity(Story.alice), to: team), as: Story.bob, at: Story.start)
    }
    let stage = try await Stage(portal, as: Story.alice)
    try await stage.press(administers ? "↓ ⏎ t r" : "⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎")
    let sentence =
      administers
      ? "You decide for back-end-api too, so it is granted at once"
      : "bob, owner of back-end-api, will have to decide. Anybody in web-team may as well."
    #expect(stage.question.hasPrefix(sentence), "\(stage.question)")
    try await stage.press("⏎")
    let round = stage.portal.facts.rounds(of: Story.direction).first
    #expect(round?.state == (administers ? .granted : .pending))
    try await stage.press("r")
    try await stage.type("back-end-api")
    try await stage.press("⏎")
    #expect(stage.question.hasPrefix("It would be refused now: "), "\(stage.question)")
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

extension Stage {
  /// What the prompt that is open says above its line.
  fileprivate var question: String {
    if case .prompt(let prompt) = state.dialogs.last { prompt.explanation } else { "no prompt" }
  }
}
