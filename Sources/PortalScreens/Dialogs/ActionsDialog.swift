import TerminalKit

/// Actions with their keys, filtered from the first letter typed; ⏎ runs the one under the cursor.
///
/// Behind `?` stand those that work here, behind `:` every one of the program.
struct ActionsDialog: Hashable, Encodable, Sendable {
  enum Scope: Hashable, Encodable, Sendable { case here, everything }

  var scope: Scope
  var entries: [ActionEntry]
  var editor = LineEditor(limit: 40)
  var scroll: ListScroll

  init(scope: Scope, entries: [ActionEntry]) {
    self.scope = scope
    self.entries = entries
    scroll = ListScroll(count: entries.count)
  }

  var title: String {
    switch scope {
    case .here: "Help: the keys that work here"
    case .everything: "Commands: every action of the program"
    }
  }

  /// The entries that fit what was typed, the best first; in their own order where nothing is.
  var rows: [ActionEntry] {
    let words = editor.text.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty else { return entries }
    return entries.enumerated()
      .compactMap { index, entry in entry.score(words).map { (entry, $0, index) } }
      .sorted { ($1.1, $0.2) < ($0.1, $1.2) }
      .map(\.0)
  }

  var selected: ActionEntry? {
    let rows = self.rows
    return scroll.selection.flatMap { rows.indices.contains($0) ? rows[$0] : nil }
  }

  mutating func handle(_ key: Key, height: Int) -> (steps: [Step], run: ActionEntry?) {
    switch key {
    case .escape: return ([.close], nil)
    case .enter:
      guard let selected else { return ([.note("No action fits what was typed")], nil) }
      if case .impossible(let why) = selected.standing { return ([.note(why)], nil) }
      return ([.close], selected)
    case .up, .down, .pageUp, .pageDown:
      _ = scroll.handle(key, height: height)
    default:
      let before = editor.text
      guard editor.handle(key) else {
        return (
          [
            .note(
              "Type to filter, \(keyName(.actionsUp)) \(keyName(.actionsDown)) choose, \(keyName(.actionsRun)) runs it, "
                + "\(keyName(.actionsClose)) closes")
          ], nil
        )
      }
      if editor.text != before { filterChanged() }
    }
    return ([], nil)
  }

  mutating func paste(_ text: String) {
    editor.insert(FormDialog.oneLine(text))
    filterChanged()
  }

  private mutating func filterChanged() { scroll = ListScroll(count: rows.count) }
}
