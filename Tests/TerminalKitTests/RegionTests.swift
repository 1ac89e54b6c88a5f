import TerminalKit
import Testing

/// What answers to the mouse: recorded while drawing, cut and wrapped with the text.
@Suite struct RegionTests {
  private let hint =
    StyledLine("see ")
    + StyledLine([("F5", .key), (" fixes it", .plain)]).leading(to: .key(.enter))

  private func targets(_ frame: Frame, row: Int = 0) -> String {
    String(
      (0..<frame.size.columns).map {
        frame.region(at: Point(column: $0, row: row)) == nil ? "." : "#"
      })
  }

  @Test func aTargetIsAsWideAsItsText() {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.write(hint, at: Point(column: 1, row: 0))
    #expect(targets(frame) == ".....###########....")
    #expect(frame.region(at: Point(column: 6, row: 0))?.target == .key(.enter))
  }

  @Test func whatIsCutOffCannotBeClicked() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    frame.write(hint.truncated(to: 8), at: Point(column: 0, row: 0))
    #expect(targets(frame) == "....####..")
    frame.addRegion(Rect(column: 8, row: 0, columns: 30, rows: 9), .tab(1))
    #expect(targets(frame) == "....######")
    frame.addRegion(Rect(column: 0, row: 1, columns: 3, rows: 1), .tab(2))
    #expect(frame.regions.count == 3)
  }

  @Test func targetsGoAlongWhenALineIsWrapped() {
    var frame = Frame(size: Size(columns: 9, rows: 3))
    for (row, line) in hint.wrapped(to: 9).enumerated() {
      frame.write(line, at: Point(column: 0, row: row))
    }
    for row in 0..<3 {
      for (column, cell) in frame[row].enumerated() where cell.role == .key || cell.text == "x" {
        #expect(frame.region(at: Point(column: column, row: row)) != nil)
      }
    }
    #expect(frame.text.contains("fixes") && frame.regions.count > 1)
  }

  @Test func whatLiesAboveIsHit() {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.addRegion(frame.bounds, .field(1))
    frame.addRegion(Rect(column: 2, row: 0, columns: 2, rows: 1), .text(1))
    #expect(frame.region(at: Point(column: 3, row: 0))?.target == .text(1))
    #expect(frame.region(at: Point(column: 1, row: 1))?.target == .field(1))
    frame.removeRegions(in: Rect(column: 3, row: 0, columns: 1, rows: 1))
    #expect(frame.regions.isEmpty)
  }

  @Test func theRowsOfOneListAreToldFromThoseOfAnother() {
    var frame = Frame(size: Size(columns: 4, rows: 4))
    for row in 0..<3 { frame.addRegion(frame.bounds.rowRect(row), .row(row + 5, list: 1)) }
    #expect(frame.rowsInView(ofList: 1) == 5..<8)
    #expect(frame.rowsInView(ofList: 0).isEmpty)
    frame.removeRegions()
    #expect(frame.rowsInView(ofList: 1).isEmpty)
  }
}
