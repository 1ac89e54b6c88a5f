import CNCurses
import TerminalKit

extension Key {
  /// The key that types a character; nil for controls that no key sends.
  init?(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A, 0x0D: self = .enter
    case 0x09: self = .tab
    case 0x1B: self = .escape
    case 0x08, 0x7F: self = .backspace
    case 0x00: self = .control(" ")
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x80...0x9F: return nil
    default: self = .character(Character(scalar))
    }
  }

  /// The key of a number that the shim gave; nil for keys without a meaning here.
  init?(shim value: UInt32) {
    if value > PCURSES_KEY_F0.rawValue {
      self = .function(Int(value - PCURSES_KEY_F0.rawValue))
      return
    }
    switch pcurses_key(rawValue: value) {
    case PCURSES_KEY_UP: self = .up
    case PCURSES_KEY_DOWN: self = .down
    case PCURSES_KEY_LEFT: self = .left
    case PCURSES_KEY_RIGHT: self = .right
    case PCURSES_KEY_HOME: self = .home
    case PCURSES_KEY_END: self = .end
    case PCURSES_KEY_PAGE_UP: self = .pageUp
    case PCURSES_KEY_PAGE_DOWN: self = .pageDown
    case PCURSES_KEY_ENTER: self = .enter
    case PCURSES_KEY_BACKSPACE: self = .backspace
    case PCURSES_KEY_DELETE: self = .delete
    case PCURSES_KEY_INSERT: self = .insert
    case PCURSES_KEY_BACK_TAB: self = .backTab
    case PCURSES_KEY_WORD_LEFT: self = .alt("b")
    case PCURSES_KEY_WORD_RIGHT: self = .alt("f")
    default: return nil
    }
  }
}
