import TerminalKit

/// Turns what ncurses reads into events: keys, mouse reports, pastes.
///
/// ncurses knows the keys of the terminal's description. Everything else that begins with ESC
/// is taken apart here, whole, so that no unknown sequence is ever typed into a field.
struct InputDecoder {
  /// What is being read.
  private enum State {
    case ground
    case escape
    /// After ESC [, with what came since.
    case controlSequence(String)
    /// After ESC O.
    case singleShift
    /// Inside an OSC, DCS or the like, which ends with BEL or ST.
    case controlString(afterEscape: Bool)
    case paste([Unicode.Scalar])
  }

  private static let pasteEnd = Array("\u{1B}[201~".unicodeScalars)
  /// The longest paste that is kept, in scalars; what is beyond is dropped.
  static let longestPaste = 1 << 20

  private var state = State.ground
  private var clicks = ClickCounter()

  /// Whether a sequence has begun that may still be on its way.
  var isInsideSequence: Bool {
    switch state {
    case .ground, .escape, .paste: false
    case .controlSequence, .singleShift, .controlString: true
    }
  }

  /// Whether a paste has begun and not ended.
  var isPasting: Bool {
    if case .paste = state { true } else { false }
  }

  /// Takes a key that ncurses recognised.
  mutating func receive(_ key: Key, into events: inout [TerminalEvent]) {
    if isPasting { return }
    if case .escape = state, key == .backspace {
      state = .ground
      events.append(.key(.control("w")))
      return
    }
    flush(into: &events)
    events.append(.key(key))
  }

  /// Takes a character; `now` is a monotonic time in milliseconds, for double clicks.
  mutating func receive(
    _ scalar: Unicode.Scalar, now: Int, into events: inout [TerminalEvent]
  ) {
    switch state {
    case .ground:
      if scalar == "\u{1B}" {
        state = .escape
      } else if let key = Key(typed: scalar) {
        events.append(.key(key))
      }
    case .escape: receiveAfterEscape(scalar, into: &events)
    case .controlSequence(let parameters):
      if scalar == "\u{1B}" {
        state = .escape
      } else if (0x40...0x7E).contains(scalar.value) {
        state = .ground
        finish(parameters, final: scalar, now: now, into: &events)
      } else if parameters.utf8.count < 64 {
        state = .controlSequence(parameters + String(scalar))
      } else {
        state = .ground
      }
    case .singleShift:
      state = .ground
      if let key = ControlSequence.singleShiftKey(scalar) { events.append(.key(key)) }
    case .controlString(let afterEscape):
      if scalar == "\u{07}" || scalar.value == 0x9C || (afterEscape && scalar == "\\") {
        state = .ground
      } else {
        state = .controlString(afterEscape: scalar == "\u{1B}")
      }
    case .paste(var text):
      state = .ground
      text.append(scalar)
      if scalar == "~", text.suffix(6).elementsEqual(Self.pasteEnd) {
        text.removeLast(6)
        events.append(.paste(Self.string(text)))
      } else {
        // The tail is kept apart from the limit: the end of the paste is found in it.
        let limit = Self.longestPaste + Self.pasteEnd.count
        if text.count > limit { text.remove(at: Self.longestPaste) }
        state = .paste(text)
      }
    }
  }

  /// Nothing more is on its way: what is left over is what was typed.
  mutating func flush(into events: inout [TerminalEvent]) {
    switch state {
    case .ground, .controlString: break
    case .escape: events.append(.key(.escape))
    case .singleShift: events.append(.key(.alt("O")))
    case .controlSequence(let parameters):
      if parameters.isEmpty { events.append(.key(.alt("["))) }
    case .paste(let text): events.append(.paste(Self.string(text)))
    }
    state = .ground
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func receiveAfterEscape(
    _ scalar: Unicode.Scalar, into events: inout [TerminalEvent]
  ) {
    state = .ground
    switch scalar {
    case "[": state = .controlSequence("")
    case "O": state = .singleShift
    case "]", "P", "X", "^", "_": state = .controlString(afterEscape: false)
    case "\u{1B}":
      events.append(.key(.escape))
      state = .escape
    case "\u{7F}", "\u{08}": events.append(.key(.control("w")))
    default:
      guard let key = Key(typed: scalar) else { return }
      if case .character(let character) = key {
        events.append(.key(.alt(character)))
      } else {
        events += [.key(.escape), .key(key)]
      }
    }
  }

  private mutating func finish(
    _ parameters: String, final: Unicode.Scalar, now: Int, into events: inout [TerminalEvent]
  ) {
    if parameters.hasPrefix("<"), final == "M" || final == "m" {
      guard
        let event = ControlSequence.mouseEvent(parameters.dropFirst(), released: final == "m")
      else { return }
      events.append(.mouse(clicks.counted(event, now: now)))
    } else if final == "~", parameters == "200" {
      state = .paste([])
    } else if let key = ControlSequence.key(parameters, final: final) {
      events.append(.key(key))
    }
  }
}
