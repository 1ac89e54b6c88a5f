import ArgumentParser
import PortalModel
import PortalScreens
import TerminalKit

/// `portal screenshot`: a frame of the screens as a picture.
struct ScreenshotCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "screenshot", abstract: "Draw a screen as SVG, after some keys.",
    discussion: """
      Example:
        portal screenshot --svg first.svg --keys "Enter t"
      """)
  @Option(help: "The file that is written.") var svg: String
  @Option(help: ArgumentHelp("Columns and rows.", valueName: "100x30")) var size = "100x30"
  @Option(
    help: "Keys by name, with blanks between; text in single quotes is typed: \"Enter t r 'end'\".")
  var keys = ""
  @Option(help: "dark, light, mono or contrast.") var theme = "dark"
  @Flag(help: "Draw with ASCII signs only.") var ascii = false
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Whom to act as at first.", valueName: "person"),
    transform: Parsing.identity)
  var person: IdentityIdentifier?
  @Option(help: "What stands in the upper edge of the window.") var title = "portal"
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let screenshot = try screenshot()
    return try await withSession(in: surroundings) { session in
      try TextFile.write(try await screenshot.picture(of: session, title: title).svg, to: svg)
      return Outcome(
        schema: "portal.screenshot/1", [.init("path", .string(svg))], lines: ["Drawn: \(svg)."],
        sentences: ["Drawn: \(svg)."])
    }
  }

  /// What is asked for, looked through before the portal is opened.
  private func screenshot() throws -> Screenshot {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    guard numbers.count == 2, numbers.allSatisfy({ (1...500).contains($0) }) else {
      throw UsageError("\"\(size)\" is no size: write columns and rows as 100x30, each 1 to 500.")
    }
    guard let theme = Theme(named: theme) else {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw UsageError("There is no theme \(theme); there are \(names).")
    }
    _ = try Screenshot.events(keys)
    return Screenshot(
      size: Size(columns: numbers[0], rows: numbers[1]), person: person, keys: keys, theme: theme,
      isASCII: ascii)
  }
}
