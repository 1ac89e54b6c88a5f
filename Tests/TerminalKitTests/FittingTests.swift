import Testing

@testable import TerminalKit

/// Tables that fit what stands in them, and lines that hang under what they continue.
@Suite struct FittingTests {
  private let columns = [
    TableColumn("ID", minimum: 6, ideal: 20, priority: 9),
    TableColumn("NAME", minimum: 6, ideal: 20, priority: 5),
  ]
  private func rows(_ id: String, _ name: String) -> [[StyledLine]] {
    [[StyledLine(id), StyledLine(name)]]
  }

  @Test func whereRoomIsScarceNoneTakesMoreThanItNeeds() {
    let layout = TableLayout(
      columns: columns, fitting: rows("short", "a longer name here"), width: 30, ellipsis: "…")
    #expect(layout.columns(of: 1) == 18)
    #expect((layout.columns(of: 0) ?? 0) >= 5)
  }

  @Test func whereThereIsRoomColumnsStayWhereTheyAre() {
    let plain = TableLayout(columns: columns, width: 60)
    let fitted = TableLayout(
      columns: columns, fitting: rows("a", "b"), width: 60, ellipsis: "…")
    #expect(plain == fitted)
  }

  @Test func whatIsWiderThanAnybodyThoughtGetsWhatIsLeft() {
    let long = String(repeating: "n", count: 26)
    let layout = TableLayout(columns: columns, fitting: rows("abc", long), width: 38, ellipsis: "…")
    #expect(layout.columns(of: 1) == 26)
  }

  @Test func continuedLinesHangUnderTheirText() {
    let line = StyledLine([("✓ ", .granted), ("one two three", .plain)])
    #expect(line.wrapped(to: 9).map(\.text) == ["✓ one two", "  three"])
    let field = StyledLine([("Name    ", .label), ("one two three", .plain)])
    #expect(field.wrapped(to: 16).map(\.text) == ["Name    one two", "        three"])
  }

  @Test func aWordThatFitsNowhereBeginsWhereItStands() {
    let field = StyledLine([("URL  ", .label), ("https://portal.cern.ch", .plain)])
    #expect(field.wrapped(to: 15).map(\.text) == ["URL  https://po", "     rtal.cern.", "     ch"])
  }
}
