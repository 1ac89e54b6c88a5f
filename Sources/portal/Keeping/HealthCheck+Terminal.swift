import PortalModel
import TerminalKit
import TerminalNCurses

extension HealthCheck {
  /// The checks of the terminal and the locale.
  static func checks(of terminal: TerminalExamination) -> [HealthCheck] {
    [self.terminal(terminal), colours(terminal), locale(terminal), glyphs(terminal)]
  }

  private static func terminal(_ terminal: TerminalExamination) -> HealthCheck {
    switch terminal.problem {
    case nil: HealthCheck(.terminal, .fine, "the screens can be shown here")
    case .notATerminal:
      HealthCheck(
        .terminal, .note, "input or output is no terminal; commands work, the screens need one")
    case .some(let problem):
      HealthCheck(.terminal, .problem, ScreenError(problem).sentence)
    }
  }

  private static func colours(_ terminal: TerminalExamination) -> HealthCheck {
    let count = terminal.colours
    return count >= 256
      ? HealthCheck(.colours, .fine, "\(count) colours")
      : HealthCheck(
        .colours, .note,
        count < 8 ? "no colours: the screens are drawn in mono" : "\(count) colours of 256",
        mend: "Where the terminal can do more, say so: export TERM=xterm-256color")
  }

  private static func locale(_ terminal: TerminalExamination) -> HealthCheck {
    switch terminal.locale {
    case .environment: HealthCheck(.locale, .fine, "UTF-8")
    case .fallback:
      HealthCheck(
        .locale, .note, "the environment's locale is missing or not UTF-8; C.UTF-8 stands in",
        mend: "export LC_ALL=C.UTF-8")
    case .none:
      HealthCheck(
        .locale, .problem, "no UTF-8 locale is installed: the screens are drawn in ASCII",
        mend: "Install one, such as C.UTF-8 (Debian: libc-bin).")
    }
  }

  private static func glyphs(_ terminal: TerminalExamination) -> HealthCheck {
    guard terminal.oddSigns.isEmpty else {
      return HealthCheck(
        .glyphs, .note, "not one column wide here: \(terminal.oddSigns.joined(separator: " "))",
        mend: "portal screens --ascii draws other signs.")
    }
    let signs = Glyphs.unicode.all.joined(separator: " ")
    return HealthCheck(
      .glyphs, .fine,
      terminal.locale == .none
        ? "ASCII signs are drawn" : "each of these is one sign wide: \(signs)",
      mend: "Where boxes or question marks stand instead, use portal screens --ascii.")
  }
}
