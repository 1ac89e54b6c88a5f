extension Frame {
  /// Writes a text from a point to the right and returns how many columns it took.
  ///
  /// - Parameters:
  ///   - text: Sanitised here; line breaks become blanks.
  ///   - point: The first column; may lie outside, what lies outside is clipped.
  ///   - role: The meaning of the cells written.
  ///   - limit: The most columns to use, nil for up to the edge of the frame.
  /// - Returns: Columns from `point` to the end of what was written, clipped ones to the left
  ///   of the frame included, 0 if the row lies outside.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, role: StyleRole = .plain, limit: Int? = nil
  ) -> Int {
    guard point.row >= 0, point.row < size.rows else { return 0 }
    let right = min(size.columns, limit.map { point.column + max(0, $0) } ?? size.columns)
    guard point.column < right, right > 0 else { return 0 }
    if TerminalText.isSimple(text) {
      return writeSimple(text.unicodeScalars, at: point, role: role, right: right)
    }
    var column = point.column
    TerminalText.forEachElement(of: text) { element in
      guard column < right else { return }
      place(element, role: role, column: &column, row: point.row, right: right)
    }
    return column - point.column
  }

  /// Writes a line of several roles and returns how many columns it took, as for text.
  ///
  /// `role`, if given, replaces the roles of all spans, as for a selected row.
  @discardableResult
  public mutating func write(
    _ line: StyledLine, at point: Point, role: StyleRole? = nil, limit: Int? = nil
  ) -> Int {
    var used = 0
    for span in line.spans {
      let start = Point(column: point.column + used, row: point.row)
      let width = write(
        span.text, at: start, role: role ?? span.role, limit: limit.map { $0 - used })
      if let target = span.target {
        addRegion(Rect(origin: start, size: Size(columns: width, rows: 1)), target)
      }
      used += width
    }
    return used
  }

  /// Writes a text so that it ends before a column, and returns how many columns it took.
  @discardableResult
  public mutating func write(
    _ line: StyledLine, endingAt endColumn: Int, row: Int, role: StyleRole? = nil
  ) -> Int {
    write(line, at: Point(column: endColumn - line.columns, row: row), role: role)
  }

  /// Writes scalars of one column each without looking at every neighbour.
  private mutating func writeSimple(
    _ scalars: String.UnicodeScalarView, at point: Point, role: StyleRole, right: Int
  ) -> Int {
    let count = min(scalars.count, right - point.column)
    let skipped = max(0, -point.column)
    guard count > skipped else { return max(0, count) }
    let start = offset(point.column + skipped, point.row)
    // Wide characters in between are covered whole; only at the ends one half may stay.
    breakWide(at: start, row: point.row)
    breakWide(at: start + count - skipped - 1, row: point.row)
    var place = start
    for scalar in scalars.dropFirst(skipped).prefix(count - skipped) {
      cells[place] = Cell(TextElement(base: scalar, columns: 1), role: role)
      place += 1
    }
    return count
  }

  private mutating func place(
    _ element: TextElement, role: StyleRole, column: inout Int, row: Int, right: Int
  ) {
    let width = Int(element.columns)
    defer { column = min(right, column + width) }
    if column >= 0 {
      put(element, role: role, column: column, row: row, right: right)
    } else if column + width > 0 {
      // The right half of a wide character that begins left of the frame.
      put(
        TextElement(base: " ", columns: 1), role: role, column: 0, row: row,
        right: right)
    }
  }
}
