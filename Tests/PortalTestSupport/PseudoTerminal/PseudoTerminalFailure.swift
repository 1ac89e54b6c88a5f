/// A step of a story that could not be done, with the screen that a person would have seen.
public struct PseudoTerminalFailure: Error, CustomStringConvertible {
  /// What was expected, the steps before it, and the screen.
  public let description: String
}

extension PseudoTerminal {
  func failure(_ reason: String) -> PseudoTerminalFailure {
    let screen = screen
    let edge = String(repeating: "─", count: emulator.columns)
    let picture = screen.cells.map { "│" + $0.map(\.text).joined() + "│" }
    let cursor = screen.cursor
    let lines =
      [reason, "after: " + steps.suffix(12).joined(separator: " → "), "┌\(edge)┐"]
      + picture + [
        "└\(edge)┘",
        "cursor \(cursor.column),\(cursor.row) \(cursor.isVisible ? "shown" : "hidden"), "
          + (ending.map { "ended: \($0)" } ?? "still running"),
      ]
    return PseudoTerminalFailure(description: lines.joined(separator: "\n"))
  }
}
