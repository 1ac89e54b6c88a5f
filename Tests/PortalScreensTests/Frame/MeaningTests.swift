import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// No meaning by colour alone, in any scene: beside each role that means a state stands a sign or a word,
/// so that mono and ASCII say the same; and what has no word, the focus, has an attribute.
@Suite struct MeaningTests {
  private static let signs: [StyleRole: [String]] = [
    .granted: ["●", "*", "✓", "+ ", "granted", "active", "done", "200"],
    .pending: ["◌", "o ", "pending"],
    .refused: ["✕", "x ", "refused", "blocked", "403", "gone"],
    .added: ["+"], .removed: ["−", "-", "undone"], .changed: ["changed", "⏎", "Enter", "~"],
  ]

  @Test(arguments: GoldenTests.allScenes, [Glyphs.unicode, .ascii])
  func signsStandBesideColours(_ scene: GoldenTests.Scene, _ glyphs: Glyphs) async throws {
    let stage = try await Stage.story(as: scene.person, columns: 120, rows: 40, glyphs: glyphs)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    let frame = stage.frame
    if glyphs == .ascii {
      #expect(frame.text.utf8.allSatisfy { $0 < 0x80 }, "\(scene.name): more than ASCII")
    }
    for (role, signs) in Self.signs {
      var before = false
      for row in 0..<frame.size.rows {
        let text = frame[row].filter { $0.role == role }.map(\.text).joined()
        defer { before = !text.isEmpty }
        // What goes on from the row above has its sign there.
        if before || text.allSatisfy({ $0 == " " }) { continue }
        #expect(
          signs.contains(where: text.contains), "\(scene.name): \(role) only by colour: \(text)")
      }
    }
  }

  /// Where there is neither colour nor word, an attribute of its own says it.
  @Test func whatHasNoWordHasAnAttributeInMono() {
    let style = { Theme.mono.style(for: $0) }
    #expect(style(.focus).reverse && !style(.plain).reverse)
    #expect(style(.selectionInactive).underline && style(.match).underline)
    #expect(style(.accent).bold && style(.accent).underline)
    for role in StyleRole.allCases {
      #expect(style(role).foreground == nil && style(role).background == nil)
      #expect(role == .focus || role == .badge || !style(role).reverse, "\(role) looks focused")
    }
  }

  @Test(arguments: [
    ["n", "'Rep'"], ["⏎ t r", "'end'"], ["⏎ t r", "'back-end-api'", "⏎", "'plea'"], ["/", "'fro'"],
    ["?", "'so'"], [":", "'secr'"], ["⏎ ] ] n", "'view'"],
  ])
  func halfTypedTextOutlivesEverySize(_ keys: [String]) async throws {
    let stage = try await Stage.story()
    try await stage.take(keys)
    let before = stage.text
    for size in [(250, 80), (60, 18), (39, 9), (1, 1), (0, 0), (40, 10), (80, 24)] {
      await stage.act(.event(.resize(Size(columns: size.0, rows: size.1))))
      #expect(flaws(of: stage.frame, stage.state) == [], "at \(size)")
    }
    #expect(stage.text == before)
  }
}
