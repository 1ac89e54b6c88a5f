import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// A filter contains, begins or equals: the switch beside it, and what it does to the list.
@Suite struct FilterWayTests {
  @Test func aKeyGoesRoundTheWaysWhileTyping() async throws {
    let stage = try await Stage.story(as: Story.bob)
    try await stage.take(["Tab /", "'app'"])
    #expect(stage.text.contains("filter: app"))
    #expect(stage.text.contains("front-end-app"))
    try await stage.press("Ctrl-T")
    #expect(stage.text.contains("begins: ^app"))
    #expect(stage.message.contains("begins with the text"))
    #expect(!stage.text.contains("front-end-app "))
    try await stage.press("Ctrl-T")
    #expect(stage.text.contains("equals: =app"))
    try await stage.press("Ctrl-T")
    #expect(stage.text.contains("filter: app") && stage.text.contains("front-end-app"))
  }

  @Test func theCaretStaysInTheText() async throws {
    let stage = try await Stage.story()
    try await stage.take(["/", "'fd'", "← Ctrl-T", "'en'"])
    #expect(stage.text.contains("begins: ^fend"))
    try await stage.take(["Ctrl-T Ctrl-T", "'x'"])
    #expect(stage.text.contains("filter: fenxd"))
  }

  @Test(arguments: ["", "3", "3 Tab"]) func withoutATextTheFilterIsNext(place: String) async throws
  {
    let stage = try await Stage.story()
    try await stage.press(place + " Ctrl-T")
    #expect(stage.state.isFiltering && stage.text.contains("begins: ^"))
    try await stage.press("Ctrl-T")
    #expect(stage.text.contains("equals: ="))
    try await stage.press("Esc")
    #expect(!stage.state.isFiltering && !stage.text.contains("equals"))
  }

  @Test func itStaysWithTheListAndIsRemembered() async throws {
    let stage = try await Stage.story()
    try await stage.take(["3 /", "'bo'", "Ctrl-T ⏎"])
    #expect(stage.text.contains("begins: ^bo") && stage.text.contains("bob"))
    let after = try await Stage.story()
    after.state.recall(Memory(text: stage.state.memory.text))
    await after.act(.portalChanged)
    #expect(after.text.contains("begins: ^bo"))
  }

  @Test func whereNothingFitsTheOtherWaysAreNamed() async throws {
    let stage = try await Stage.story()
    try await stage.take(["3 Tab /", "'end'", "Ctrl-T"])
    #expect(stage.text.contains("No group begins so; Ctrl-T compares otherwise"))
    try await stage.take(["⏎ 1 /", "'end'", "Ctrl-T Ctrl-T"])
    #expect(stage.text.contains("No application is called so; Ctrl-T compares otherwise"))
  }

  @Test func theFooterSaysSo() async throws {
    let stage = try await Stage.story()
    try await stage.press("/")
    #expect(stage.frame.rowText(23).contains("Ctrl-T begins/equals"))
  }
}
