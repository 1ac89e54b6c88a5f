import ArgumentParser
import Foundation
import PortalScreens

/// Writes the pages and pictures that are made from the program, or says which of them are out of date.
struct DocsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs", abstract: "Write the pages made from the program.", shouldDisplay: false)

  @Flag(help: "Write nothing; fail where a page is out of date.")
  var check = false

  @Option(help: "The folder of the pages.")
  var folder = "Docs"

  mutating func run() async throws {
    let pages =
      [
        PictureBook.Page(path: "keys.md", text: KeysPage.markdown),
        PictureBook.Page(path: "fidelity.md", text: FidelityPage.markdown),
      ] + (try await PictureBook.pages())
    if check { return try look(at: pages) }
    try FileManager.default.createDirectory(
      atPath: "\(folder)/pictures", withIntermediateDirectories: true)
    for page in pages { try TextFile.write(page.text, to: "\(folder)/\(page.path)") }
  }

  private func look(at pages: [PictureBook.Page]) throws {
    for page in pages {
      let path = "\(folder)/\(page.path)"
      guard (try? TextFile.read(path, maximum: 1 << 20)) == page.text else {
        throw ValidationError("\(path) is out of date; make docs writes it anew.")
      }
    }
    // A picture that nobody draws any more is out of date too.
    let drawn = Set(pages.map(\.path))
    let kept = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/pictures")
    if let stray = kept.sorted().first(where: { !drawn.contains("pictures/\($0)") }) {
      throw ValidationError("\(folder)/pictures/\(stray) is made by nothing; delete it.")
    }
  }
}
