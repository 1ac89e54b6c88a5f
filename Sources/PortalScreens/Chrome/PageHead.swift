import TerminalKit

/// The head of a page with tabs: what it is of, and where one is on it. The pages of an application, a
/// person and a group have the same.
struct PageHead {
  /// What it is the page of: `Person`.
  var kind: String
  var id: String
  /// The name beside the identifier; empty where it is not read yet.
  var name = ""
  var tabs: [Tab]
  /// Whether what the tabs show is there, is being read, or is gone.
  var standing: Standing

  struct Tab {
    var title: String
    var isHere: Bool
  }

  enum Standing { case read, reading, gone }

  /// The rows that it takes, a blank one included.
  static let rows = 3

  /// The room of the tab under the head.
  static func rest(_ body: Rect) -> Rect { body.splitRows(top: rows).rest }

  /// Draws the head; the cursor goes to the tabs until a list has it.
  ///
  /// - Returns: The room of the tab; `nil` where there is nothing to draw in it.
  func render(into frame: inout Frame, _ body: Rect) -> Rect? {
    var heading = StyledLine([(" \(kind): ", .label), (id, .heading)])
    if !name.isEmpty { heading.append("  \(name)", .dim) }
    frame.write(heading, at: body.origin, limit: body.columns - 1)
    var column = body.column + 1
    for (index, tab) in tabs.enumerated() {
      let start = column
      column += frame.write(
        tab.isHere ? "[\(tab.title)]" : " \(tab.title) ",
        at: Point(column: column, row: body.row + 1),
        role: tab.isHere ? .accent : .plain, limit: body.endColumn - column)
      frame.addRegion(
        Rect(column: start, row: body.row + 1, columns: column - start, rows: 1), .tab(index))
      column += 1
    }
    frame.cursor = Point(column: body.column + 1, row: body.row + 1)
    let rest = Self.rest(body)
    let sentence: String
    switch standing {
    case .read: return rest
    case .reading: sentence = "Reading…"
    case .gone: sentence = "\(id) is gone: somebody has deleted it. \(keyName(.back)) goes back."
    }
    frame.write(
      sentence, at: Point(column: rest.column + 2, row: rest.row),
      role: standing == .gone ? .refused : .dim, limit: rest.columns - 3)
    return nil
  }
}

/// Draws a tab that is lines to scroll through.
func renderPane(
  _ pane: TextPane, _ lines: [StyledLine], into frame: inout Frame, _ rect: Rect,
  _ context: ScreenContext
) {
  var pane = pane
  pane.lines = lines
  pane.render(into: &frame, rect: rect.inset(columns: 1, rows: 0), glyphs: context.glyphs)
}
