import ArgumentParser
import TerminalKit

/// How the screens are to look.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The colours of the screens: \(Theme.all.map(\.name).joined(separator: ", ")); mono with "
        + "NO_COLOR set.", valueName: "theme"),
    transform: { name in
      guard let theme = Theme(named: name) else {
        let names = Theme.all.map(\.name).joined(separator: ", ")
        throw ValidationError("There is no theme \(name); there are \(names).")
      }
      return theme
    })
  var theme: Theme?

  @Flag(help: "Draw the screens with ASCII signs only.")
  var ascii = false

  @Flag(inversion: .prefixedNo, help: "Let the mouse work in the screens.")
  var mouse = true

  func look(environment: [String: String]) -> ScreenLook {
    var look = ScreenLook(environment: environment)
    look.theme = theme
    look.isASCII = ascii
    look.mouse = mouse
    return look
  }
}
