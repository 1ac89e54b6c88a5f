import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Wrong turns that somebody took who had nothing but the screens.
@Suite struct NewcomerTests {
  @Test func confirmingFieldAfterFieldChoosesNothingOnTheWay() async throws {
    let stage = try await Stage.story()
    try await stage.take(["n", "'reports'", "⏎", "'Reports'", "⏎ ⏎ ⏎ ⏎ ⏎ ⏎"])
    // Seven fields and buttons were confirmed: the second page is open, and no group was taken.
    #expect(stage.text.contains("New CERN SSO Registration"))
    guard case .form(let form) = stage.state.dialogs.last else {
      Issue.record("no form")
      return
    }
    #expect(form[.administrators]?.text == "")
  }

  @Test func theCursorGoesToTheRoleThatWasAdded() async throws {
    let stage = try await Stage.story()
    try await stage.take(["⏎ ] ] n", "'viewer'", "Tab", "'Viewer'", "Ctrl-S"])
    #expect(stage.frame.rowText(stage.frame.cursor.row).contains("viewer"))
    try await stage.press("g")
    #expect(stage.text.contains("Linked Groups of viewer"))
  }

  @Test func pastingWhereNothingIsTypedIsAnswered() async throws {
    let stage = try await Stage.story()
    try await stage.press("n Tab Tab Tab Tab")
    await stage.act(.event(.paste("Official")))
    #expect(stage.message.contains("Space changes"))
  }
}
