import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct ActivityTests {
  private func opened(_ keys: String = "7") async throws -> Stage {
    let stage = try await Stage.story()
    stage.activity.rows = MemoryActivity.story
    try await stage.press(keys)
    return stage
  }

  @Test func oneRowIsExplainedInWholeSentences() async throws {
    let stage = try await opened("7 ↓ ↓ ↓ ↓ ⏎")
    for words in [
      "Row 3", "teacher at /dev/pts/3", "Acting as", "bob", "Request approved",
      "permission front-end-app to back-end-api, round 1", "state: pending → granted",
    ] {
      #expect(stage.text.contains(words), "\(words)")
    }
  }

  @Test func aRefusalAndARequestAreExplainedToo() async throws {
    let stage = try await opened("7 ↓ ↓ ↓ ⏎")
    #expect(stage.text.contains("refused; nothing was changed"))
    #expect(stage.text.contains("Ask bob"))
    #expect(stage.text.contains(" ago") && !stage.text.contains("UTC, in "))
    try await stage.press("Esc Home ⏎")
    #expect(stage.text.contains("front-end-app"))
    #expect(stage.text.contains("token-exchange"))
  }

  @Test func aRowIsTakenBackUnlessItIsAlready() async throws {
    let stage = try await opened("7 ↓ ↓ b")
    #expect(stage.activity.asked == [])
    #expect(stage.message.contains("taken back already, by row 6"))
    try await stage.press("↓ b")
    #expect(stage.message.contains("nothing to go back from"))
    try await stage.press("↓ b")
    #expect(stage.activity.asked == [.undo(entry: 3, withDependents: false)])
    #expect(stage.message.hasPrefix("✓ Taken back: Request approved"))
    #expect(stage.message.hasSuffix("Z redo"))
  }

  @Test func aReturnAsksAndSaysHowMuchIsRewound() async throws {
    let stage = try await opened("7 End r")
    #expect(stage.text.contains("11 rows rewound"))
    #expect(stage.text.contains("1 loaded scenario among them"))
    try await stage.press("⏎")
    #expect(stage.activity.asked == [])
    try await stage.press("r → ⏎")
    #expect(stage.activity.asked == [.returnTo(entry: 1)])
    #expect(stage.message.contains("9 rows rewound"))
    #expect(stage.message.hasSuffix("z undo"))
  }

  @Test func theKindsAreGoneThrough() async throws {
    let stage = try await opened("7 f")
    #expect(stage.text.contains("changes only"))
    #expect(!stage.text.contains("refused"))
    try await stage.press("f")
    #expect(stage.text.contains("r1") && !stage.text.contains("Request approved"))
    try await stage.press("f f")
    #expect(stage.text.contains("everything"))
    try await stage.press("p")
    try await stage.type("bob")
    try await stage.press("⏎")
    #expect(stage.text.contains("by bob") && !stage.text.contains("Request sent"))
    try await stage.press("c")
    #expect(stage.text.contains("Request sent"))
  }

  @Test func undoAndRedoWorkFromEveryScreen() async throws {
    let stage = try await opened("1 z 2 Z 4 z")
    #expect(
      stage.activity.asked == [
        .undo(entry: nil, withDependents: false), .redo,
        .undo(entry: nil, withDependents: false),
      ])
  }

  @Test func whatIsBuiltUponIsOfferedTogether() async throws {
    let stage = try await opened("1")
    let entry = EntryReference(
      id: 2, at: Story.start, identity: Story.alice,
      command: .requestExchange(Story.direction, justification: ""))
    let later = EntryReference(
      id: 3, at: Story.start, identity: Story.bob, command: .approveExchange(Story.direction))
    stage.activity.refusal = .undo(
      .laterChanges(of: entry, LaterEntries(named: [later], count: 1), violation: nil))
    try await stage.press("z")
    #expect(stage.text.contains("Undo these 2 together?"))
    #expect(stage.text.contains("row 3: bob approves the request"))
    stage.activity.refusal = nil
    try await stage.press("→ ⏎")
    #expect(stage.activity.asked.last == .undo(entry: 2, withDependents: true))
  }

  @Test func aLongHistoryIsReadInStretchesBothWays() async throws {
    let stage = try await Stage.story()
    stage.activity.rows = (1...3000).reversed().map {
      MemoryActivity.entry($0, .blockApplication(Story.frontEnd, blocked: true), as: Story.bob)
    }
    try await stage.press("7")
    func selected() -> Int64? {
      guard case .activity(let activity) = stage.state.screen else { return nil }
      #expect(activity.window.rows.count <= 1000)
      return activity.selected?.entry
    }
    for _ in 0..<110 { try await stage.press("PgDn") }
    let down = try #require(selected())
    #expect(down < 1500)
    for _ in 0..<110 { try await stage.press("PgUp") }
    #expect(selected() == 3000)
    for _ in 0..<60 { try await stage.press("PgDn") }
    try await stage.press("Home")
    #expect(selected() == 3000)
  }
}
