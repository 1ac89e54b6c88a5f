/// A key, or a combination of keys, as a terminal reports it.
public enum Key: Hashable, Sendable {
  /// A character that was typed; a blank is one too.
  case character(Character)
  /// The arrow keys.
  case up, down, left, right
  /// To the beginning and to the end.
  case home, end
  /// A screenful back and forth.
  case pageUp, pageDown
  /// Return, also reported for Ctrl-M and Ctrl-J.
  case enter
  /// Escape.
  case escape
  /// Tab and Shift-Tab.
  case tab, backTab
  /// The two keys that delete.
  case backspace, delete
  /// Insert.
  case insert
  /// A function key, 1 to 24.
  case function(Int)
  /// A lower-case letter or sign held with Ctrl.
  case control(Character)
  /// A character held with Alt (sent by terminals as ESC and the character).
  case alt(Character)
}

extension Key {
  private static let named: [(key: Key, name: String, other: [String])] = [
    (.up, "↑", ["Up"]), (.down, "↓", ["Down"]), (.left, "←", ["Left"]),
    (.right, "→", ["Right"]), (.home, "Home", []), (.end, "End", []),
    (.pageUp, "PgUp", ["PageUp"]), (.pageDown, "PgDn", ["PageDown"]),
    (.enter, "⏎", ["Enter", "Return"]), (.escape, "Esc", ["Escape"]), (.tab, "Tab", []),
    (.backTab, "Shift-Tab", ["BackTab"]), (.backspace, "Backspace", []),
    (.delete, "Del", ["Delete"]), (.insert, "Ins", ["Insert"]),
    (.character(" "), "Space", []),
  ]

  /// The name that footers and help show, such as `Esc`, `⏎`, `Ctrl-C`, `F5` or `n`.
  public var name: String {
    if let entry = Self.named.first(where: { $0.key == self }) { return entry.name }
    switch self {
    case .character(let character): return String(character)
    case .function(let number): return "F\(number)"
    case .control(let character): return "Ctrl-\(character.uppercased())"
    case .alt(let character): return "Alt-\(character)"
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .escape, .tab,
      .backTab, .backspace, .delete, .insert:
      return ""
    }
  }

  /// The name written with other signs, for terminals that show ASCII only.
  public func name(glyphs: Glyphs) -> String {
    switch self {
    case .up: glyphs.up
    case .down: glyphs.down
    case .left: glyphs.left
    case .right: glyphs.right
    case .enter: glyphs.enter
    default: name
    }
  }

  /// The key of a name as `name` writes it, or in ASCII (`Up`, `Enter`); nil for other text.
  ///
  /// A single character is that character; Ctrl names take either case.
  public init?(name: String) {
    if let entry = Self.named.first(where: { $0.name == name || $0.other.contains(name) }) {
      self = entry.key
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else if name.hasPrefix("Ctrl-"), name.count == 6, let letter = name.last?.lowercased().first {
      self = .control(letter)
    } else if name.hasPrefix("Alt-"), name.count == 5, let letter = name.last {
      self = .alt(letter)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}

extension Key: Encodable {
  /// Writes the name, as ``init(name:)`` reads it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
