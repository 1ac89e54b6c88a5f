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
  /// What answers to the mouse, in the order in which it was drawn.
  public internal(set) var regions: [Region] = []

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

  /// The columns of a row that differ from another frame of the same size, wide characters
  /// whole; nil if none does. Compared with nothing, or another size, all of them differ.
  public func changedColumns(row: Int, since old: Frame?) -> Range<Int>? {
    guard row >= 0, row < size.rows, size.columns > 0 else { return nil }
    guard let old, old.size == size else { return 0..<size.columns }
    let start = offset(0, row)
    var first = start
    var end = start + size.columns
    while first < end, cells[first] == old.cells[first] { first += 1 }
    if first == end { return nil }
    while cells[end - 1] == old.cells[end - 1] { end -= 1 }
    while first > start, cells[first].isContinuation { first -= 1 }
    while end < start + size.columns, cells[end].isContinuation { end += 1 }
    return first - start..<end - start
  }

  func offset(_ column: Int, _ row: Int) -> Int { row * size.columns + column }

  /// Puts one element at a column inside the frame; `right` is the first forbidden column.
  ///
  /// Halves of wide characters that it covers lose their other half.
  mutating func put(_ element: TextElement, role: StyleRole, column: Int, row: Int, right: Int) {
    let place = offset(column, row)
    guard element.columns == 2 else {
      breakWide(at: place, row: row)
      cells[place] = Cell(element, role: role)
      return
    }
    guard column + 1 < right else {
      breakWide(at: place, row: row)
      cells[place] = .blank(role)
      return
    }
    breakWide(at: place, row: row)
    breakWide(at: place + 1, row: row)
    cells[place] = Cell(element, role: role)
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
