import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Copying: what is under the cursor, by OSC 52, and the bare text where that cannot be.
@Suite struct CopyTests {
  @Test(arguments: [
    ("y", "front-end-app"), ("⏎ ] ] y", "administrator"), ("3 y", "alice"),
    ("3 Tab y", "back-end-admins"),
  ])
  func whatIsUnderTheCursorIsCopied(keys: String, prefix: String) async throws {
    let stage = try await Stage.story()
    try await stage.press(keys)
    guard case .copy(let text) = stage.terminalEffects.last else {
      Issue.record("nothing was copied: \(stage.message)")
      return
    }
    #expect(!text.isEmpty && !text.contains("\n"))
    #expect(stage.text.contains(text), "\(text) is not what stands there")
    #expect(stage.message.contains("Copied, where the terminal allows it: \(text)"))
  }

  @Test func whereNothingIsUnderTheCursorThatIsSaid() async throws {
    let stage = try await Stage.story()
    try await stage.press("2 y")
    #expect(stage.terminalEffects.isEmpty)
    #expect(stage.message.contains("There is nothing under the cursor to copy"))
  }

  @Test func aTextCanStandAloneForTheMouse() async throws {
    let stage = try await Stage.story()
    try await stage.take(GoldenTests.toExchange + ["c"])
    try await stage.press("C")
    #expect(stage.frame.rowText(0) == "curl -X POST …")
    #expect(stage.terminalEffects.last == .mouse(false))
    #expect(flaws(of: stage.frame, stage.state) == [])
    try await stage.press("Esc")
    #expect(stage.terminalEffects.last == .mouse(true))
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func whatIsTooLongForTheClipboardIsShown() async throws {
    let stage = try await Stage.story()
    let long = String(repeating: "x", count: Clipboard.longest + 1)
    stage.state.dialogs = [.text(TextDialog(title: "Long", lines: [StyledLine(long)]))]
    try await stage.press("c")
    #expect(!stage.terminalEffects.contains { if case .copy = $0 { true } else { false } })
    #expect(stage.terminalEffects == [.mouse(false)])
    #expect(stage.frame.rowText(0).hasPrefix("xxx"))
  }

  @Test func theSecretAloneIsCopied() async throws {
    let stage = try await Stage.story(as: Story.bob)
    try await stage.press("⏎ ] v c")
    guard case .copy(let text) = stage.terminalEffects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text == stage.portal.facts.secret(of: Story.backEnd))
  }
}
