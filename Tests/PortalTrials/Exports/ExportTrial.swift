import PortalModel
import PortalScenarios
import PortalTestSupport

/// Random people do random things; what the portal then holds is written as a scenario and loaded into
/// an empty portal, which must come to hold the same: everything but the texts of secrets.
public struct ExportTrial {
  /// What is changed in the text before it is loaded, to see that it is found out.
  public var tamper: (String) -> String = { $0 }

  /// Makes a trial.
  public init() {}

  /// Draws a history and tries it.
  ///
  /// - Parameters:
  ///   - seed: What it is drawn from.
  ///   - count: How many commands are drawn; those that a rule refuses are not part of the history.
  /// - Returns: How it went, with the shortest history that still fails where one does.
  public func run(seed: UInt64, steps count: Int) throws -> ExportTrialResult {
    var generator = CommandGenerator(seed: seed)
    let portal = MemoryPortal()
    var history: [TrialStep] = []
    for number in 0..<count {
      let step = number == 0 ? TrialStep.start : generator.next(for: portal.facts)
      if try portal.tries(step, number: number) { history.append(step) }
    }
    var result = ExportTrialResult(seed: seed, history: history, contents: portal.facts.contents)
    result.fault = fault(after: portal)
    if result.fault != nil {
      result.history = try Shrinking.shortest(of: history) { try fault(after: $0) != nil }
      result.fault = try fault(after: result.history)
    }
    return result
  }

  /// What is wrong with the way there and back after some steps; `nil` where nothing is.
  public func fault(after history: [TrialStep]) throws -> String? {
    let portal = MemoryPortal()
    for (number, step) in history.enumerated() { _ = try portal.tries(step, number: number) }
    return fault(after: portal)
  }

  private func fault(after portal: MemoryPortal) -> String? {
    var contents = portal.facts.contents
    contents.secrets = [:]
    let text = tamper(Scenario.export(contents))
    do {
      let script = try Scenario.parse(text, name: "export").script(at: TrialStep.instant(of: -1))
      let again = MemoryPortal()
      try again.perform(
        .loadScenario(script), as: IdentityIdentifier(trusted: "loader"),
        at: TrialStep.instant(of: -1))
      let found = again.facts.contents.withoutSecretTexts
      let expected = portal.facts.contents.withoutSecretTexts
      if found == expected { return nil }
      return "other \(found.difference(from: expected)) after\n\(text)"
    } catch {
      return "\(error) from\n\(text)"
    }
  }
}

/// How the way there and back went.
public struct ExportTrialResult {
  /// What the history was drawn from.
  public var seed: UInt64
  /// The commands that were accepted; after a fault, the fewest that still show it.
  public var history: [TrialStep]
  /// What the portal held in the end.
  public var contents: PortalContents
  /// What is wrong; `nil` where nothing is.
  public var fault: String?
}

extension MemoryPortal {
  /// Whether the rules let a step pass.
  fileprivate func tries(_ step: TrialStep, number: Int) throws -> Bool {
    guard case .perform(let command, let person) = step else { return false }
    do {
      try perform(command, as: person, at: TrialStep.instant(of: number))
      return true
    } catch is Refusal {
      return false
    }
  }
}
