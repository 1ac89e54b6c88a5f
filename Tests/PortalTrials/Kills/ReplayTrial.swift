import PortalModel
import PortalStore

/// One portal after many random commands, undos and redos, and another one given the same anew.
public struct ReplayTrial {
  /// Makes a trial.
  public init() {}

  /// Tries so many steps, then replays what was accepted.
  public func run(commands: Int, seed: UInt64) throws -> ReplayResult {
    try TrialHome.with { home in
      let portal = try PortalDatabase.open(home)
      defer { portal.close() }
      var generator = CommandGenerator(seed: seed)
      for number in 0..<commands {
        let step =
          number == 0
          ? TrialStep.start : try portal.read { generator.next(for: $0, undoes: 15) }
        _ = try portal.entry(of: step, number: number, login: "replay")
      }
      var result = ReplayResult(tried: commands)
      result.accepted = try portal.journalLength(upTo: .max)
      if let difference = try Replay.difference(from: portal) { result.faults.append(difference) }
      let soundness = try portal.soundness()
      if !soundness.isSound { result.faults.append("\(soundness)") }
      return result
    }
  }
}

/// What came of a replay trial.
public struct ReplayResult: Sendable {
  /// How many steps were tried.
  public var tried: Int
  /// How many were accepted and given anew.
  public var accepted = 0
  /// What was wrong; must be empty.
  public var faults: [String] = []

  /// The line for people.
  public var line: String {
    "\(tried) random commands, undos and redos; the \(accepted) accepted ones given anew to an empty "
      + "portal; \(faults.isEmpty ? "equal contents" : "\(faults)")"
  }
}
