import Testing

@testable import TerminalKit

@Suite struct TableLayoutTests {
  private let columns = [
    TableColumn("IDENTIFIER", minimum: 10, ideal: 16, priority: 9),
    TableColumn("NAME", minimum: 6, ideal: 12, priority: 5),
    TableColumn("OWNER", minimum: 5, ideal: 8, priority: 7),
    TableColumn("ROLES", minimum: 5, ideal: 5, priority: 1, alignment: .right),
  ]

  @Test(
    "Columns are dropped from the least important",
    arguments: [
      (60, [0, 1, 2, 3], [16, 12, 8, 5]), (34, [0, 1, 2, 3], [10, 6, 5, 5]),
      (33, [0, 1, 2], [16, 6, 5]), (26, [0, 2], [16, 6]), (12, [0], [10]), (5, [0], [3]),
      (2, [], []), (0, [], []),
    ])
  func widths(width: Int, shown: [Int], widths: [Int]) {
    let layout = TableLayout(columns: columns, width: width)
    #expect(layout.placed.map(\.index) == shown)
    #expect(layout.placed.map(\.columns) == widths)
    #expect(layout.placed.allSatisfy { $0.offset + $0.columns <= width })
  }

  @Test func amongEqualsTheRightmostGoes() {
    let equal = ["A", "B", "C"].map { TableColumn($0, minimum: 4, ideal: 4) }
    #expect(TableLayout(columns: equal, width: 12).placed.map(\.index) == [0, 1])
  }

  @Test func rendering() {
    var frame = Frame(size: Size(columns: 34, rows: 2))
    let layout = TableLayout(columns: columns, width: 34)
    layout.renderHeader(into: &frame, at: Point(column: 0, row: 0))
    layout.renderRow(
      ["front-end-app", "日本語アプリ", "bob", "12"], into: &frame, at: Point(column: 0, row: 1),
      role: .focus)
    #expect(frame.text == "  IDENTIFIER  NAME    OWNER  ROLES\n  front-end…  日本…   bob       12")
    #expect(frame[1].allSatisfy { $0.role == .focus })
  }

  @Test func missingCellsAreBlank() {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    TableLayout(columns: columns, width: 20)
      .renderRow(["x"], into: &frame, at: Point(column: 0, row: 0))
    #expect(frame.text == "  x")
  }
}
