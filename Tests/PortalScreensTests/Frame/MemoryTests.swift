import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Where a person was comes back, through its text.
@Suite struct MemoryTests {
  private func reopened(_ keys: [String]) async throws -> Stage {
    let before = try await Stage.story()
    try await before.take(keys)
    let text = before.state.memory.text
    let after = try await Stage.story()
    after.state.recall(Memory(text: text))
    await after.act(.portalChanged)
    #expect(after.state.memory.text == text)
    return after
  }

  @Test func theListComesBackAsItWas() async throws {
    let stage = try await reopened(["Tab o /", "'a'", "⏎ ↓"])
    #expect(stage.text.contains("[all]"))
    guard case .applications(let list) = stage.state.screen else { return }
    #expect(list.sort == .name && list.filter.text == "a" && list.window.scroll.selected == 1)
  }

  @Test func openPagesComeBack() async throws {
    #expect(try await reopened(["⏎ ] ]"]).text.contains("[Roles]"))
    let stage = try await reopened(["⏎ ] t Tab"])
    guard case .permissions(let permissions) = stage.state.screen else {
      Issue.record("not on the permissions")
      return
    }
    #expect(permissions.side == .granted)
    try await stage.press("Esc")
    #expect(stage.text.contains("[SSO Registration]"))
  }

  @Test func theExchangeComesBackWithItsUser() async throws {
    let stage = try await reopened(GoldenTests.toExchange)
    #expect(stage.text.contains("user jdoe"))
    #expect(stage.text.contains("to back-end-api"))
  }

  @Test(arguments: [
    "3 ⏎ ] ]", "3 Tab ⏎ ]", "3 Tab ↓", "⏎ ] ] g", "⏎ ] ] w", "⏎ ] ] w ⏎ ] ]", "5 Tab", "2", "7 f",
    "3 ⏎ 1 ⏎ 2 7 f f",
  ])
  func everyPlaceComesBackWithWhatIsOpenThere(_ keys: String) async throws {
    let before = try await Stage.story()
    before.activity.rows = MemoryActivity.story
    try await before.press(keys)
    let after = try await Stage.story()
    after.activity.rows = MemoryActivity.story
    after.state.recall(Memory(text: before.state.memory.text))
    await after.act(.portalChanged)
    before.state.message = nil
    after.state.message = nil
    #expect(after.text == before.text)
    try await before.press("Esc")
    try await after.press("Esc")
    before.state.message = nil
    after.state.message = nil
    #expect(after.text == before.text)
  }

  @Test func howTheUserSignedInComesBack() async throws {
    let stage = try await reopened(GoldenTests.toExchange + ["Home"])
    #expect(stage.text.contains("from front-end-app"))
  }

  @Test func whatIsAskedForNowBeatsWhatIsRemembered() async throws {
    let stage = try await Stage.story()
    stage.state.recall(Memory(text: "section people\n"))
    #expect(stage.state.section == .people)
    stage.state.open(asked: .map, memory: Memory(text: "section people\n"), start: .activity)
    #expect(stage.state.section == .map)
    stage.state.open(asked: nil, memory: Memory(text: "section people\n"), start: .activity)
    #expect(stage.state.section == .people)
    stage.state.open(asked: nil, memory: Memory(), start: .activity)
    #expect(stage.state.section == .activity)
    stage.state.open(asked: nil, memory: nil, start: .activity)
    #expect(stage.state.section == .activity)
  }

  @Test(arguments: [
    "", "section nowhere\n", "open ../..\n", "tab 99\n\n x", "\u{0}",
    "open-applications application;holders a;person\n", "activity x y\nmap-cell a\nrequest  \n",
  ])
  func aMemoryThatMakesNoSenseDoesNoHarm(text: String) async throws {
    let stage = try await Stage.story()
    stage.state.recall(Memory(text: text))
    await stage.act(.portalChanged)
    #expect(stage.state.section == .applications && stage.state.stacks[.applications]?.count == 1)
    #expect(flaws(of: stage.frame, stage.state) == [])
  }
}
