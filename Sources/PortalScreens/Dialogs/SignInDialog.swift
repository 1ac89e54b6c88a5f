import PortalModel
import TerminalKit

/// How a person signs in: the level of assurance, with or without a second factor.
struct SignInDialog: Hashable, Encodable, Sendable {
  enum Purpose: Hashable, Encodable, Sendable {
    case actAs(Identity)
    case exchange
  }

  var title: String
  var purpose: Purpose
  var levels: ListScroll
  var multifactor: Bool

  init(title: String, signIn: SignIn, purpose: Purpose) {
    self.title = title
    self.purpose = purpose
    levels = ListScroll(count: LevelOfAssurance.allCases.count, selected: signIn.level.rawValue)
    multifactor = signIn.multifactor
  }

  var signIn: SignIn {
    SignIn(
      level: LevelOfAssurance(rawValue: levels.selected) ?? .any, multifactor: multifactor)
  }

  mutating func handle(_ key: Key) -> [Step] {
    switch key {
    case .escape: return [.close]
    case .character(" "), .character("f"), .tab:
      multifactor.toggle()
      return []
    case .character("j"): _ = levels.handle(.down, height: 6)
    case .character("k"): _ = levels.handle(.up, height: 6)
    case .enter:
      switch purpose {
      case .actAs(let identity): return [.close, .act(Acting(identity: identity, signIn: signIn))]
      case .exchange: return [.close, .deliver(.signIn(signIn))]
      }
    default:
      guard levels.handle(key, height: 6) else {
        return [
          .note(
            "\(keyName(.signInUp)) \(keyName(.signInDown)) level, \(keyName(.signInFactor)) second factor, "
              + "\(keyName(.signInDone)) done, \(keyName(.signInCancel)) cancels")
        ]
      }
    }
    return []
  }
}

/// A text to read: a history, a raw reply, an explanation, credentials.
struct TextDialog: Hashable, Encodable, Sendable {
  var title: String
  var pane: TextPane
  /// What is copied; `nil` for the whole text.
  var copies: String?
  /// The text stands alone on the screen, without a frame, for selecting it with the mouse.
  var isBare = false

  init(title: String, lines: [StyledLine], copies: String? = nil) {
    self.title = title
    pane = TextPane(lines)
    self.copies = copies
  }

  /// What is copied.
  var copied: String { copies ?? pane.lines.map(\.text).joined(separator: "\n") }

  mutating func handle(_ key: Key, size: Size) -> [Step] {
    switch key {
    case .escape, .enter, .character("q"): return [.close]
    case .character("c"):
      guard copied.utf8.count <= Clipboard.longest else {
        isBare = true
        return [.note("It is too long for the terminal's clipboard")]
      }
      return [
        .effect(.copy(copied)),
        .note(
          "Copied, where the terminal allows it; \(keyName(.textBare)) shows it for the mouse"),
      ]
    case .character("C"):
      isBare.toggle()
      return []
    case .character("j"): _ = pane.handle(.down, size: size)
    case .character("k"): _ = pane.handle(.up, size: size)
    default:
      guard pane.handle(key, size: size) else {
        return [
          .note("\(keyName(.textUp)) \(keyName(.textDown)) scroll, \(keyName(.textClose)) closes")
        ]
      }
    }
    return []
  }
}
