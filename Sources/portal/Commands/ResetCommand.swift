import ArgumentParser
import PortalData
import PortalModel

/// `portal reset`: back to the first scenario.
struct ResetCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Put the whole portal back to its first scenario.",
    discussion: """
      Asks for the word "reset" on a terminal; elsewhere --yes is needed.

      Example:
        portal reset --yes
      """)

  @Flag(help: "Do not ask.") var yes = false
  @OptionGroup var options: GlobalOptions

  var showsWork: Bool { false }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    if !yes {
      try surroundings.confirm(word: "reset", warning: ["Everything in the portal is replaced."])
    }
    let scenario = try ScenarioLibrary.scenario(named: PortalData.firstScenario)
    return try await withSession(in: surroundings) { session in
      let outcome = try session.outcome(ofLoading: scenario)
      // Whoever begins anew is led through the story anew.
      MemoryFile.beginStory(home: session.database.home)
      return outcome
    }
  }
}
