import TerminalKit

/// Rows of words in columns that stay straight whatever the words are.
struct TextTable {
  /// The columns' titles.
  var titles: [String]
  /// The rows; each as long as the titles.
  var rows: [[String]]
  /// What stands under a row, indented, by the row's index.
  var remarks: [Int: String] = [:]

  /// The lines, the titles first; what is empty is said instead.
  func lines(empty: String) -> [String] {
    guard !rows.isEmpty else { return [empty] }
    let all = ([titles] + rows).map { $0.map(TerminalText.sanitised) }
    let widths = titles.indices.map { column in
      all.map { TerminalText.columns(of: $0[column]) }.max() ?? 0
    }
    return all.enumerated().flatMap { number, row in
      var line = ""
      for (index, cell) in row.enumerated() {
        line += index == row.count - 1 ? cell : TerminalText.padded(cell, to: widths[index]) + "  "
      }
      while line.last == " " { line.removeLast() }
      return [line] + (remarks[number - 1].map { [Self.indent + $0] } ?? [])
    }
  }

  /// What stands before a remark.
  static let indent = "      "
}
