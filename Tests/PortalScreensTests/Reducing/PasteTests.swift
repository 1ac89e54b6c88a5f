import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Pastes: into every kind of field as it demands, and never without a word.
@Suite struct PasteTests {
  private func form(_ stage: Stage) throws -> FormDialog {
    guard case .form(let form) = stage.state.dialogs.last else {
      throw Lost()
    }
    return form
  }

  private struct Lost: Error {}

  @Test func aLineBreakAtTheEndOfACopiedWordIsNoPartOfIt() async throws {
    let stage = try await Stage.story()
    try await stage.press("n")
    try await stage.send(.paste("  my-reports\r\n"))
    #expect(try form(stage).text(.identifier) == "my-reports")
    try await stage.press("Tab")
    try await stage.send(.paste("My\nown\n\nreports"))
    #expect(try form(stage).text(.name) == "My own reports")
  }

  @Test func severalLinesBecomeSeveralAddresses() async throws {
    let stage = try await Stage.story()
    var form = FormDialog.registration(of: Story.frontEnd, homePage: "")
    form.focus(on: .redirectURIs)
    stage.state.dialogs = [.form(form)]
    try await stage.send(
      .paste("https://a.cern.ch/*\nhttps://b.cern.ch/*\nnonsense\nhttps://a.cern.ch/*\n"))
    guard case .addresses(let list, let editor) = try self.form(stage)[.redirectURIs]?.kind else {
      Issue.record("no addresses")
      return
    }
    #expect(list.map(\.text) == ["https://a.cern.ch/*", "https://b.cern.ch/*"])
    #expect(editor.text == "nonsense")
    #expect(stage.message.contains("Of 4 pasted lines 3 are addresses; 1 line cannot be one"))
  }

  @Test func whereAGroupIsChosenAPasteSearches() async throws {
    let stage = try await Stage.story()
    try await stage.press("n Tab Tab Tab Tab Tab")
    try await stage.send(.paste("backend-users\n"))
    guard case .picker(let picker) = stage.state.dialogs.last else {
      Issue.record("no search")
      return
    }
    #expect(picker.editor.text == "backend-users" && picker.selected?.id == "backend-users")
  }

  @Test(arguments: MouseTests.scenes) func noPasteIsSilent(_ scene: GoldenTests.Scene) async throws
  {
    let stage = try await Stage.story(as: scene.person)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    stage.state.message = nil
    let before = stage.state
    var state = before
    let effects = reduce(&state, .event(.paste("x\n")), World(now: stage.now))
    #expect(state != before || !effects.isEmpty, "\(scene.name)")
  }
}
