import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Plain mode: the same state, line by line.
@Suite struct PlainTests {
  /// Answers lines on a portal in memory.
  final class Lines {
    var plain: PlainSession
    let portal: MemoryPortal
    private let runner: EffectRunner
    private let world = World(now: Story.start.advanced(seconds: 120))

    init() async throws {
      let stage = try await Stage.story()
      portal = stage.portal
      plain = PlainSession(state: stage.state)
      runner = EffectRunner(client: .memory(portal, now: world.now))
    }

    @discardableResult
    func say(_ lines: String...) async -> String {
      for line in lines { await carryOut(plain.take(line: line, world)) }
      return plain.text(now: world.now).joined(separator: "\n")
    }

    private func carryOut(_ effects: [Effect]) async {
      for effect in effects {
        if let action = await runner.run(effect) { await carryOut(plain.take(action, world)) }
      }
    }
  }

  @Test func aFormIsFilledByNumbers() async throws {
    let lines = try await Lines()
    #expect(await lines.say("n").contains("1. Application Identifier*: empty"))
    #expect(await lines.say("1").contains("Application Identifier*: type it"))
    await lines.say("my-reports", "2", "All reports")
    #expect(await lines.say("3", "nonsense").contains("Home Page: nonsense. Wrong: "))
    await lines.say("3", "https://reports.cern.ch", "7", "1")
    #expect(await lines.say("Ctrl-S").hasPrefix("Done: "))
    #expect(lines.portal.facts.application(try ApplicationIdentifier("my-reports")) != nil)
  }

  @Test func aRefusalSaysTheSameAsOnTheScreens() async throws {
    let lines = try await Lines()
    await lines.say("1", "t", "r", "back-end-api", "1", "please")
    #expect(await lines.say("a").contains("Note: bob decides for back-end-api"))
  }

  @Test func whatIsNoChoiceIsSaid() async throws {
    let lines = try await Lines()
    #expect(await lines.say("99").contains("Note: There is no choice 99"))
    #expect(await lines.say("blah").contains("blah is no choice"))
    #expect(await lines.say("s7").contains("Activity, newest first"))
    #expect(await lines.say(":sort").contains("Sorted by name"))
  }

  @Test func aTextIsReadAndThenGone() async throws {
    let lines = try await Lines()
    await lines.say("1", "t", "r", "back-end-api", "1", "please")
    #expect(await lines.say("Enter").contains("Round 1"))
    #expect(!(await lines.say("")).contains("Round 1"))
  }

  @Test func helpListsWhatCannotBeDoneWithItsReason() async throws {
    let lines = try await Lines()
    await lines.say("1", "]")
    #expect(await lines.say("?").contains("Not now: front-end-app is a public client"))
  }
}
