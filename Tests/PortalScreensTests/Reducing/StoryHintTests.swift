import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// The first start's next step, through the whole story, whoever does it.
@Suite struct StoryHintTests {
  private func begun(as person: IdentityIdentifier = Story.alice) async throws -> Stage {
    let stage = try await Stage.story(as: person, columns: 120)
    stage.state.isFirstStart = true
    await stage.act(.portalChanged)
    return stage
  }

  private func become(_ name: String, _ stage: Stage) async throws {
    try await stage.take(["u", "'\(name)'", "⏎ ⏎"])
    await stage.act(.event(.resize(stage.state.size)))
    try await stage.press("1")
  }

  @Test func theWholeStoryIsLed() async throws {
    let stage = try await begun()
    #expect(
      stage.message == "You are alice. Open front-end-app, press t, then r: ask for back-end-api.")
    try await stage.press("⏎")
    #expect(stage.message == "Next: t opens \"Token exchange permissions\".")
    try await stage.press("t")
    #expect(stage.message == "Next: r asks for the permission toward back-end-api.")
    try await stage.take(["r", "'back-end-api'", "⏎ ⏎"])
    #expect(stage.message.contains("Request sent to bob"))
    try await stage.press("1 Tab")
    #expect(stage.message.contains("Next: bob decides. u lets you act as bob."))
    try await become("bob", stage)
    #expect(stage.message == "Next: 2 Requests, where front-end-app waits for you.")
    try await stage.press("2")
    #expect(stage.message == "Next: a approves the request under the cursor.")
    try await stage.press("a 7")
    #expect(stage.message == "Next: 4 Exchange shows what the permission is good for.")
    try await stage.press("4")
    #expect(
      stage.message
        == "Next: Space chooses user jdoe; or ⏎ signs bob in and exchanges the token.")
    try await stage.take(GoldenTests.toExchange)
    #expect(stage.message.contains("That is the whole story. h says why"))
    try await stage.press("1 4")
    #expect(!stage.message.contains("Next:"))
    #expect(stage.state.memory["story"] == "done")
  }

  @Test func whoeverCannotDoTheStepIsTold() async throws {
    let stage = try await begun(as: Story.jdoe)
    #expect(stage.message == "Next: u lets you act as alice, who owns front-end-app.")
    try await stage.press("5")
    #expect(stage.message.contains("lets you act as alice"))
  }

  @Test func whatTheCommandLineDoesCountsToo() async throws {
    let stage = try await begun()
    try stage.portal.perform(
      .requestExchange(Story.direction, justification: ""), as: Story.alice, at: stage.now)
    await stage.act(.portalChanged)
    try await stage.press("⏎ Esc")
    #expect(stage.message.contains("bob decides"))
  }

  @Test func aDismissalIsRememberedAndAStoryThatWasBegunGoesOn() async throws {
    let stage = try await begun()
    #expect(stage.state.memory["story"] == "on")
    try await stage.press("F3")
    #expect(stage.message.contains("dismissed; F3 shows it again"))
    let later = try await Stage.story()
    later.state.isFirstStart = true
    later.state.recall(Memory(text: stage.state.memory.text))
    #expect(!later.state.isFirstStart)
    try await stage.press("F3")
    later.state.recall(Memory(text: stage.state.memory.text))
    #expect(later.state.isFirstStart)
  }
}
