import TerminalKit

/// The pane beside a list that says what is under its cursor, where the terminal is wide enough.
enum SidePane {
  /// The columns from which there is one.
  static let fromColumns = 100

  /// Whether there is room for one.
  static func isShown(_ body: Rect) -> Bool { body.columns >= fromColumns }

  /// The room of the list and that of the pane, which is empty where there is no pane.
  static func split(_ body: Rect) -> (list: Rect, pane: Rect) {
    guard isShown(body) else {
      return (body, Rect(column: body.endColumn, row: body.row, columns: 0, rows: 0))
    }
    let (list, pane) = body.splitColumns(left: body.columns * 62 / 100, gap: 1)
    return (list, pane)
  }

  /// Draws the rule and the lines; no lines while they are being read.
  static func render(
    _ lines: [StyledLine]?, into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    guard !rect.isEmpty else { return }
    frame.verticalRule(
      Rect(column: rect.column - 1, row: rect.row, columns: 1, rows: rect.rows),
      glyphs: context.glyphs)
    guard let lines else { return }
    TextPane(lines).render(
      into: &frame, rect: rect.inset(columns: 1, rows: 0), glyphs: context.glyphs)
  }
}
