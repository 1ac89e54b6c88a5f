import PortalModel
import TerminalKit

/// How a person signs in: the level of assurance, with or without a second factor.
struct SignInDialog: Hashable, Sendable {
  enum Purpose: Hashable, Sendable {
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
        return [.note("↑ ↓ level, Space second factor, ⏎ done, Esc cancels")]
      }
    }
    return []
  }
}

/// A text to read: a history, a raw reply, an explanation, credentials.
struct TextDialog: Hashable, Sendable {
  var title: String
  var pane: TextPane

  init(title: String, lines: [StyledLine]) {
    self.title = title
    pane = TextPane(lines)
  }

  mutating func handle(_ key: Key, size: Size) -> [Step] {
    switch key {
    case .escape, .enter, .character("q"): return [.close]
    case .character("c"):
      return [
        .effect(.copy(pane.lines.map(\.text).joined(separator: "\n"))),
        .note("Copied, where the terminal allows it; else select it: Shift and the mouse"),
      ]
    case .character("j"): _ = pane.handle(.down, size: size)
    case .character("k"): _ = pane.handle(.up, size: size)
    default:
      guard pane.handle(key, size: size) else {
        return [.note("↑ ↓ scroll, Esc closes")]
      }
    }
    return []
  }
}
