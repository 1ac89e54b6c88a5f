import CNCurses
import TerminalKit

extension Terminal {
  /// Shows a frame and puts the cursor where it says.
  ///
  /// Only what differs from the last frame is given to ncurses, in runs of one role. A frame
  /// of another size than the terminal is clipped, or leaves the rest blank.
  public func draw(_ frame: Frame) {
    guard isOpen, size.columns > 0, size.rows > 0 else { return }
    // A frame of another size leaves cells behind that it does not cover.
    let old = shown?.size == frame.size ? shown : nil
    if old == nil, shown != nil { blankScreen() }
    for row in 0..<min(size.rows, frame.size.rows) {
      drawRow(row, of: frame, over: old)
    }
    shown = frame
    pcurses_refresh(
      Int32(min(frame.cursor.row, size.rows - 1)),
      Int32(min(frame.cursor.column, size.columns - 1)))
  }

  /// Sends the last frame again, every cell of it.
  func redraw() {
    pcurses_repaint()
    guard let frame = shown else { return }
    shown = nil
    draw(frame)
  }

  private func blankScreen() {
    let blanks = Frame(size: size)
    for row in 0..<size.rows { drawRow(row, of: blanks, over: nil) }
  }

  /// Gives the changed part of a row to ncurses.
  private func drawRow(_ row: Int, of frame: Frame, over old: Frame?) {
    guard let changed = frame.changedColumns(row: row, since: old) else { return }
    let cells = frame[row]
    var start = cells.startIndex + changed.lowerBound
    let end = cells.startIndex + min(changed.upperBound, size.columns)
    while start < end {
      let role = cells[start].role
      scratch.removeAll(keepingCapacity: true)
      var next = start
      while next < end, cells[next].role == role {
        let fits = next - cells.startIndex + Int(cells[next].columns) <= size.columns
        (fits ? cells[next] : .blank(role)).appendDrawn(to: &scratch)
        next += 1
      }
      pcurses_draw(
        Int32(row), Int32(start - cells.startIndex), scratch, Int32(scratch.count),
        colours >= 8 ? Int32(role.rawValue) + 1 : 0, attributes[Int(role.rawValue)])
      start = next
    }
  }
}

extension Style {
  /// The attribute bits of the shim.
  var attributes: UInt32 {
    var bits: UInt32 = 0
    if bold { bits |= UInt32(PCURSES_BOLD) }
    if underline { bits |= UInt32(PCURSES_UNDERLINE) }
    if reverse { bits |= UInt32(PCURSES_REVERSE) }
    if dim { bits |= UInt32(PCURSES_DIM) }
    return bits
  }
}
