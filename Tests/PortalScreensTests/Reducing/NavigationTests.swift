import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct NavigationTests {
  @Test func sectionsRememberWhereOneWas() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] ]")
    try await stage.press("2 1")
    #expect(stage.text.contains("[Roles]"))
    try await stage.press("Esc")
    #expect(stage.text.contains("My Applications"))
  }

  @Test func escAtTheBottomSaysSo() async throws {
    let stage = try await Stage.story()
    try await stage.press("Esc")
    #expect(stage.message.contains("Nothing to go back to"))
  }

  @Test func noKeyDoesNothingSilently() async throws {
    for keys in ["", "⏎", "⏎ t", "2", "4", "⏎ ] ] g", "n", "u", "?", "⏎ d"] {
      for key in ["F9", "Ins", "%", "Ctrl-T"] {
        let stage = try await Stage.story()
        try await stage.press(keys)
        let before = stage.state
        try await stage.press(key)
        #expect(stage.state != before || !stage.message.isEmpty, "\(key) after \(keys)")
      }
    }
  }

  @Test func quittingIsAnEffect() async throws {
    let stage = try await Stage.story()
    try await stage.press("q")
    #expect(stage.terminalEffects == [.quit])
    #expect(stage.state.isQuitting)
  }

  @Test func ctrlCLeavesFromADialogToo() async throws {
    let stage = try await Stage.story()
    try await stage.press("n Ctrl-C")
    #expect(stage.state.isQuitting)
  }

  @Test func actingAsSomebodyElseShowsTheirApplications() async throws {
    let stage = try await Stage.story()
    try await stage.press("u")
    try await stage.type("bob")
    try await stage.press("⏎ ⏎")
    #expect(stage.state.acting.id == Story.bob)
    #expect(stage.text.contains("back-end-api"))
    #expect(!stage.text.contains("front-end-app"))
  }

  @Test func theMouseCanBeGivenBack() async throws {
    let stage = try await Stage.story()
    try await stage.press("M M")
    #expect(stage.terminalEffects == [.mouse(false), .mouse(true)])
  }

  @Test func everySizeHasAFrame() async throws {
    let stage = try await Stage.story()
    for keys in ["", "⏎", "t", "r", "Esc Esc Esc n", "Esc 4", "?"] {
      try await stage.press(keys)
      for size in [(1, 1), (20, 5), (39, 9), (40, 10), (60, 18), (80, 24), (250, 80)] {
        try await stage.send(.resize(Size(columns: size.0, rows: size.1)))
      }
    }
  }

  @Test func belowTheSmallestSizeOneSentenceNamesBoth() async throws {
    let stage = try await Stage.story()
    try await stage.send(.resize(Size(columns: 39, rows: 9)))
    #expect(stage.text.contains("39×9"))
    #expect(stage.text.contains("40×10"))
  }

  @Test func aDoubleClickOpensAnApplication() async throws {
    let stage = try await Stage.story()
    try await stage.send(
      .mouse(MouseEvent(point: Point(column: 8, row: 5), kind: .doubleClick)))
    #expect(stage.text.contains("Application: front-end-app"))
  }

  @Test func aClickOnASectionGoesThere() async throws {
    let stage = try await Stage.story()
    let column = try #require(stage.frame.rowText(1).firstRange(of: "4 Exchange"))
    let offset = stage.frame.rowText(1).distance(
      from: stage.frame.rowText(1).startIndex, to: column.lowerBound)
    try await stage.send(
      .mouse(MouseEvent(point: Point(column: offset + 1, row: 1), kind: .press)))
    #expect(stage.state.section == .exchange)
  }
}
