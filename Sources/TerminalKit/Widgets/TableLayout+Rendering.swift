extension TableLayout {
  /// Draws the titles of the columns into one row of a frame.
  public func renderHeader(
    into frame: inout Frame, at origin: Point, role: StyleRole = .heading
  ) {
    renderRow(columns.map { StyledLine($0.title, role) }, into: &frame, at: origin)
  }

  /// Draws one row of the table.
  ///
  /// - Parameters:
  ///   - cells: One text for each of `columns`, those left out included; missing ones are blank.
  ///   - frame: Where to draw.
  ///   - origin: The left edge of the table.
  ///   - role: The role of the whole row, blanks included, nil to keep those of the texts.
  public func renderRow(
    _ cells: [StyledLine], into frame: inout Frame, at origin: Point, role: StyleRole? = nil
  ) {
    if let role {
      frame.fill(
        Rect(column: origin.column, row: origin.row, columns: width, rows: 1), role: role)
    }
    for place in placed where place.index < cells.count {
      let text = cells[place.index].truncated(to: place.columns, ellipsis: ellipsis)
      let shift =
        columns[place.index].alignment == .right ? max(0, place.columns - text.columns) : 0
      frame.write(
        text, at: Point(column: origin.column + place.offset + shift, row: origin.row),
        role: role, limit: place.columns)
    }
  }

  /// Draws one row of plain texts.
  public func renderRow(
    _ cells: [String], into frame: inout Frame, at origin: Point, role: StyleRole? = nil
  ) {
    renderRow(cells.map { StyledLine($0) }, into: &frame, at: origin, role: role)
  }
}
