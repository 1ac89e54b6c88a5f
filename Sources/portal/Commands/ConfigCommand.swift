import ArgumentParser
import PortalModel
import PortalScenarios

/// `portal config …`: a person's own keys and looks.
struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check the settings of the screens.",
    subcommands: [CheckConfig.self])
}

struct CheckConfig: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with the settings, line by line.",
    discussion: """
      Example:
        portal config check
      """)
  @Argument(
    help:
      "The file (default: $XDG_CONFIG_HOME/portal/config.yaml, else ~/.config/portal/config.yaml)."
  )
  var file: String?
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    guard let path = file ?? ScreenSettings.path(environment: surroundings.environment) else {
      throw UsageError("Neither XDG_CONFIG_HOME nor HOME is set; name the file.")
    }
    let text: String
    do throws(FileError) {
      text = try TextFile.read(path, maximum: 1 << 20)
    } catch {
      guard case .missing = error else { throw error }
      guard file == nil else { throw UsageError("There is no file \(path).") }
      return outcome(
        path, isThere: false, "There is no \(path): nothing is chosen, all is as it comes.")
    }
    let problems = Configuration.read(text, .screens).problems
    guard problems.isEmpty else { throw ScenarioError(name: path, problems: problems) }
    return outcome(path, isThere: true, "\(path): nothing to object to.")
  }

  private func outcome(_ path: String, isThere: Bool, _ sentence: String) -> Outcome {
    Outcome(
      schema: "portal.config/1",
      [.init("path", .string(path)), .init("exists", .bool(isThere))], lines: [sentence],
      sentences: [sentence])
  }
}
