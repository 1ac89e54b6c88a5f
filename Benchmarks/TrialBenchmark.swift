import Foundation
import PortalModel
import PortalStore
import PortalTrials

/// The trials of the tests, at the size at which they are promised.
struct TrialBenchmark {
  /// This program as a probe.
  var probe: [String]

  /// Writers killed at random moments.
  func kills(_ count: Int) throws {
    var trial = KillTrial()
    trial.program = probe
    let seed = UInt64.random(in: 0..<1 << 32)
    let result = try trial.run(kills: count, seed: seed) { report("  so far", $0.line) }
    report("killed writers", "\(result.line) (seed \(seed))")
    try check(result.faults)
  }

  /// Two processes doing two things at once.
  func races(_ count: Int) throws {
    var trial = RaceTrial()
    trial.program = probe
    report("races", try run(trial, count).line)
  }

  private func run(_ trial: RaceTrial, _ count: Int) throws -> RaceResult {
    let result = try trial.run(races: count) { report("  so far", $0.line) }
    try check(result.faults)
    return result
  }

  /// Random commands, undos and redos beside the reference, in sequences of a thousand.
  func model(_ count: Int) throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    var accepted = 0
    var tried = 0
    while tried < count {
      let length = min(1000, count - tried)
      let result = try ModelTrial().run(seed: seed &+ UInt64(tried), steps: length)
      accepted += result.accepted
      tried += length
      if let disagreement = result.disagreement {
        try check(["seed \(result.seed): \(disagreement) after \(result.steps)"])
      }
    }
    report(
      "model",
      "\(tried) commands, undos and redos, \(accepted) accepted, 0 disagreements with the "
        + "reference (seed \(seed))")
  }

  /// One portal after random commands, and another one given the same commands anew.
  func replay(_ count: Int) throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    let result = try ReplayTrial().run(commands: count, seed: seed)
    report("replay", "\(result.line) (seed \(seed))")
    try check(result.faults)
  }

  /// Portals after random histories, written as scenarios and loaded anew.
  func exports(_ count: Int) throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    var commands = 0
    for number in 0..<count {
      let result = try ExportTrial().run(seed: seed &+ UInt64(number), steps: 20 + number % 10 * 40)
      commands += result.history.count
      if let fault = result.fault {
        try check(["seed \(result.seed): \(fault) after \(result.history)"])
      }
    }
    report(
      "exports",
      "\(count) exports after \(commands) commands loaded to the same portal (seed \(seed))")
  }

  private func check(_ faults: [String]) throws {
    guard faults.isEmpty else { throw Failure.faults(faults) }
  }

  enum Failure: Error {
    case faults([String])
  }
}
