import Foundation
import TerminalKit
import Testing

/// Compares a frame with the text kept beside the tests. `UPDATE_GOLDENS=1` writes them anew.
func expectGolden(
  _ frame: Frame, _ name: String, withRoles: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var text = frame.text
  if withRoles { text += "\n--- roles\n" + frame.roleMask }
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
