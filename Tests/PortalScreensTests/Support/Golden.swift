import Foundation
import TerminalKit
import Testing

/// Compares a frame with the text kept beside the tests. `UPDATE_GOLDENS=1` writes them anew.
func expectGolden(
  _ frame: Frame, _ name: String, mask: (name: String, text: String)? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var text = frame.text
  if let mask { text += "\n--- \(mask.name)\n" + mask.text.withoutPlainEnds }
  text += "\n--- cursor \(frame.cursor.column),\(frame.cursor.row)\n"
  try expectGolden(text: text, name, sourceLocation: sourceLocation)
}

/// Compares a text with the one kept beside the tests.
func expectGolden(
  text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens/\(name).txt")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let kept = try? String(contentsOf: file, encoding: .utf8)
  if kept != text {
    Issue.record(
      """
      The frame \(name) is not as kept\(kept == nil ? " (nothing is kept yet)" : "").
      Kept:
      \(kept ?? "")
      Drawn:
      \(text)
      """, sourceLocation: sourceLocation)
  }
}

extension Frame {
  /// The attributes that a theme gives each cell, one letter a cell: `b` bold, `u` underlined, `U` both,
  /// `r` reverse, `R` bold too, `d` dim, a dot for none, a question mark for a mixture not named here.
  func attributeMask(in theme: Theme) -> String {
    (0..<size.rows).map { row in
      String(self[row].map { theme.style(for: $0.role).attributeLetter })
    }.joined(separator: "\n")
  }
}

extension Style {
  fileprivate var attributeLetter: Character {
    switch (bold, underline, reverse, dim) {
    case (false, false, false, false): "."
    case (true, false, false, false): "b"
    case (false, true, false, false): "u"
    case (true, true, false, false): "U"
    case (false, false, true, false): "r"
    case (true, false, true, false): "R"
    case (false, false, false, true): "d"
    default: "?"
    }
  }
}

extension String {
  /// The dots at the ends of lines left out.
  fileprivate var withoutPlainEnds: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last == "." { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }
}
