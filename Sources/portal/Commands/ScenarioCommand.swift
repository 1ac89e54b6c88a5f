import ArgumentParser
import PortalData
import PortalModel
import PortalScenarios
import PortalScreens
import PortalStore

/// `portal scenario …`: whole portals as text.
struct ScenarioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "List, check, load and write scenarios.",
    subcommands: [
      ListScenarios.self, CheckScenario.self, LoadScenario.self, ExportScenario.self,
    ])
}

struct ListScenarios: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the scenarios that come with the program.",
    discussion: """
      Example:
        portal scenario list
      """)
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let scenarios = try PortalData.scenarios.map {
      try Scenario.parse($0.text, name: $0.name)
    }
    let rows = scenarios.map { scenario in
      JSONValue.object([
        .init("name", .string(scenario.name)), .init("title", .string(scenario.title)),
        .init("description", .string(scenario.description)),
      ])
    }
    return Outcome(
      schema: "portal.scenarios/1", [.init("scenarios", .array(rows))],
      lines: TextTable(
        titles: ["NAME", "TITLE"], rows: scenarios.map { [$0.name, $0.title] }
      ).lines(empty: "none"))
  }
}

struct CheckScenario: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check a scenario's text without loading it.",
    discussion: """
      Example:
        portal scenario check mine.yaml
      """)
  @Argument(
    help: "A YAML file, the name of a scenario, or - for standard input.", completion: .file())
  var file: String
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let scenario = try ScenarioLibrary.scenario(file, in: surroundings)
    let clock = SystemClock(fixed: options.now)
    let steps = scenario.script(at: clock.now).steps.count
    return Outcome(
      schema: "portal.scenario/1",
      [
        .init("name", .string(scenario.name)), .init("title", .string(scenario.title)),
        .init("steps", JSONValue(count: steps)), .init("journal", .null),
      ], lines: ["\(scenario.name): nothing to object to (\(steps) steps)."],
      sentences: ["\(scenario.name): nothing to object to."])
  }
}

struct LoadScenario: Verb {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Replace the whole portal by a scenario.",
    discussion: """
      "portal scenario list" names those that come with the program, "portal scenario export" writes \
      the present portal, and "portal undo" brings back what was there.

      Examples:
        portal scenario load empty
        portal scenario load - < mine.yaml
      """)
  @Argument(
    help: "A YAML file, the name of a scenario, or - for standard input.", completion: .file())
  var scenario: String
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    let scenario = try ScenarioLibrary.scenario(scenario, in: surroundings)
    return try await withSession(in: surroundings) { try $0.outcome(ofLoading: scenario) }
  }
}

extension PortalSession {
  /// Loads a scenario and says so.
  func outcome(ofLoading scenario: Scenario) throws -> Outcome {
    let performed: Performed
    do {
      performed = try load(scenario)
    } catch let refusal as Refusal {
      guard case .scenarioStep(let number, _) = refusal,
        let line = scenario.line(ofStep: number)
      else { throw refusal }
      return .refused(refusal, place: "\(scenario.name), line \(line)")
    }
    let script = scenario.script(at: now)
    let sentence = PortalCommand.loadScenario(script).past() + "."
    return Outcome(
      schema: "portal.scenario/1",
      [
        .init("name", .string(scenario.name)), .init("title", .string(scenario.title)),
        .init("steps", JSONValue(count: script.steps.count)),
        .init("journal", .integer(performed.journalID)),
      ], lines: [sentence], sentences: [sentence])
  }
}
