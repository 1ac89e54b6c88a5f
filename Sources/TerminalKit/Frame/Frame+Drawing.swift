extension Frame {
  /// Blanks a rectangle in a role.
  public mutating func fill(_ rect: Rect, role: StyleRole = .plain) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      breakWide(at: offset(area.column, row), row: row)
      breakWide(at: offset(area.endColumn - 1, row), row: row)
      for column in area.column..<area.endColumn {
        cells[offset(column, row)] = .blank(role)
      }
    }
  }

  /// Gives the cells of a rectangle another role and leaves their text.
  ///
  /// Both halves of a wide character keep one role, the left one's.
  public mutating func mark(_ rect: Rect, role: StyleRole) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn where cells[offset(column, row)].columns > 0 {
        let place = offset(column, row)
        cells[place].role = role
        if cells[place].columns == 2 { cells[place + 1].role = role }
      }
    }
  }

  /// Draws a frame on the outermost cells of a rectangle, with a title in its upper edge.
  ///
  /// A rectangle of fewer than 2 by 2 cells gets none.
  public mutating func drawBorder(
    _ rect: Rect, title: String = "", glyphs: Glyphs = .unicode, role: StyleRole = .border,
    titleRole: StyleRole = .heading
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let line = String(repeating: glyphs.horizontal, count: rect.columns - 2)
    let last = rect.endRow - 1
    write(
      glyphs.topLeft + line + glyphs.topRight, at: Point(column: rect.column, row: rect.row),
      role: role)
    write(
      glyphs.bottomLeft + line + glyphs.bottomRight, at: Point(column: rect.column, row: last),
      role: role)
    for row in (rect.row + 1)..<last {
      write(glyphs.vertical, at: Point(column: rect.column, row: row), role: role)
      write(glyphs.vertical, at: Point(column: rect.endColumn - 1, row: row), role: role)
    }
    guard !title.isEmpty, rect.columns > 6 else { return }
    let shown = TerminalText.truncated(title, to: rect.columns - 6, ellipsis: glyphs.ellipsis)
    write(" " + shown + " ", at: Point(column: rect.column + 2, row: rect.row), role: titleRole)
  }

  /// Draws a line across the whole frame.
  public mutating func horizontalRule(
    row: Int, glyphs: Glyphs = .unicode, role: StyleRole = .border
  ) {
    horizontalRule(
      Rect(column: 0, row: row, columns: size.columns, rows: 1), glyphs: glyphs, role: role)
  }

  /// Draws a line across the first row of a rectangle.
  public mutating func horizontalRule(
    _ rect: Rect, glyphs: Glyphs = .unicode, role: StyleRole = .border
  ) {
    guard !rect.isEmpty else { return }
    write(
      String(repeating: glyphs.horizontal, count: rect.columns), at: rect.origin, role: role,
      limit: rect.columns)
  }

  /// Draws a line down the first column of a rectangle.
  public mutating func verticalRule(
    _ rect: Rect, glyphs: Glyphs = .unicode, role: StyleRole = .border
  ) {
    guard !rect.isEmpty else { return }
    for row in rect.row..<rect.endRow {
      write(glyphs.vertical, at: Point(column: rect.column, row: row), role: role)
    }
  }

  /// Copies another frame into this one, its top left cell at a point.
  public mutating func draw(_ other: Frame, at point: Point) {
    for row in 0..<other.size.rows {
      var column = point.column
      for cell in other[row] where cell.columns > 0 {
        let target = Rect(
          column: column, row: point.row + row, columns: Int(cell.columns), rows: 1)
        if target.intersection(bounds) == target {
          put(
            cell.element, role: cell.role, column: column, row: point.row + row,
            right: size.columns)
        } else {
          fill(target, role: cell.role)
        }
        column += Int(cell.columns)
      }
    }
  }
}
