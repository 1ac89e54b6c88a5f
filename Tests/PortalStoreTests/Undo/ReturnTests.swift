import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

private let block = PortalCommand.blockApplication(Story.frontEnd, blocked: true)
private let unblock = PortalCommand.blockApplication(Story.frontEnd, blocked: false)
private let request = PortalCommand.requestExchange(Story.direction, justification: "Please.")

@Suite struct ReturnTests {
  let stage: UndoStage

  init() throws { stage = try UndoStage() }

  @Test func rewindsToAnyRowAndForwardAgain() throws {
    try stage.perform(.regenerateSecret(Story.backEnd), as: Story.bob)
    try stage.perform(request, as: Story.alice)
    try stage.perform(.approveExchange(Story.direction), as: Story.bob)
    try stage.undo(as: Story.bob)
    try stage.redo(as: Story.bob)
    try stage.perform(.loadScenario(ScenarioScript(name: "empty", steps: [])), as: Story.dave)
    try stage.perform(.loadScenario(Story.script), as: Story.dave)
    try stage.perform(block, as: Story.alice)
    let last: Int64 = 9
    for target in [4, 8, 1, 5, 7, 2, 6, 3, last] as [Int64] {
      let undone = try stage.returnTo(target, as: Story.jdoe)
      #expect(undone.entry.id == target)
      #expect(try stage.now == stage.after[target], "row \(target)")
      try expectSound(stage.portal)
    }
    #expect(try stage.portal.journal().first?.id == last + 9)
  }

  @Test func entriesStandAgainAsTheyStoodThen() throws {
    try stage.perform(block, as: Story.alice)
    try stage.undo(as: Story.alice)
    try stage.redo(as: Story.alice)
    try stage.perform(unblock, as: Story.alice)
    func undone() throws -> [Int64?] { try stage.portal.journal().reversed().map(\.undoneBy) }
    #expect(try undone() == [nil, nil, nil, nil, nil])
    try stage.returnTo(3, as: Story.bob)
    #expect(try undone() == [nil, 3, nil, 6, 6, nil])
    #expect(try stage.refusal { try stage.redo(as: Story.alice) } == .nothingToRedo(Story.alice))
    try stage.returnTo(5, as: Story.bob)
    #expect(try undone() == [nil, nil, nil, nil, nil, 7, nil])
    #expect(try stage.undo(as: Story.alice).entry.id == 5)
    #expect(try stage.undo(as: Story.alice).entry.id == 2)
    #expect(try stage.now == stage.after[1])
  }

  @Test func isTakenBackByItsPersonWhileNothingHappenedSince() throws {
    try stage.perform(block, as: Story.alice)
    try stage.perform(.regenerateSecret(Story.backEnd), as: Story.bob)
    try stage.returnTo(1, as: Story.alice)
    try stage.undo(as: Story.alice)
    #expect(try stage.now == stage.after[3])
    #expect(try stage.portal.journalEntry(2)?.undoneBy == nil)
    try stage.redo(as: Story.alice)
    #expect(try stage.now == stage.after[1])
    #expect(try stage.portal.journalEntry(2)?.undoneBy == 4)
    try stage.perform(.regenerateSecret(Story.backEnd), as: Story.bob)
    let refusal = try stage.refusal { try stage.undo(as: Story.alice) }
    guard case .changedSinceReturn(let entry, let since)? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(entry.id == 4)
    #expect(since.identity == Story.bob)
  }

  @Test func acrossAScenarioOnlyAnotherReturnGoesOn() throws {
    try stage.perform(.loadScenario(Story.script), as: Story.bob)
    try stage.returnTo(1, as: Story.alice)
    #expect(
      try stage.refusal { try stage.undo(as: Story.alice) }
        == stage.reference(3).map { .scenarioBetween(nil, load: $0) })
    try stage.returnTo(2, as: Story.alice)
    #expect(try stage.now == stage.after[2])
  }

  @Test func changesFromBeforeAScenarioAreUndoneAgainWhereItIsRewound() throws {
    try stage.perform(block, as: Story.alice)
    try stage.perform(.loadScenario(Story.script), as: Story.bob)
    try stage.returnTo(2, as: Story.bob)
    #expect(try stage.undo(as: Story.alice).entry.id == 2)
    #expect(try stage.now == stage.after[1])
  }

  @Test func refusesWhatIsThereAlreadyAndWhatIsNot() throws {
    #expect(
      try stage.refusal { try stage.returnTo(1, as: Story.alice) }
        == stage.reference(1).map { .alreadyThere($0) })
    #expect(
      try stage.refusal { try stage.returnTo(5, as: Story.alice) } == .unknownEntry(5))
  }

  /// Two applications exchange their names: row by row no order of updates is possible.
  @Test func goesAcrossScenariosThatExchangeNames() throws {
    func scenario(_ names: [String]) -> PortalCommand {
      let people = Array(Story.steps.prefix(5))
      let applications = zip(["app-a", "app-b", "app-c"], names).map { id, name in
        ScenarioScript.Step(
          identity: Story.alice,
          command: .registerApplication(
            ApplicationForm(id: ApplicationIdentifier(trusted: id), name: name)), at: Story.start)
      }
      return .loadScenario(ScenarioScript(name: "names", steps: people + applications))
    }
    try stage.perform(scenario(["One", "Two", "Three"]), as: Story.alice)
    try stage.perform(scenario(["Two", "One", "Three"]), as: Story.alice)
    try stage.perform(scenario(["Three", "Two", "One"]), as: Story.alice)
    try stage.perform(scenario(["Four", "Three", "Two"]), as: Story.alice)
    for target in [4, 3, 2, 5, 2, 1] as [Int64] {
      try stage.returnTo(target, as: Story.alice)
      #expect(try stage.now == stage.after[target], "row \(target)")
      try expectSound(stage.portal)
    }
  }
}
