import ArgumentParser
import PortalScreens

/// Writes the pages that are made from the program, or says which of them are out of date.
struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: "Write the pages made from the program.", shouldDisplay: false)

  @Flag(help: "Write nothing; fail where a page is out of date.")
  var check = false

  @Option(help: "The folder of the pages.")
  var folder = "Docs"

  private static var pages: [(name: String, text: String)] { [("keys.md", KeysPage.markdown)] }

  mutating func run() throws {
    for page in Self.pages {
      let path = "\(folder)/\(page.name)"
      if check {
        guard (try? TextFile.read(path, maximum: 1 << 20)) == page.text else {
          throw ValidationError("\(path) is out of date; make docs writes it anew.")
        }
      } else {
        try TextFile.write(page.text, to: path)
      }
    }
  }
}
