import ArgumentParser
import PortalModel
import PortalScenarios

/// `portal scenario export`.
struct ExportScenario: Verb {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the portal as a scenario.",
    discussion: """
      Without a file the text goes to standard output. Client secrets are left out: loading the \
      text draws new ones. "portal scenario load -" reads it.

      Example:
        portal scenario export mine.yaml
      """)
  @Argument(help: "The file to write.", completion: .file()) var file: String?
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      var contents = try session.database.snapshot()
      contents.secrets = [:]
      let text = Scenario.export(contents)
      var sentence = ""
      if let file {
        try TextFile.write(text, to: file)
        sentence = "Written to \(file)."
      }
      let lines =
        file == nil
        ? text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        : [sentence]
      return Outcome(
        schema: "portal.scenario-export/1",
        [
          .init("file", .optional(file)),
          .init("text", file == nil ? .string(text) : .null),
        ], lines: lines.last == "" ? lines.dropLast() : lines,
        sentences: sentence.isEmpty ? [] : [sentence])
    }
  }
}
