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

  private static let round = 2_000

  /// After how many steps the whole state is written down: each step would make it take half as long again.
  private static let writing = 10

  @Test func whateverIsPressedEveryFrameIsSound() async throws {
    for start in stride(from: 0, to: Self.steps, by: Self.round) {
      let seed = Self.seed + UInt64(start / Self.round)
      guard try await play(seed: seed, steps: min(Self.round, Self.steps - start)) else { return }
    }
  }

  /// What once broke a frame: a list without room for its row, under a button; a login as long as the row.
  @Test(arguments: [575, 1211] as [UInt64]) func whatOnceBrokeAFrameDoesNoMore(seed: UInt64)
    async throws
  {
    _ = try await play(seed: seed, steps: Self.round)
  }

  /// A failure is explained by what the last event changed.
  @Test func theWrittenStateShowsWhatAnEventChanged() async throws {
    let stage = try await Stage.story()
    var written = WrittenState()
    let before = stage.state
    #expect(written.flaws(of: before) == [])
    try await stage.press("/ x")
    #expect(written.flaws(of: stage.state) == [])
    let changes = changes(from: before, to: stage.state)
    #expect(changes.contains { $0.hasPrefix("+ ") && $0.contains(#""text" : "x""#) })
    #expect(changes.contains { $0.hasPrefix("- ") && $0.contains(#""isFiltering" : false"#) })
  }

  /// - Returns: Whether every frame was sound.
  private func play(seed: UInt64, steps: Int) async throws -> Bool {
    var monkey = Monkey(seed: seed)
    let stage = try await Stage.story()
    stage.activity.rows = MemoryActivity.story
    var last: [TerminalEvent] = []
    var written = WrittenState()
    for step in 0..<steps {
      let event = monkey.event(in: stage.state.size)
      last = last.suffix(11) + [event]
      let before = stage.state
      await stage.act(.event(event))
      if step % 97 == 0 { await stage.act(.portalChanged) }
      stage.state.isQuitting = false
      let flaws =
        flaws(of: stage.frame, stage.state) + memoryFlaws(of: stage.state, whole: step % 97 == 0)
        + (step % Self.writing == 0 ? written.flaws(of: stage.state) : [])
      #expect(
        flaws.isEmpty,
        """
        seed \(seed), step \(step): \(flaws.prefix(3)) after \(last)
        \(stage.text)
        \(changes(from: before, to: stage.state).joined(separator: "\n"))
        """)
      guard flaws.isEmpty else { return false }
    }
    return true
  }
}
