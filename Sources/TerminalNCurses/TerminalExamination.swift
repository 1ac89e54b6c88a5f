import CNCurses
import TerminalKit

/// What the terminal and the locale of the process can do, found out without drawing anything.
public struct TerminalExamination: Hashable, Sendable {
  /// Where the characters come from.
  public enum Locale: Hashable, Sendable {
    /// The environment's own locale, which is UTF-8.
    case environment
    /// C.UTF-8, because the environment's is missing or not UTF-8.
    case fallback
    /// There is no UTF-8; only ASCII can be drawn.
    case none
  }

  /// Why screens cannot be shown; `nil` where they can.
  public var problem: TerminalError?
  /// How many colours the terminal has; 0 for none or not known.
  public var colours: Int
  /// The locale that counts.
  public var locale: Locale
  /// The signs of ours that the system does not take for one column wide, and which are drawn as
  /// something else.
  public var oddSigns: [String]

  /// Looks at two descriptors of the process.
  @MainActor
  public init(input: Int32 = 0, output: Int32 = 1) {
    switch pcurses_set_locale() {
    case Int32(PCURSES_LOCALE_ENVIRONMENT.rawValue): locale = .environment
    case Int32(PCURSES_LOCALE_FALLBACK.rawValue): locale = .fallback
    default: locale = .none
    }
    var count: Int32 = 0
    let status = pcurses_examine(input, output, &count)
    problem = status == PCURSES_OK.rawValue ? nil : TerminalError(status: status)
    colours = Int(count)
    oddSigns = Glyphs.unicode.all.filter { sign in
      sign.unicodeScalars.contains { pcurses_width($0.value) != 1 }
    }
  }
}
