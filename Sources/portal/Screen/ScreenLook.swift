import PortalScreens
import TerminalKit

/// A theme by name, or the one that suits the terminal.
enum ThemeChoice: Hashable, Sendable {
  case auto
  case theme(Theme)

  /// Every name that can be written.
  static let names = ["auto"] + Theme.all.map(\.name)

  init?(name: String) {
    if name == "auto" {
      self = .auto
    } else if let theme = Theme(named: name) {
      self = .theme(theme)
    } else {
      return nil
    }
  }
}

/// How the screens look: what was asked for now beats what is written in the settings.
struct ScreenLook: Hashable, Sendable {
  /// The theme asked for.
  var theme: ThemeChoice?
  /// Only ASCII is drawn; `nil` where nothing was asked.
  var isASCII: Bool?
  /// Mouse reports are wanted; `nil` where nothing was asked.
  var mouse: Bool?
  /// The section asked for; `nil` where nothing was asked.
  var section: Section?
  /// What is remembered of the last time does not count.
  var isFresh = false
  /// `NO_COLOR` is set.
  var isColourless = false
  /// The ground is light, as far as the terminal says so (`COLORFGBG`).
  var isLight = false

  /// The look where nothing was asked for.
  init(environment: [String: String]) {
    isColourless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let ground = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    isLight = ground == 7 || ground == 15
  }

  /// Takes over what a person chose once, where they ask for nothing else now.
  mutating func fill(from settings: ScreenSettings) {
    theme = theme ?? settings.theme
    isASCII = isASCII ?? settings.isASCII
    mouse = mouse ?? settings.mouse
  }

  /// The theme for a terminal of so many colours.
  func theme(colours: Int) -> Theme {
    if case .theme(let theme) = theme { return theme }
    if isColourless || colours < 8 { return .mono }
    return isLight ? .light : .dark
  }
}
