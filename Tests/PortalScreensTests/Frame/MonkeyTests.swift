import Foundation
import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Random input on the real screens: some thousands here, a million by `make bench BENCH=monkey`.
@Suite struct MonkeyTests {
  private static let steps =
    ProcessInfo.processInfo.environment["MONKEY_STEPS"].flatMap { Int($0) } ?? 6_000
  private static let seed =
    ProcessInfo.processInfo.environment["MONKEY_SEED"].flatMap { UInt64($0) } ?? 1

  @Test func whateverIsPressedEveryFrameIsSound() async throws {
    let round = 2_000
    for start in stride(from: 0, to: Self.steps, by: round) {
      let seed = Self.seed + UInt64(start / round)
      var monkey = Monkey(seed: seed)
      let stage = try await Stage.story()
      var last: [TerminalEvent] = []
      for step in 0..<min(round, Self.steps - start) {
        let event = monkey.event(in: stage.state.size)
        last = last.suffix(11) + [event]
        await stage.act(.event(event))
        if step % 97 == 0 { await stage.act(.portalChanged) }
        stage.state.isQuitting = false
        let flaws = flaws(of: stage.frame, stage.state)
        #expect(
          flaws.isEmpty,
          "seed \(seed), step \(step): \(flaws.prefix(3)) after \(last)\n\(stage.text)")
        guard flaws.isEmpty else { return }
      }
    }
  }
}
