import CNCurses
import Glibc
import TerminalKit

/// The terminal of the process, while screens are shown on it.
///
/// There is one at a time. Opening it switches to the alternate screen and takes signals over;
/// `restore`, the end of its life, `exit` and every signal that ends the program give the
/// terminal back as it was. Ctrl-Z suspends the program without the loop being asked.
@MainActor
public final class Terminal {
  /// The size that frames should have.
  public internal(set) var size = Size(columns: 0, rows: 0)
  /// Whether characters beyond ASCII can be drawn.
  public let supportsUTF8: Bool
  /// Whether the environment named no UTF-8 locale, so that C.UTF-8 was taken instead.
  public let usesFallbackLocale: Bool
  /// How many colours the terminal has; 0 for none.
  public let colours: Int
  /// How roles look.
  public private(set) var theme: Theme
  /// Makes `nextEvents` return, from any thread.
  public nonisolated let waker: TerminalWaker

  let input: Int32
  var isOpen = true
  var isGone = false
  var decoder = InputDecoder()
  /// What stands on the screen; nil if that is not known.
  var shown: Frame?
  /// The attributes of each role, by raw value.
  var attributes: [UInt32] = []
  var scratch: [pcurses_cell] = []
  /// Signals that came while another program had the terminal.
  var heldSignals: [Int32] = []

  /// Opens the terminal.
  ///
  /// - Parameters:
  ///   - input: The descriptor that keys come from.
  ///   - output: The descriptor to draw on; both must be terminals.
  ///   - theme: How roles look.
  ///   - mouse: Whether mouse reports are wanted.
  public init(
    input: Int32 = 0, output: Int32 = 1, theme: Theme, mouse: Bool = true
  ) throws(TerminalError) {
    let locale = pcurses_set_locale()
    let status = pcurses_start(input, output)
    guard status == PCURSES_OK.rawValue else { throw TerminalError(status: status) }
    self.input = input
    self.theme = theme
    supportsUTF8 = locale != PCURSES_LOCALE_NONE.rawValue
    usesFallbackLocale = locale == PCURSES_LOCALE_FALLBACK.rawValue
    colours = Int(pcurses_colours())
    waker = TerminalWaker()
    takeSize()
    applyTheme()
    pcurses_set_mouse(mouse)
  }

  isolated deinit {
    restore()
  }

  /// Gives the terminal back as it was found; calling it again does nothing.
  public func restore() {
    guard isOpen else { return }
    isOpen = false
    pcurses_end()
  }

  /// Changes how roles look; the last frame is drawn anew.
  public func setTheme(_ newTheme: Theme) {
    theme = newTheme
    guard isOpen else { return }
    applyTheme()
    redraw()
  }

  /// Turns mouse reports on or off; off leaves the mouse to the terminal's own selecting.
  public func setMouse(_ enabled: Bool) {
    if isOpen { pcurses_set_mouse(enabled) }
  }

  /// Lends the terminal to another program, such as an editor, and draws all anew afterwards.
  ///
  /// Interrupts meant for that program are forgotten.
  public func suspendedForShell<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOpen else { return try body() }
    pcurses_suspend()
    defer {
      pcurses_resume()
      forgetInterrupts()
      redraw()
    }
    return try body()
  }

  /// Puts a text on the system's clipboard, where the terminal allows it (OSC 52).
  ///
  /// - Returns: False if the text is longer than terminals take (`Clipboard.longest`), or the terminal
  ///   is closed. Whether the terminal obeyed cannot be known.
  @discardableResult
  public func copyToClipboard(_ text: String) -> Bool {
    guard isOpen, text.utf8.count <= Clipboard.longest else { return false }
    var bytes = Array("\u{1B}]52;c;".utf8) + Base64.encoded(text.utf8) + [0x07]
    return bytes.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { pcurses_write($0.baseAddress, $0.count) }
    }
  }

  private func applyTheme() {
    attributes = StyleRole.allCases.map { role in
      let style = theme.style(for: role, colours: colours)
      if colours >= 8 {
        pcurses_set_pair(
          Int32(role.rawValue) + 1, style.foreground.map { Int32($0.rawValue) } ?? -1,
          style.background.map { Int32($0.rawValue) } ?? -1)
      }
      return style.attributes
    }
  }
}

extension TerminalError {
  /// The error of a status that the shim gave.
  init(status: Int32) {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch pcurses_status(rawValue: UInt32(bitPattern: status)) {
    case PCURSES_NOT_A_TERMINAL: self = .notATerminal
    case PCURSES_TERM_UNSET: self = .termUnset
    case PCURSES_TERM_UNKNOWN: self = .termUnknown(name)
    case PCURSES_NO_CURSOR_MOVEMENT: self = .noCursorMovement(name)
    default: self = .unavailable
    }
  }
}
