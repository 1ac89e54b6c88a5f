import TerminalKit

/// The page of keys, made from the table of actions.
public enum KeysPage {
  /// The page as Markdown.
  public static var markdown: String {
    var lines = [
      "# Keys", "",
      "Made from the table of actions by `make docs`; edit the table, not this page.", "",
      "In fields letters are text. Every key can be another: see [configuration](configuration.md).",
    ]
    for context in ActionContext.allCases {
      let rows = ActionSpec.table.filter { $0.contexts.contains(context) }
      guard !rows.isEmpty else { continue }
      lines += ["", "## \(context.title)", "", "| key | what it does | name |", "|---|---|---|"]
      lines += rows.map { row in
        let keys = row.keys.map { "`\($0.name)`" }.joined(separator: " ")
        return "| \(keys) | \(row.summary) | `\(row.id.word)` |"
      }
    }
    for kind in DialogKind.allCases {
      lines += ["", "## \(kind.title)", "", "| key | what it does | name |", "|---|---|---|"]
      lines += DialogActionSpec.rows(in: kind).map { row in
        let keys = row.keys.map { "`\($0.name)`" }.joined(separator: " ")
        return "| \(keys) | \(row.summary) | `\(row.id.word)` |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
