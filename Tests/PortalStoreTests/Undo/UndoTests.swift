import GRDB
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

private let block = PortalCommand.blockApplication(Story.frontEnd, blocked: true)
private let unblock = PortalCommand.blockApplication(Story.frontEnd, blocked: false)
private let request = PortalCommand.requestExchange(Story.direction, justification: "Please.")
private let approve = PortalCommand.approveExchange(Story.direction)

@Suite struct UndoTests {
  let stage: UndoStage

  init() throws { stage = try UndoStage() }

  @Test func goesBackAndForwardAgainStepByStep() throws {
    try stage.perform(block, as: Story.alice)
    try stage.perform(.regenerateSecret(Story.backEnd), as: Story.bob)
    try stage.perform(unblock, as: Story.alice)
    #expect(try stage.undo(as: Story.alice).entry.id == 4)
    #expect(try stage.undo(as: Story.alice).entry.id == 2)
    #expect(try stage.portal.application(Story.frontEnd)?.application.blocked == false)
    #expect(try stage.portal.secret(ofClient: Story.backEnd) == "back-end-api-draw-2")
    #expect(try stage.redo(as: Story.alice).entry.id == 2)
    #expect(try stage.redo(as: Story.alice).entry.id == 4)
    #expect(try stage.now == stage.after[4])
    #expect(try stage.refusal { try stage.redo(as: Story.alice) } == .nothingToRedo(Story.alice))
    #expect(try stage.undo(as: Story.bob).entry.id == 3)
    #expect(try stage.portal.secret(ofClient: Story.backEnd) == "back-end-api-secret-1")
    #expect(
      try stage.refusal { try stage.undo(as: Story.carol) } == .nothingToUndo(Story.carol))
    try expectSound(stage.portal)
  }

  @Test func aNewChangeClearsItsOwnPersonsRedoOnly() throws {
    try stage.perform(block, as: Story.alice)
    try stage.perform(.regenerateSecret(Story.backEnd), as: Story.bob)
    try stage.undo(as: Story.alice)
    try stage.undo(as: Story.bob)
    try stage.perform(
      .createGroup(Group(id: GroupIdentifier(trusted: "shift"), displayName: "Shift")),
      as: Story.alice)
    #expect(try stage.refusal { try stage.redo(as: Story.alice) } == .nothingToRedo(Story.alice))
    #expect(try stage.redo(as: Story.bob).entry.id == 3)
  }

  @Test func whatChangedNothingIsPassedOver() throws {
    try stage.perform(block, as: Story.alice)
    try stage.perform(block, as: Story.alice)
    #expect(
      try stage.refusal { try stage.undo(3, as: Story.alice) }
        == stage.reference(3).map { .noChange($0) })
    #expect(try stage.undo(as: Story.alice).entry.id == 2)
  }

  @Test func historyIsKeptWhoeverGoesBack() throws {
    try stage.perform(request, as: Story.alice)
    try stage.undo(as: Story.alice)
    try stage.redo(as: Story.alice)
    let entries = try stage.portal.journal()
    #expect(entries.map(\.name) == ["redo", "undo", "requestExchange", "loadScenario"])
    #expect(
      entries.map(\.act).prefix(2) == [
        .rewinding(.redo(entries: [2])), .rewinding(.undo(entries: [2])),
      ])
    #expect(entries.map(\.undoneBy) == [nil, nil, nil, nil])
    #expect(entries.map(\.actor.identity) == Array(repeating: Story.alice, count: 4))
    let bySubject = try stage.portal.journal(JournalFilter(application: Story.backEnd))
    #expect(bySubject.map(\.id) == [4, 3, 2, 1])
  }

  @Test func anUndoneEntrySaysByWhich() throws {
    try stage.perform(block, as: Story.alice)
    let undone = try stage.undo(as: Story.alice)
    #expect(try stage.portal.journalEntry(2)?.undoneBy == undone.journalID)
    #expect(
      try stage.refusal { try stage.undo(2, as: Story.alice) }
        == stage.reference(2).map { .alreadyUndone($0, by: undone.journalID) })
    #expect(
      try stage.refusal { try stage.undo(3, as: Story.alice) }
        == stage.reference(3).map { .noChange($0) })
    #expect(try stage.refusal { try stage.undo(77, as: Story.alice) } == .unknownEntry(77))
  }

  @Test func nothingIsTakenBackAcrossAScenario() throws {
    try stage.perform(block, as: Story.alice)
    try stage.perform(.loadScenario(Story.script), as: Story.bob)
    let load = try #require(try stage.reference(3))
    #expect(
      try stage.refusal { try stage.undo(as: Story.alice) } == .scenarioBetween(nil, load: load))
    #expect(
      try stage.refusal { try stage.undo(as: Story.bob) } == .scenarioBetween(nil, load: load))
    #expect(
      try stage.refusal { try stage.undo(3, as: Story.bob) } == .scenarioBetween(nil, load: load))
    #expect(
      try stage.refusal { try stage.undo(2, as: Story.bob) }
        == stage.reference(2).map { .scenarioBetween($0, load: load) })
    try stage.perform(block, as: Story.alice)
    #expect(try stage.undo(as: Story.alice).entry.id == 4)
  }

  @Test func aRedoAcrossAScenarioIsRefused() throws {
    try stage.perform(block, as: Story.alice)
    try stage.undo(as: Story.alice)
    try stage.perform(.loadScenario(Story.script), as: Story.bob)
    #expect(
      try stage.refusal { try stage.redo(as: Story.alice) }
        == .scenarioBetween(stage.reference(2), load: stage.reference(4) ?? stage.none))
  }
}

extension UndoStage {
  fileprivate var none: EntryReference {
    EntryReference(id: 0, at: Story.start, identity: Story.jdoe, command: nil)
  }
}
