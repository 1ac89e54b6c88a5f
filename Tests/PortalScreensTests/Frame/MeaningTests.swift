import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// No meaning by colour alone, in any scene: beside each role that means a state stands a sign or a word,
/// so that mono and ASCII say the same.
@Suite struct MeaningTests {
  private static let signs: [StyleRole: [String]] = [
    .granted: ["●", "*", "✓", "+ ", "granted", "active"],
    .pending: ["◌", "o ", "pending"],
    .refused: ["✕", "x ", "refused", "blocked", "403", "gone"],
    .added: ["+"], .removed: ["−", "-"], .changed: ["changed", "⏎", "Enter"],
  ]

  @Test(arguments: GoldenTests.scenes, [Glyphs.unicode, .ascii])
  func signsStandBesideColours(_ scene: GoldenTests.Scene, _ glyphs: Glyphs) async throws {
    let stage = try await Stage.story(as: scene.person, columns: 120, rows: 40, glyphs: glyphs)
    try await stage.take(scene.keys)
    let frame = stage.frame
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

  @Test(arguments: GoldenTests.scenes)
  func theCursorIsOnTheFocusAtEverySize(_ scene: GoldenTests.Scene) async throws {
    for size in [(80, 24), (60, 18), (40, 10), (250, 80), (39, 9), (100, 30)] {
      let stage = try await Stage.story(as: scene.person)
      try await stage.take(scene.keys)
      await stage.act(.event(.resize(Size(columns: size.0, rows: size.1))))
      #expect(flaws(of: stage.frame, stage.state) == [], "\(scene.name) at \(size)")
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
