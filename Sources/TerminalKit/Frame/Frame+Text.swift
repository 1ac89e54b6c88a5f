extension Frame {
  /// The rows as text joined by line breaks, blanks at the end of each row left out.
  public var text: String {
    (0..<size.rows).map(rowText).joined(separator: "\n")
  }

  /// The roles as one letter a cell (`StyleRole.letter`), rows joined by line breaks.
  public var roleMask: String {
    (0..<size.rows)
      .map { row in String(self[row].map(\.role.letter)) }
      .joined(separator: "\n")
  }

  /// The text of one row, blanks at its end left out; empty if the frame has no such row.
  public func rowText(_ row: Int) -> String {
    var result = ""
    for cell in self[row] { result += cell.text }
    while result.last == " " { result.removeLast() }
    return result
  }
}
