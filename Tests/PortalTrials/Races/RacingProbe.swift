import Foundation
import PortalModel
import PortalStore

/// What a racer is told: what to do, and at which moment of the monotonic clock to begin.
struct RaceTurn: Codable {
  var step: TrialStep
  var number: Int
  var begin: UInt64
}

/// What a racer says: when it began and ended, and what came of it.
struct RaceRun: Codable {
  var began: UInt64
  var ended: UInt64
  var outcome: TrialOutcome
}

/// Takes turns from standard input; the moment named in each is the barrier that releases all.
struct RacingProbe {
  let portal: PortalDatabase

  func run() throws {
    while let line = readLine() {
      let turn = try JSONDecoder().decode(RaceTurn.self, from: Data(line.utf8))
      // Turning round instead of sleeping: the system would wake one racer long before another.
      while ProbeProgram.nanoseconds() < turn.begin {}
      let began = ProbeProgram.nanoseconds()
      let outcome = try portal.perform(turn.step, number: turn.number, login: "race")
      let run = RaceRun(began: began, ended: ProbeProgram.nanoseconds(), outcome: outcome)
      ProbeProgram.say(String(decoding: try JSONEncoder().encode(run), as: UTF8.self))
    }
  }
}
