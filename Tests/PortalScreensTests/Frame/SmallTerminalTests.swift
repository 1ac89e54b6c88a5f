import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// The smallest terminals: what is selected is seen whole, and what does not fit gives way to it.
@Suite struct SmallTerminalTests {
  static let places = [
    "1", "⏎ ] ]", "⏎ ] ] w", "⏎ t", "3", "3 End ⏎ ]", "3 End ⏎ [", "3 Tab ⏎", "5", "7",
  ]

  @Test(arguments: places) func theSelectedRowIsSeenAtEverySize(place: String) async throws {
    let stage = try await Stage.story()
    stage.activity.rows = MemoryActivity.story
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎ ⏎ 1 Esc Esc")
    try await stage.press(place)
    for rows in 10...24 {
      for columns in [40, 60, 80, 120] {
        try await stage.send(.resize(Size(columns: columns, rows: rows)))
        let frame = stage.frame
        let focused = (0..<rows).filter { frame[$0].contains { $0.role == .focus } }
        #expect(focused == [frame.cursor.row], "\(columns)×\(rows)\n\(stage.text)")
        #expect(cursorFlaws(of: frame, stage.state).isEmpty, "\(columns)×\(rows)\n\(stage.text)")
      }
    }
  }

  @Test func whatAddsToAListNeverStandsOverIt() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎ ⏎")
    for rows in 10...24 {
      try await stage.send(.resize(Size(columns: 80, rows: rows)))
      let row = stage.frame.rowText(stage.frame.cursor.row)
      #expect(row.contains("back-end-api") && !row.contains("+ r"), "\(rows)\n\(stage.text)")
    }
  }

  @Test(arguments: 10...16) func aClickSelectsTheRowThatIsSeen(rows: Int) async throws {
    let stage = try await Stage.story(columns: 40, rows: rows)
    try await stage.press("3 End ⏎ [")
    let row = stage.frame.cursor.row
    let before = stage.frame.rowText(row)
    try await stage.send(
      .mouse(MouseEvent(point: Point(column: 5, row: row), kind: .press, button: .left)))
    #expect(stage.frame.cursor.row == row)
    #expect(stage.frame.rowText(row) == before)
  }
}
