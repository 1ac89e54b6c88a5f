import ArgumentParser
import PortalScreens

/// How the screens are to look.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The colours of the screens: \(ThemeChoice.names.joined(separator: ", ")).",
      valueName: "theme"),
    transform: { name in
      guard let theme = ThemeChoice(name: name) else {
        let names = ThemeChoice.names.joined(separator: ", ")
        throw ValidationError("There is no theme \(name); there are \(names).")
      }
      return theme
    })
  var theme: ThemeChoice?

  @Flag(help: "Draw the screens with ASCII signs only.")
  var ascii = false

  @Flag(inversion: .prefixedNo, help: "Let the mouse work in the screens.")
  var mouse: Bool?

  @Flag(
    help: "Work line by line, with numbered choices: for screen readers and pipes (ACCESSIBLE=1).")
  var plain = false

  @Flag(help: "Open the screens as at the first start, not where they were left.")
  var fresh = false

  @Option(
    help: ArgumentHelp(
      "The section to open with: \(Section.allCases.map(\.word).joined(separator: ", ")).",
      valueName: "name"),
    transform: { name in
      guard let section = Section(word: name) else {
        let names = Section.allCases.map(\.word).joined(separator: ", ")
        throw ValidationError("There is no section \(name); there are \(names).")
      }
      return section
    })
  var section: Section?

  /// Whether the screens are to be lines.
  func isPlain(environment: [String: String]) -> Bool {
    plain || environment["ACCESSIBLE"] == "1"
  }

  func look(environment: [String: String]) -> ScreenLook {
    var look = ScreenLook(environment: environment)
    look.theme = theme
    look.isASCII = ascii ? true : nil
    look.mouse = mouse
    look.isFresh = fresh
    look.section = section
    return look
  }
}
