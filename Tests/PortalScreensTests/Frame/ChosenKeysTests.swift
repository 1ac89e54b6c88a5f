import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Every key replaced: the screens still work, and no sentence names a key that is not one any more.
@Suite struct ChosenKeysTests {
  /// Letters that stand alone in no text of ours.
  private static let letters = Array(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯαβγδεζηθικλμνξοπρστυφχψω"
      + "ΓΔΘΛΞΠΣΦΨΩабвгдђжзијклљмнњопрстћуфхцчџшєіїґўѓќѕ")

  /// Another key for everything; those that must work in fields are function keys, those of dialogs are
  /// held with Alt.
  static let keymap: Keymap = {
    var keymap = Keymap()
    var unused = letters.reduce(into: [Character]()) { if !$0.contains($1) { $0.append($1) } }
    for row in ActionSpec.table {
      keymap.actions[row.id] = [.character(unused.removeFirst())]
    }
    keymap.actions[.help, default: []].append(.function(20))
    keymap.actions[.repair, default: []].append(.function(21))
    var alts = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    for row in DialogActionSpec.table { keymap.dialogs[row.id] = [.alt(alts.removeFirst())] }
    return keymap
  }()

  @Test func theMapIsOneThatASettingsFileMayAskFor() {
    for row in ActionSpec.table { #expect(Self.keymap.flaws(of: row.id) == [], "\(row.id)") }
    for row in DialogActionSpec.table { #expect(Self.keymap.flaws(of: row.id) == [], "\(row.id)") }
  }

  @Test(arguments: MouseTests.scenes)
  func noSentenceNamesAKeyThatIsNone(_ scene: GoldenTests.Scene) async throws {
    for size in [(80, 24), (120, 40)] {
      let stage = try await Stage.story(as: scene.person, columns: size.0, rows: size.1)
      stage.activity.rows = scene.activity
      stage.state.keymap = Self.keymap
      try await stage.takeByMeaning(scene.keys)
      for text in [stage.text, stage.state.plainPage(now: stage.now).text.joined(separator: "\n")] {
        #expect(Self.oldKeys(in: text) == [], "\(scene.name)\n\(text)")
      }
    }
  }

  @Test func noReasonNamesAKeyThatIsNone() async throws {
    for way in ActionTableTests.ways {
      let stage = try await Stage.story()
      stage.state.keymap = Self.keymap
      try await stage.takeByMeaning(way.keys)
      KeyWords.following(stage.state) {
        for entry in stage.state.allEntries {
          #expect(
            Self.oldKeys(in: entry.explanation) == [], "\(entry.row.id): \(entry.explanation)")
        }
      }
    }
  }

  /// What names a key of the table in a text, as far as it can be told from a word.
  static func oldKeys(in text: String) -> [String] {
    let named = ["⏎", "Esc", "⌫", "↑", "↓", "F1", "F4", "Ctrl-", "Space", "Shift-Tab", "PgUp"]
    // An arrow at the right edge says that there is more; the rest are no keys either.
    var text = text.split(separator: "\n").map { line in
      var line = line
      // Behind a dialog words are cut anywhere: only the foremost one is read.
      if let corner = line.lastIndex(where: { "┌└".contains($0) }) { line = line[corner...] }
      let bars = line.indices.filter { line[$0] == "│" }
      if bars.count > 1 {
        let middle = bars.count / 2
        line = line[line.index(after: bars[middle - 1])..<bars[middle]]
      } else if let bar = bars.first, line[bar...].split(separator: " ").count < 3 {
        // The rest of an address that the pane broke.
        line = line[..<bar]
      }
      while let last = line.last, "↑↓│ ".contains(last) { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
    // A token has letters in any order.
    text = text.replacing(/\S{30,}/, with: "")
    text = text.replacing("(s)", with: "s").replacing(/[0-9] s\b/, with: "")
    for word in ["e.g.", "next / press", "x does nothing here"] {
      text = text.replacing(word, with: "")
    }
    var found = named.filter(text.contains)
    let tab = text.replacing("Tab \"", with: "").replacing("Tab: ", with: "")
    if tab.contains(/\bTab (shows|goes|next)/) { found.append("Tab") }
    // A letter alone is a key, but for the article, and what people typed.
    for match in text.matches(of: /(?:^|[\s(;:,])([b-zB-HJ-Z\/?!:])(?:[\s),.;]|$)/) {
      found.append(String(match.1))
    }
    if text.contains(/(?:^|[\s(;:,])a (accepts|approves|shows|opens)/) { found.append("a") }
    return found
  }
}

extension Stage {
  /// Takes steps by what the table's keys mean: whatever key has that meaning now is pressed.
  func takeByMeaning(_ steps: [String]) async throws {
    for step in steps {
      guard !step.hasPrefix("'"), step != "first start" else {
        try await take([step])
        continue
      }
      for name in step.split(separator: " ") {
        let key = try #require(Key(name: String(name)))
        try await send(.key(meant(by: key)))
      }
    }
  }

  private func meant(by key: Key) -> Key {
    if let dialog = state.dialogs.last {
      let row = DialogActionSpec.rows(in: dialog.kind).first { $0.keys.contains(key) }
      // The key for what can be done about a refusal works in dialogs too, where it is no letter.
      let repair =
        Keymap().keys(of: ActionID.repair).contains(key)
        ? state.keymap.keys(of: ActionID.repair).first { !$0.isText } : nil
      return row.flatMap { state.keymap.keys(of: $0).first } ?? repair ?? key
    }
    if state.isFiltering {
      let row = DialogActionSpec.rows(in: .filter).first { $0.keys.contains(key) }
      return row.flatMap { state.keymap.keys(of: $0).first } ?? key
    }
    let id = Keymap().action(for: key, in: state.contexts)
    return id.flatMap { state.keymap.keys(of: $0).first } ?? key
  }
}
