import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// `:` and `?`: finding an action by typing, and running it.
@Suite struct CommandsTests {
  @Test func anActionOfAnotherSectionIsRunThere() async throws {
    let stage = try await Stage.story()
    try await stage.press("4 :")
    try await stage.type("add an app")
    try await stage.press("⏎")
    #expect(stage.state.section == .applications)
    #expect(stage.text.contains("Add an Application"))
  }

  @Test func whatCannotBeDoneIsListedAndSaysWhy() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] :")
    try await stage.type("regenerate")
    #expect(stage.text.contains("✕ not now: Draw a new client secret"))
    try await stage.press("⏎")
    #expect(stage.message.contains("is a public client: it has no secret"))
    guard case .actions = stage.state.dialogs.last else {
      Issue.record("the list must stay open")
      return
    }
  }

  @Test func whatNeedsAnotherPlaceSaysTheWay() async throws {
    let stage = try await Stage.story()
    try await stage.press(":")
    try await stage.type("approve")
    #expect(stage.text.contains("⏎ goes to 2 Requests first"))
    try await stage.press("Ctrl-U")
    try await stage.type("linkgroup")
    try await stage.press("⏎")
    #expect(stage.message.contains("This works in the linked groups of a role"))
  }

  @Test(arguments: [
    ("q", ActionID.quit), ("curl", .curl), ("rgsc", .regenerateSecret), ("act as", .actAs),
    ("requests", .requestsSection),
  ])
  func theBestFitStandsFirst(typed: String, expected: ActionID) async throws {
    let stage = try await Stage.story()
    try await stage.press(":")
    try await stage.type(typed)
    guard case .actions(let dialog) = stage.state.dialogs.last else { return }
    #expect(dialog.selected?.row.id == expected)
  }

  @Test func helpFiltersFromTheFirstLetterAndRuns() async throws {
    let stage = try await Stage.story()
    try await stage.press("?")
    try await stage.type("so")
    try await stage.press("⏎")
    #expect(stage.message.contains("Sorted by name"))
  }

  @Test func themesFollowOneAnother() async throws {
    let stage = try await Stage.story()
    try await stage.press("F2 F2")
    #expect(stage.terminalEffects == [.theme("dark"), .theme("light")])
  }

  @Test func chosenKeysTakeThePlaceOfTheTables() async throws {
    let stage = try await Stage.story(columns: 120)
    stage.state.keymap = Keymap(
      actions: [.newApplication: [.control("n")]], dialogs: [.formLeave: [.control("g")]])
    #expect(stage.text.contains("Ctrl-N new"))
    try await stage.press("n")
    #expect(stage.message.contains("n does nothing here"))
    try await stage.press("Ctrl-N")
    #expect(stage.text.contains("Ctrl-G leave"))
    try await stage.press("Esc")
    #expect(stage.message.contains("another key was chosen"))
    try await stage.press("Ctrl-G")
    #expect(stage.state.dialogs.isEmpty)
  }
}
