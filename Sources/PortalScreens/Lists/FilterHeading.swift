import TerminalKit

/// The line above a list that can be filtered: what it shows, the filter where there is one, and how many
/// rows there are.
struct FilterHeading {
  var heading: StyledLine
  var count: String
  var filter: LineEditor
  var isFiltering: Bool

  func render(into frame: inout Frame, _ rect: Rect) {
    frame.write(heading, at: rect.origin)
    let count = StyledLine(count, .dim)
    frame.write(count, endingAt: rect.endColumn - 1, row: rect.row)
    guard isFiltering || !filter.isEmpty else { return }
    let label = filter.way.label
    let start = rect.column + heading.columns + 3
    let room = rect.endColumn - 2 - count.columns - start - label.count
    frame.write(label, at: Point(column: start, row: rect.row), role: .label)
    let field = Rect(
      column: start + label.count, row: rect.row, columns: max(1, min(30, room)), rows: 1)
    frame.addRegion(field, .text(0))
    filter.render(
      into: &frame, rect: field, focused: isFiltering, placeholder: "^begins =equals", role: .match)
  }
}
