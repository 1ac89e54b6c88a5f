import Foundation
import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

/// Applications change hands in the store as in memory, and every step can be taken back.
@Suite struct OwnershipTests {
  static let supervised = Identity(
    id: Story.alice, kind: .primary, givenName: "Alice", familyName: "Martin",
    email: "alice.martin@cern.ch", personID: 800_001, supervisor: Story.carol)

  static let roads: [[(IdentityIdentifier, PortalCommand)]] = [
    [
      (Story.alice, .offerOwnership(Story.frontEnd, to: Story.bob)),
      (Story.bob, .acceptOwnership(Story.frontEnd)),
    ],
    [
      (Story.alice, .offerOwnership(Story.frontEnd, to: Story.bob)),
      (Story.bob, .declineOwnership(Story.frontEnd)),
    ],
    [
      (Story.alice, .offerOwnership(Story.frontEnd, to: Story.bob)),
      (Story.alice, .withdrawOwnership(Story.frontEnd)),
    ],
    [
      (Story.alice, .editIdentity(supervised)),
      (Story.alice, .offerOwnership(Story.frontEnd, to: Story.bob)),
      (Story.bob, .departIdentity(Story.alice)),
    ],
    [
      (Story.alice, .offerOwnership(Story.frontEnd, to: Story.jdoe)),
      (Story.alice, .deleteApplication(Story.frontEnd)),
    ],
    [
      (Story.alice, .offerOwnership(Story.frontEnd, to: Story.jdoe)),
      (Story.bob, .deleteIdentity(Story.jdoe)),
    ],
  ]

  @Test(arguments: roads.indices) func everyStepIsTakenBack(index: Int) throws {
    let scratch = Scratch()
    let portal = try scratch.story()
    defer { portal.close() }
    let memory = try MemoryPortal.story()
    for (identity, command) in Self.roads[index] {
      let before = try Everything(portal)
      let performed = try portal.perform(command, as: .person(identity), at: Story.start)
      try memory.perform(command, as: identity, at: Story.start)
      #expect(try portal.snapshot() == memory.facts.contents)
      let after = try Everything(portal)
      let changeset = try changeset(of: performed.journalID, in: portal)
      try portal.writing { try changeset.inverted().apply(to: $0) }
      #expect(try Everything(portal) == before)
      try portal.writing { try changeset.apply(to: $0) }
      #expect(try Everything(portal) == after)
      try expectSound(portal)
    }
  }

  private func changeset(of entry: Int64, in portal: PortalDatabase) throws -> Changeset {
    let bytes = try portal.reading { database in
      try database.first("SELECT changeset FROM journal WHERE id = ?", [entry]) { $0[0] as Data }
    }
    return Changeset(bytes: try #require(bytes))
  }
}
