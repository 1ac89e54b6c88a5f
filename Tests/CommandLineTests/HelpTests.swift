import ArgumentParser
import Testing

@testable import portal

@Suite("Command line: help")
struct HelpTests {
  /// Every command that does something, with its words from the program's name on.
  private static func leaves(
    of command: any ParsableCommand.Type = PortalCommandLine.self
  ) -> [any ParsableCommand.Type] {
    let inner = command.configuration.subcommands
    return inner.isEmpty ? [command] : inner.flatMap(leaves)
  }

  /// The lines of a help text that are commands, cut up as a shell would.
  private static func examples(in text: String) -> [[String]] {
    text.replacing("\\\n", with: "").split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("portal ") }.map { arguments(String($0.dropFirst(7))) }
  }

  private static func arguments(_ line: String) -> [String] {
    var arguments: [String] = []
    var word: String?
    var isQuoted = false
    for letter in line {
      if letter == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if !isQuoted, letter == " " {
        word.map { arguments.append($0) }
        word = nil
      } else if !isQuoted, "<>|".contains(letter) {
        break
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    return arguments + (word.map { [$0] } ?? [])
  }

  @Test func everyCommandHasAnExampleThatIsReadAsThisCommand() throws {
    let commands = Self.leaves().filter { $0.configuration.shouldDisplay }
    #expect(commands.count > 60)
    for command in commands {
      let text = command.configuration.discussion
      let isNarrow = text.split(separator: "\n").allSatisfy {
        !$0.contains("  portal ") || $0.count <= 80
      }
      #expect(isNarrow, "\(command): an example that is cut in two cannot be copied")
      let examples = Self.examples(in: text)
      #expect(!examples.isEmpty, "\(command)")
      for arguments in examples {
        let parsed = try PortalCommandLine.parseAsRoot(arguments)
        let isThis = ObjectIdentifier(type(of: parsed)) == ObjectIdentifier(command)
        #expect(isThis, "\(arguments)")
      }
    }
  }

  @Test func theWayFromNothingInTheFirstHelpIsDone() async throws {
    let home = await CommandLineHome.filled()
    let lines = Self.examples(in: PortalCommandLine.configuration.discussion)
    #expect(lines.count > 8)
    for arguments in lines where arguments.first != "exchange" {
      if arguments.contains("other-app") {
        _ = await home.run("app add other-app --name Other --as carol")
        _ = await home.run([
          "registration", "add", "other-app", "--redirect", "https://o.example/*", "--base-url",
          "https://o.example", "--as", "carol",
        ])
      }
      let run = await home.run(arguments)
      #expect(run.status == .done, "\(arguments): \(run.output)\(run.errors)")
    }
    let run = await home.run(lines.last ?? [])
    #expect(run.status == .done, "\(run.output)")
  }

  @Test(arguments: [
    ("group add-member x --as bob", "\"portal group\" knows no \"add-member\". It knows list, "),
    ("request aprove --as bob", "\"portal request\" knows no \"aprove\". Did you mean approve?"),
    ("registraton add", "\"portal\" knows no \"registraton\". Did you mean registration?"),
  ])
  func aVerbThatIsNotThereIsNamedWithWhatIsNear(line: String, sentence: String) async {
    let run = await CommandLineHome().run(line + " --json")
    #expect(run.status == .usage)
    #expect(run.object?["message"]?.string?.hasPrefix(sentence) == true, "\(run.output)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func wordsAreCompletedByTheShell(shell: String) async {
    let run = await CommandLineHome().run(["--generate-completion-script", shell], now: nil)
    #expect(run.status == .done)
    #expect(
      run.output.contains("regenerate-secret") && run.output.contains("permission-strategy"))
  }
}
