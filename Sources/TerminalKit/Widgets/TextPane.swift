/// Lines of text, wrapped to the width they are drawn in, that scroll.
public struct TextPane: Hashable, Encodable, Sendable {
  /// The lines as written, before wrapping.
  public var lines: [StyledLine]
  /// The first wrapped line in view; drawing stops at the end whatever this says.
  public private(set) var offset = 0

  /// Makes a pane that shows its beginning.
  public init(_ lines: [StyledLine] = []) {
    self.lines = lines
  }

  /// The lines as they are drawn in a width.
  public func wrapped(to columns: Int) -> [StyledLine] {
    lines.flatMap { $0.wrapped(to: columns) }
  }

  /// Scrolls for an arrow, page, Home or End key in a pane of a size.
  public mutating func handle(_ key: Key, size: Size) -> Bool {
    let last = Int.max / 2
    switch key {
    case .up: scroll(by: -1, size: size)
    case .down: scroll(by: 1, size: size)
    case .pageUp: scroll(by: -max(1, size.rows - 1), size: size)
    case .pageDown: scroll(by: max(1, size.rows - 1), size: size)
    case .home: scroll(by: -last, size: size)
    case .end: scroll(by: last, size: size)
    default: return false
    }
    return true
  }

  /// Whether all lines are in view in a pane of a size: nothing scrolls.
  public func isWhole(in size: Size) -> Bool { wrapped(to: size.columns).count <= size.rows }

  /// Scrolls by some lines and stops at the ends.
  public mutating func scroll(by rows: Int, size: Size) {
    let highest = max(0, wrapped(to: size.columns).count - size.rows)
    offset = max(0, min(min(offset, highest) + rows, highest))
  }

  /// Draws the lines in view; where more follow or precede, an arrow at the right edge says so.
  public func render(into frame: inout Frame, rect: Rect, glyphs: Glyphs = .unicode) {
    guard !rect.isEmpty else { return }
    let all = wrapped(to: rect.columns)
    let top = min(offset, max(0, all.count - rect.rows))
    for (row, line) in all.dropFirst(top).prefix(rect.rows).enumerated() {
      frame.write(
        line, at: Point(column: rect.column, row: rect.row + row), limit: rect.columns)
    }
    let edge = rect.endColumn - 1
    if top > 0 {
      frame.write(glyphs.moreAbove, at: Point(column: edge, row: rect.row), role: .dim)
    }
    if top + rect.rows < all.count {
      frame.write(glyphs.moreBelow, at: Point(column: edge, row: rect.endRow - 1), role: .dim)
    }
  }
}

extension Glyphs {
  /// One column wide also in ASCII, where the names of the arrow keys are words.
  fileprivate var moreAbove: String { up == "↑" ? up : "^" }
  fileprivate var moreBelow: String { down == "↓" ? down : "v" }
}
