/// What a terminal is to show: a grid of cells and the place of the cursor.
///
/// A frame owns the widths: a wide character is one cell and its continuation, and writing
/// over one half blanks the other, so every row always fills exactly its columns. All text is
/// sanitised on the way in. Everything outside the frame is clipped without complaint.
public struct Frame: Hashable, Sendable {
  /// How large the frame is.
  public let size: Size
  var cells: [Cell]
  private var cursorPoint = Point(column: 0, row: 0)

  /// Makes a frame of plain blanks with the cursor in the top left cell.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank(), count: size.columns * size.rows)
  }

  /// The whole frame as a rectangle.
  public var bounds: Rect { Rect(origin: Point(column: 0, row: 0), size: size) }

  /// Where the terminal's cursor stands; always inside the frame, moved there if need be.
  public var cursor: Point {
    get { cursorPoint }
    set {
      cursorPoint = Point(
        column: max(0, min(newValue.column, size.columns - 1)),
        row: max(0, min(newValue.row, size.rows - 1)))
    }
  }

  /// The cells of a row from left to right; empty if the frame has no such row.
  public subscript(row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The cell at a point, or nil outside the frame.
  public subscript(point: Point) -> Cell? {
    bounds.contains(point) ? cells[offset(point.column, point.row)] : nil
  }

  func offset(_ column: Int, _ row: Int) -> Int { row * size.columns + column }

  /// Puts one element at a column inside the frame; `right` is the first forbidden column.
  ///
  /// Halves of wide characters that it covers lose their other half.
  mutating func put(_ element: TextElement, role: StyleRole, column: Int, row: Int, right: Int) {
    let place = offset(column, row)
    guard element.columns == 2 else {
      breakWide(at: place, row: row)
      cells[place] = Cell(content: element.content, role: role, columns: 1)
      return
    }
    guard column + 1 < right else {
      breakWide(at: place, row: row)
      cells[place] = .blank(role)
      return
    }
    breakWide(at: place, row: row)
    breakWide(at: place + 1, row: row)
    cells[place] = Cell(content: element.content, role: role, columns: 2)
    cells[place + 1] = .continuation(role)
  }

  /// Blanks the other half of the wide character at an offset, if there is one.
  mutating func breakWide(at place: Int, row: Int) {
    if cells[place].columns == 0, place > row * size.columns {
      cells[place - 1] = .blank(cells[place - 1].role)
      cells[place] = .blank(cells[place].role)
    } else if cells[place].columns == 2, place + 1 < (row + 1) * size.columns {
      cells[place + 1] = .blank(cells[place + 1].role)
      cells[place] = .blank(cells[place].role)
    }
  }
}
