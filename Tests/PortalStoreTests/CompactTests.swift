import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

@Suite struct CompactTests {
  let scratch = Scratch()

  @Test func oldEntriesGoAndThePortalStaysAsItIs() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    for number in 0..<30 { try perform(number, portal) }
    let before = try Everything(portal)
    let newest = try portal.journal(limit: 10)
    var steps: [[Int]] = []
    let done = try portal.compact(
      keeping: 10, as: .person(Story.alice), at: Story.start.advanced(seconds: 60),
      progress: { steps.append([$0, $1]) })
    #expect(steps == [[21, 21]])
    #expect(done.entries == 21)
    #expect(done.newest?.id == 21)
    #expect(try Everything(portal) == before)
    #expect(try portal.journal(limit: 10) == newest)
    #expect(try portal.journal().map(\.name).suffix(1) == ["compact"])
    #expect(try portal.journal().map(\.act).suffix(1) == [.folded])
    #expect(try portal.journal().count == 11)
    #expect(try portal.isFresh() == false)
    try expectSound(portal)
  }

  @Test func whatIsLeftCanBeUndoneAndNoMore() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    for number in 0..<5 { try perform(number, portal) }
    _ = try portal.compact(keeping: 2, as: .person(Story.bob), at: Story.start)
    for _ in 0..<2 { try portal.undo(as: .person(Story.alice), at: Story.start) }
    #expect(throws: Refusal.undo(.nothingToUndo(Story.alice))) {
      try portal.undo(as: .person(Story.alice), at: Story.start)
    }
    #expect(try portal.totals().groups == 4 + 3)
    // To where the folded entries ended one can return, for all since is there.
    try portal.redo(as: .person(Story.alice), at: Story.start)
    try portal.returnTo(entry: 4, as: .person(Story.alice), at: Story.start)
    #expect(try portal.totals().groups == 4 + 3)
    try expectSound(portal)
  }

  @Test func nothingToFoldIsNoFault() throws {
    let portal = try scratch.story()
    defer { portal.close() }
    let done = try portal.compact(keeping: 10, as: .person(Story.bob), at: Story.start)
    #expect(done.entries == 0 && done.newest == nil)
    for _ in 0..<2 {
      _ = try portal.compact(keeping: 0, as: .person(Story.bob), at: Story.start)
    }
    #expect(try portal.compact(keeping: 0, as: .person(Story.bob), at: Story.start).entries == 0)
    #expect(try portal.journal().map(\.name) == ["compact"])
    try expectSound(portal)
  }

  private func perform(_ number: Int, _ portal: PortalDatabase) throws {
    try portal.perform(
      .createGroup(
        Group(id: GroupIdentifier(trusted: "crew-\(number)"), displayName: "Crew \(number)")),
      as: .person(Story.alice), at: Story.start)
  }
}
