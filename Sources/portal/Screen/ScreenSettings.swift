import PortalScenarios
import PortalScreens
import TerminalKit

/// What a person chose in `config.yaml`, as the screens take it.
struct ScreenSettings: Sendable {
  var theme: ThemeChoice?
  var mouse: Bool?
  var isASCII: Bool?
  var start: Section?
  var keymap = Keymap()
  /// What is to be said of the file at the start; `nil` where all is well.
  var warning: String?

  /// Where the file is looked for: `$XDG_CONFIG_HOME/portal/config.yaml`, else in `~/.config`.
  static func path(environment: [String: String]) -> String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return "\(folder)/portal/config.yaml"
    }
    guard let home = environment["HOME"], !home.isEmpty else { return nil }
    return "\(home)/.config/portal/config.yaml"
  }

  /// Reads the file, where there is one. Whatever is wrong with it, the screens open.
  static func load(environment: [String: String]) -> ScreenSettings {
    guard let path = path(environment: environment) else { return ScreenSettings() }
    do throws(FileError) {
      let text = try TextFile.read(path, maximum: 1 << 20)
      return ScreenSettings(Configuration.read(text, .screens))
    } catch {
      var settings = ScreenSettings()
      if case .missing = error { return settings }
      settings.warning = "Your settings are not used: \(error.sentence)"
      return settings
    }
  }

  init() {}

  init(_ read: (configuration: Configuration, problems: [ScenarioProblem])) {
    let configuration = read.configuration
    theme = configuration.theme.flatMap(ThemeChoice.init(name:))
    mouse = configuration.mouse
    isASCII = configuration.ascii
    start = configuration.start.flatMap(Section.init(word:))
    keymap = Keymap(configuration)
    guard let first = read.problems.first else { return }
    let rest = read.problems.count - 1
    warning =
      "config.yaml, \(first.sentence)"
      + (rest > 0 ? " And \(rest) more:" : "") + " \"portal config check\" says it all."
  }
}

extension Configuration.Vocabulary {
  /// What the screens of this program know.
  static let screens = Configuration.Vocabulary(
    themes: ThemeChoice.names, sections: Section.allCases.map(\.word),
    actions: ActionID.allCases.map(\.word), dialogActions: DialogActionID.allCases.map(\.word),
    isKey: { Key(name: $0) != nil },
    objections: { configuration in
      let keymap = Keymap(configuration)
      return configuration.keys.flatMap { choice in
        (ActionID(word: choice.action).map { keymap.flaws(of: $0) } ?? [])
          .map { Configuration.Objection(choice, .init($0)) }
      }
        + configuration.dialogKeys.flatMap { choice in
          (DialogActionID(word: choice.action).map { keymap.flaws(of: $0) } ?? [])
            .map { Configuration.Objection(choice, .init($0)) }
        }
    })
}

extension ScenarioProblem.Kind {
  fileprivate init(_ flaw: Keymap.Flaw) {
    switch flaw {
    case .clash(let key, let other): self = .keyClash(key.name, with: other)
    case .letterIsText(let key): self = .letterIsText(key.name)
    case .keyNeeded: self = .keyNeeded
    }
  }
}

extension Keymap {
  fileprivate init(_ configuration: Configuration) {
    self.init()
    for choice in configuration.keys {
      guard let id = ActionID(word: choice.action) else { continue }
      actions[id] = choice.keys.compactMap { Key(name: $0) }
    }
    for choice in configuration.dialogKeys {
      guard let id = DialogActionID(word: choice.action) else { continue }
      dialogs[id] = choice.keys.compactMap { Key(name: $0) }
    }
  }
}
