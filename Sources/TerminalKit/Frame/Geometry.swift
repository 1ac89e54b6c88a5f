/// A width and a height in terminal cells; neither is ever negative.
public struct Size: Hashable, Encodable, Sendable {
  /// Cells across, 0 or more.
  public let columns: Int
  /// Cells down, 0 or more.
  public let rows: Int

  /// Makes a size; negative measures become 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A place in a frame: column 0, row 0 is the top left cell.
public struct Point: Hashable, Encodable, Sendable {
  /// Cells from the left edge.
  public var column: Int
  /// Cells from the top edge.
  public var row: Int

  /// Makes a point; it may lie outside every frame.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells.
public struct Rect: Hashable, Encodable, Sendable {
  /// The top left cell.
  public var origin: Point
  /// How many cells it covers.
  public var size: Size

  /// Makes a rectangle from its corner and size.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from four measures; negative sizes become 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.init(
      origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
  }

  /// The leftmost column.
  public var column: Int { origin.column }
  /// The top row.
  public var row: Int { origin.row }
  /// Cells across.
  public var columns: Int { size.columns }
  /// Cells down.
  public var rows: Int { size.rows }
  /// The first column to the right of the rectangle.
  public var endColumn: Int { origin.column + size.columns }
  /// The first row below the rectangle.
  public var endRow: Int { origin.row + size.rows }
  /// Whether the rectangle covers no cell.
  public var isEmpty: Bool { size.columns == 0 || size.rows == 0 }

  /// Whether the cell at a point belongs to the rectangle.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The cells that both rectangles cover; empty where they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle made smaller on all four sides; never smaller than nothing.
  public func inset(columns across: Int = 1, rows down: Int = 1) -> Rect {
    Rect(
      column: column + min(across, columns), row: row + min(down, rows),
      columns: columns - 2 * across, rows: rows - 2 * down)
  }

  /// One row of the rectangle, counted from its top; empty if there is no such row.
  public func rowRect(_ index: Int) -> Rect {
    Rect(
      column: column, row: row + index,
      columns: columns, rows: index >= 0 && index < rows ? 1 : 0)
  }

  /// Cuts the first `count` rows off; what is missing is taken from the rest.
  public func splitRows(top count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: cut),
      Rect(column: column, row: row + cut, columns: columns, rows: rows - cut)
    )
  }

  /// Cuts the last `count` rows off.
  public func splitRows(bottom count: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = splitRows(top: rows - min(max(0, count), rows))
    return (rest, bottom)
  }

  /// Cuts the first `count` columns off; `gap` columns between the two parts are left out.
  public func splitColumns(left count: Int, gap: Int = 0) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), columns)
    let skip = min(columns, cut + max(0, gap))
    return (
      Rect(column: column, row: row, columns: cut, rows: rows),
      Rect(column: column + skip, row: row, columns: columns - skip, rows: rows)
    )
  }

  /// Cuts the last `count` columns off; `gap` columns between the two parts are left out.
  public func splitColumns(right count: Int, gap: Int = 0) -> (rest: Rect, right: Rect) {
    let cut = min(max(0, count), columns)
    let (rest, right) = splitColumns(left: max(0, columns - cut - max(0, gap)), gap: gap)
    return (rest, right)
  }
}
