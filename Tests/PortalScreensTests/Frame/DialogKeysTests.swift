import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Keys in dialogs: none does nothing silently, and each can be replaced.
@Suite struct DialogKeysTests {
  @Test(arguments: MouseTests.scenes)
  func noKeyDoesNothingSilently(_ scene: GoldenTests.Scene) async throws {
    let stage = try await Stage.story(as: scene.person)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    guard let dialog = stage.state.dialogs.last else { return }
    stage.state.message = nil
    let moves: Set<Key> = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete,
      .character("j"), .character("k"), .control("a"), .control("b"), .control("d"), .control("e"),
      .control("f"), .control("h"), .control("k"), .control("u"), .control("w"), .alt("b"),
      .alt("d"), .alt("f"),
    ]
    for key in Set(Monkey.keys + [.control("x"), .function(7), .alt("q"), .insert]) {
      // At an end, what moves or takes a character off has nothing left to do.
      if moves.contains(key) { continue }
      var state = stage.state
      let effects = reduce(&state, .event(.key(key)), World(now: stage.now))
      #expect(
        state != stage.state || !effects.isEmpty, "\(key.name) in \(dialog.kind): \(scene.name)")
    }
  }

  @Test(arguments: MouseTests.scenes)
  func aReplacedKeyDoesWhatTheOldOneDid(_ scene: GoldenTests.Scene) async throws {
    let stage = try await Stage.story(as: scene.person)
    stage.activity.rows = scene.activity
    try await stage.take(scene.keys)
    guard let dialog = stage.state.dialogs.last else { return }
    for row in DialogActionSpec.rows(in: dialog.kind) {
      var old = stage.state
      let oldEffects = reduce(&old, .event(.key(row.keys[0])), World(now: stage.now))
      var new = stage.state
      new.keymap.dialogs[row.id] = [.function(9)]
      let newEffects = reduce(&new, .event(.key(.function(9))), World(now: stage.now))
      #expect(old.dialogs == new.dialogs && oldEffects == newEffects, "\(row.id) in \(scene.name)")
      for key in row.keys {
        var unchanged = stage.state
        unchanged.keymap.dialogs[row.id] = [.function(9)]
        let effects = reduce(&unchanged, .event(.key(key)), World(now: stage.now))
        #expect(unchanged.dialogs == stage.state.dialogs && effects.isEmpty, "\(row.id)")
        #expect(unchanged.message?.text.contains("another key was chosen") == true)
      }
    }
  }

  @Test func theHintsOfADialogFollow() async throws {
    let stage = try await Stage.story()
    stage.state.keymap = Keymap(dialogs: [
      .confirmCancel: [.control("g")], .confirmYes: [.character("o")],
    ])
    try await stage.press("⏎ d F9")
    #expect(stage.text.contains("Ctrl-G cancel"))
    #expect(stage.message.contains("Ctrl-G cancels") && !stage.message.contains("Esc"))
  }
}
