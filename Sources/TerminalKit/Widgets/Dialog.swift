/// Clears a rectangle in the middle of a frame and draws a border with a title around it.
///
/// - Parameters:
///   - title: Stands in the upper edge, cut if it must be.
///   - size: The size wanted, border included; made smaller where the frame is smaller.
///   - frame: Where to draw.
/// - Returns: The room inside, one column away from the border at each side; empty in a frame
///   too small to hold any.
@discardableResult
public func drawDialog(
  title: String, size: Size, into frame: inout Frame, glyphs: Glyphs = .unicode
) -> Rect {
  let outer = Rect(
    column: max(0, (frame.size.columns - size.columns) / 2),
    row: max(0, (frame.size.rows - size.rows) / 2),
    columns: min(size.columns, frame.size.columns), rows: min(size.rows, frame.size.rows))
  frame.fill(outer)
  frame.drawBorder(outer, title: title, glyphs: glyphs)
  return outer.inset(columns: 2, rows: 1)
}
