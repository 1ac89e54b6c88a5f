import Foundation
import PortalModel
import PortalTestSupport
import PortalTrials
import Testing

@testable import PortalStore

@Suite struct ModelTests {
  /// Sequences of which nobody knows beforehand: a disagreement names its seed, and with
  /// `MODEL_SEED` that one is tried alone; `MODEL_STEPS` says how many steps in all.
  @Test func theStoreAgreesWithTheReference() throws {
    let settings = ProcessInfo.processInfo.environment
    let chosen = settings["MODEL_SEED"].flatMap(UInt64.init)
    let seed = chosen ?? UInt64.random(in: 0..<1 << 32)
    let length = 300
    let count =
      chosen == nil ? max(1, (settings["MODEL_STEPS"].flatMap(Int.init) ?? 3000) / length) : 1
    var accepted = 0
    for number in 0..<count {
      let result = try ModelTrial().run(seed: seed &+ UInt64(number), steps: length)
      accepted += result.accepted
      if let disagreement = result.disagreement {
        Issue.record("MODEL_SEED=\(result.seed): \(disagreement) after \(result.steps)")
      }
    }
    print(
      "model: \(count * length) commands, undos and redos from seed \(seed), \(accepted) accepted")
    #expect(accepted > count * length / 3)
  }

  /// Each kind of command must be accepted and refused now and then, or the trial tries too little.
  @Test func everyKindOfCommandIsTried() throws {
    var accepted: Set<CommandName> = []
    var refused: Set<CommandName> = []
    for seed in 0..<24 {
      var generator = CommandGenerator(seed: UInt64(seed))
      let reference = ReferencePortal()
      _ = try reference.perform(.start, number: 0)
      for number in 1..<400 {
        let step = generator.next(for: reference.facts)
        guard case .perform(let command, _) = step else { continue }
        switch try reference.perform(step, number: number) {
        case .accepted: accepted.insert(CommandName(of: command))
        case .refused, .refusedUndo: refused.insert(CommandName(of: command))
        }
      }
    }
    #expect(Set(CommandName.allCases).subtracting(accepted) == [])
    #expect(Set(CommandName.allCases).subtracting(refused) == [])
  }

  @Test func theSameSeedDrawsTheSameCommands() {
    func draw() -> [TrialStep] {
      var generator = CommandGenerator(seed: 7)
      return (0..<100).map { _ in generator.next(for: MemoryFacts(), undoes: 10) }
    }
    #expect(draw() == draw())
  }

  @Test func aFailingSequenceIsShrunkToWhatMatters() {
    let whole = Array(0..<200)
    let shortest = Shrinking.shortest(of: whole) { tried in
      guard let seven = tried.firstIndex(of: 7), let ninety = tried.firstIndex(of: 90) else {
        return false
      }
      return seven < ninety && tried.contains(151)
    }
    #expect(shortest == [7, 90, 151])
    #expect(Shrinking.shortest(of: [1]) { !$0.isEmpty } == [1])
  }

  @Test func aStoreThatForgetsIsFoundOutAndTheShortestWayToItNamed() throws {
    // A store that somebody changed behind its back.
    var trial = ModelTrial()
    trial.comparesEvery = 10
    trial.tamper = { store, step in
      guard case .perform(.enableIdentity(_, enabled: false), _) = step else { return }
      try store.writing { try $0.execute(sql: "UPDATE identities SET enabled = 1") }
    }
    let result = try #require(
      try (0..<20).lazy.map { try trial.run(seed: $0, steps: 60) }
        .first { $0.disagreement != nil })
    #expect(result.steps.count <= 2)
    #expect(result.disagreement == .contents(step: 1, kind: "identities"))
  }
}
