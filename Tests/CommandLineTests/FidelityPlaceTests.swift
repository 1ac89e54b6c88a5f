import ArgumentParser
import PortalScreens
import Testing

@testable import portal

/// The commands that `Docs/fidelity.md` names are commands.
@Suite("Command line: places named by the page of fidelity")
struct FidelityPlaceTests {
  static let commands = (FidelityRow.portal + FidelityRow.further).flatMap(\.places)
    .compactMap { if case .command(let words) = $0 { words } else { nil } }

  @Test("Each is a command of the program", arguments: Set(commands).sorted())
  func exists(words: String) throws {
    var commands = PortalCommandLine.configuration.subcommands
    for word in words.split(separator: " ").map(String.init) {
      let found = commands.first { $0.configuration.commandName == word }
      let command = try #require(found, "portal \(words)")
      commands = command.configuration.subcommands
    }
    #expect(commands.isEmpty, "portal \(words) is no whole command")
  }

  @Test("There are some") func some() { #expect(Self.commands.count > 30) }
}
