import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

private func group(_ name: String) -> GroupIdentifier { GroupIdentifier(trusted: name) }

private let shift = Group(id: group("shift"), displayName: "Shift")
private let guest = Role(
  application: Story.frontEnd, id: RoleIdentifier(trusted: "guest"), name: "Guest")
private let publicForm = RegistrationForm(
  kind: .public, redirectURIs: [RedirectURI(trusted: "https://lab.cern.ch/*")],
  baseURL: "https://lab.cern.ch")
private let lab = ApplicationIdentifier(trusted: "lab-book")

private func adding(
  _ id: ApplicationIdentifier = lab, name: String = "Lab Book", sso: Bool = false
) -> PortalCommand {
  .registerApplication(
    ApplicationForm(id: id, name: name, registration: sso ? publicForm : nil))
}

private let toBackEnd = ExchangeDirection(source: lab, target: Story.backEnd)

/// Commands one after the other, which of them is to be taken back, and what stands in its way.
struct Entanglement: CustomTestStringConvertible {
  var testDescription: String
  var steps: [(IdentityIdentifier, PortalCommand)]
  /// The place of the command to be taken back among the steps.
  var undone: Int
  /// The places of those that must go with it, newest first.
  var with: [Int]
  /// Whether a rule says so, and not a row that both wrote.
  var violation: InvariantViolation?

  init(
    _ name: String, _ steps: [(IdentityIdentifier, PortalCommand)], undo undone: Int,
    with: [Int], violation: InvariantViolation? = nil
  ) {
    testDescription = name
    self.steps = steps
    self.undone = undone
    self.with = with
    self.violation = violation
  }

  static let table = [
    Entanglement(
      "a request that was approved",
      [
        (Story.alice, .requestExchange(Story.direction, justification: "")),
        (Story.bob, .approveExchange(Story.direction)),
      ], undo: 0, with: [1]),
    Entanglement(
      "a request that was approved and revoked, and asked for again",
      [
        (Story.alice, .requestExchange(Story.direction, justification: "")),
        (Story.bob, .approveExchange(Story.direction)),
        (Story.bob, .revokeExchange(Story.direction, reason: "")),
        (Story.alice, .requestExchange(Story.direction, justification: "again")),
      ], undo: 1, with: [3, 2]),
    Entanglement(
      "an application with a registration with a request",
      [
        (Story.alice, adding()), (Story.alice, .registerOIDC(lab, publicForm)),
        (Story.alice, .requestExchange(toBackEnd, justification: "")),
        (Story.bob, .regenerateSecret(Story.backEnd)),
      ], undo: 0, with: [2, 1]),
    Entanglement(
      "a registration under a request",
      [
        (Story.alice, adding()), (Story.alice, .registerOIDC(lab, publicForm)),
        (Story.alice, .requestExchange(toBackEnd, justification: "")),
      ], undo: 1, with: [2]),
    Entanglement(
      "a group with a member and a linked role",
      [
        (Story.alice, .createGroup(shift)),
        (Story.bob, .addMember(.identity(Story.jdoe), to: shift.id)),
        (
          Story.alice,
          .linkGroup(
            RoleLink(
              application: Story.frontEnd, role: Story.frontendUser, group: shift.id))
        ),
      ], undo: 0, with: [2, 1]),
    Entanglement(
      "a role with a linked group",
      [
        (Story.alice, .defineRole(guest)),
        (
          Story.alice,
          .linkGroup(
            RoleLink(application: Story.frontEnd, role: guest.id, group: group("web-team")))
        ),
      ], undo: 0, with: [1]),
    Entanglement(
      "an application's administrators",
      [
        (Story.alice, .createGroup(shift)),
        (
          Story.alice,
          .registerApplication(
            ApplicationForm(id: lab, name: "Lab Book", administrators: shift.id))
        ),
      ], undo: 0, with: [1]),
    Entanglement(
      "a person who owns an application",
      [
        (
          Story.alice,
          .createIdentity(Identity(id: IdentityIdentifier(trusted: "erin"), kind: .primary))
        ),
        (IdentityIdentifier(trusted: "erin"), adding()),
      ], undo: 0, with: [1]),
    Entanglement(
      "a nesting that would close a circle",
      [
        (Story.alice, .removeMember(.group(group("web-team")), from: group("frontend-admins"))),
        (Story.bob, .addMember(.group(group("frontend-admins")), to: group("web-team"))),
      ], undo: 0, with: [1],
      violation: .groupCycle([
        group("web-team"), group("frontend-admins"), group("web-team"),
      ])),
    Entanglement(
      "a circle over two steps",
      [
        (Story.alice, .removeMember(.group(group("web-team")), from: group("frontend-admins"))),
        (Story.bob, .addMember(.group(group("frontend-admins")), to: group("backend-users"))),
        (Story.bob, .addMember(.group(group("backend-users")), to: group("web-team"))),
      ], undo: 0, with: [2, 1],
      violation: .groupCycle([
        group("web-team"), group("frontend-admins"), group("backend-users"), group("web-team"),
      ])),
    Entanglement(
      "a name that somebody took meanwhile",
      [
        (Story.alice, .deleteApplication(Story.frontEnd)), (Story.bob, adding(name: "Front End")),
      ], undo: 0, with: [1], violation: .nameTaken("Front End", by: lab)),
    Entanglement(
      "an identifier that became a login",
      [
        (Story.alice, .deleteApplication(Story.frontEnd)),
        (
          Story.bob,
          .createIdentity(
            Identity(id: IdentityIdentifier(trusted: Story.frontEnd.text), kind: .service))
        ),
      ], undo: 0, with: [1], violation: .identifierIsLogin(Story.frontEnd)),
    Entanglement(
      "the same cell twice, back to what it was",
      [
        (Story.alice, .blockApplication(Story.frontEnd, blocked: true)),
        (Story.alice, .blockApplication(Story.frontEnd, blocked: false)),
        (Story.alice, .blockApplication(Story.frontEnd, blocked: true)),
      ], undo: 0, with: [2, 1]),
    Entanglement(
      "what others did beside it stays",
      [
        (Story.bob, .blockApplication(Story.backEnd, blocked: true)),
        (Story.bob, .regenerateSecret(Story.backEnd)),
        (Story.alice, .blockApplication(Story.frontEnd, blocked: true)),
      ], undo: 0, with: []),
  ]
}

@Suite struct DependentTests {
  @Test(arguments: Entanglement.table)
  func refusesNamesAndTakesBackTogether(_ entanglement: Entanglement) throws {
    let stage = try UndoStage()
    let entries = try entanglement.steps.map { try stage.perform($1, as: $0) }
    let entry = entries[entanglement.undone]
    let with = entanglement.with.map { entries[$0] }
    if !with.isEmpty {
      let refusal = try stage.refusal { try stage.undo(entry, as: Story.dave) }
      #expect(refusal?.others == with)
      #expect(refusal?.violation == entanglement.violation)
      if entanglement.violation == nil {
        #expect(try stage.portal.planUndo(entry: entry).map(\.id) == with + [entry])
      }
    }
    let all = try stage.now
    let undone = try stage.undo(entry, as: Story.dave, withDependents: true)
    #expect(undone.count == with.count + 1)
    try expectSound(stage.portal)
    // What was not entangled has stayed: taking the rest back leads to where all began.
    for entry in entries.reversed() where try stage.portal.journalEntry(entry)?.undoneBy == nil {
      try stage.undo(entry, as: Story.carol)
    }
    #expect(try stage.now == stage.after[1])
    #expect(try stage.redoAll(as: [Story.carol, Story.dave]) == all)
    try expectSound(stage.portal)
  }

  @Test func aRedoNeedsWhatItStoodOn() throws {
    let stage = try UndoStage()
    try stage.perform(.createGroup(shift), as: Story.alice)
    try stage.perform(.addMember(.identity(Story.jdoe), to: shift.id), as: Story.bob)
    try stage.undo(as: Story.bob)
    try stage.undo(as: Story.alice)
    let refusal = try stage.refusal { try stage.redo(as: Story.bob) }
    #expect(refusal?.others == [2])
    try stage.redo(as: Story.alice)
    try stage.redo(as: Story.bob)
    #expect(try stage.now == stage.after[3])
  }

  @Test func aRedoTearsNoLaterChange() throws {
    let stage = try UndoStage()
    let joining = PortalCommand.addMember(.identity(Story.carol), to: group("web-team"))
    try stage.perform(joining, as: Story.alice)
    try stage.undo(as: Story.alice)
    try stage.perform(joining, as: Story.bob)
    #expect(try stage.refusal { try stage.redo(as: Story.alice) }?.others == [4])
    try stage.undo(as: Story.bob)
    #expect(try stage.redo(as: Story.alice).entry.id == 2)
    // Hers is the older one, and has come back since his was made.
    let his = try #require(try stage.reference(4))
    let hers = try #require(try stage.reference(2))
    #expect(
      try stage.refusal { try stage.redo(as: Story.bob) }
        == .barred(his, by: LaterEntries(named: [hers], count: 1), violation: nil))
  }

  @Test func aRedoNamesAnOlderChangeThatTookAwayWhatItNeedsAndCameBackSince() throws {
    let stage = try UndoStage()
    try stage.perform(.createGroup(shift), as: Story.alice)
    try stage.perform(.deleteGroup(shift.id), as: Story.carol)
    try stage.undo(as: Story.carol)
    try stage.perform(.addMember(.identity(Story.jdoe), to: shift.id), as: Story.bob)
    try stage.undo(as: Story.bob)
    try stage.redo(as: Story.carol)
    let refusal = try stage.refusal { try stage.redo(as: Story.bob) }
    #expect(refusal?.others == [3])
    guard case .barred? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }

  @Test func aRedoThatTakesAwayNamesWhoLeanedOnItNoMore() throws {
    let stage = try UndoStage()
    func supervise(_ supervisor: IdentityIdentifier?) -> PortalCommand {
      .editIdentity(Identity(id: Story.bob, kind: .primary, supervisor: supervisor))
    }
    try stage.perform(supervise(Story.jdoe), as: Story.alice)
    try stage.perform(supervise(nil), as: Story.bob)
    try stage.perform(.deleteIdentity(Story.jdoe), as: Story.carol)
    try stage.undo(as: Story.carol)
    try stage.undo(as: Story.bob)
    let refusal = try stage.refusal { try stage.redo(as: Story.carol) }
    let (deleting, before) = (
      try #require(try stage.reference(4)), try #require(try stage.reference(3))
    )
    #expect(refusal == .earlierUndone(of: deleting, LaterEntries(named: [before], count: 1)))
  }

  @Test func aRedoStandsOnNothingThatWasTakenBackBefore() throws {
    let stage = try UndoStage()
    let joining = PortalCommand.addMember(.identity(Story.carol), to: group("web-team"))
    try stage.perform(joining, as: Story.alice)
    try stage.undo(as: Story.alice)
    try stage.perform(joining, as: Story.bob)
    try stage.undo(as: Story.bob)
    try stage.redo(as: Story.alice)
    try stage.undo(as: Story.alice)
    #expect(try stage.redo(as: Story.bob).entry.id == 4)
  }

  /// On the way back each of the two would have the entityID that has gone to another one meanwhile.
  @Test func whatFitsInTheEndIsTakenBackThoughNotStepByStep() throws {
    let stage = try UndoStage()
    let form = SAMLForm(entityID: "urn:x", consumerURL: "https://x.cern.ch/acs")
    try stage.perform(.registerSAML(Story.backEnd, form), as: Story.bob)
    try stage.perform(.deleteSAML(Story.backEnd), as: Story.bob)
    try stage.perform(.registerSAML(Story.frontEnd, form), as: Story.alice)
    try stage.perform(.deleteSAML(Story.frontEnd), as: Story.alice)
    try stage.undo(as: Story.bob)
    #expect(try stage.refusal { try stage.undo(4, as: Story.alice) }?.others == [5])
    #expect(try stage.undo(4, as: Story.alice, withDependents: true).count == 2)
    #expect(try stage.now == stage.after[2])
    try stage.redo(as: Story.alice)
    #expect(try stage.now == stage.after[6])
    try expectSound(stage.portal)
  }

  /// Its name went to one and its entityID to another: both are named, one after the other found.
  @Test func twoWhoTookWhatWasUniqueAreBothNamed() throws {
    let stage = try UndoStage()
    let form = SAMLForm(entityID: "urn:x", consumerURL: "https://x.cern.ch/acs")
    try stage.perform(.registerSAML(Story.frontEnd, form), as: Story.alice)
    try stage.perform(.deleteApplication(Story.frontEnd), as: Story.alice)
    try stage.perform(adding(name: "Front End"), as: Story.carol)
    try stage.perform(.registerSAML(Story.backEnd, form), as: Story.bob)
    #expect(try stage.refusal { try stage.undo(as: Story.alice) }?.others == [5, 4])
    #expect(try stage.undo(3, as: Story.alice, withDependents: true).count == 3)
    #expect(try stage.now == stage.after[2])
    try stage.redo(as: Story.alice)
    #expect(try stage.now == stage.after[5])
    try expectSound(stage.portal)
  }

  @Test func anUndoNamesAnOlderChangeThatCameBackSinceAndBreaksARuleBesideIt() throws {
    let stage = try UndoStage()
    let (users, others) = (group("frontend-users"), group("backend-users"))
    try stage.perform(.addMember(.group(others), to: users), as: Story.alice)
    try stage.undo(as: Story.alice)
    try stage.perform(.addMember(.group(users), to: others), as: Story.bob)
    try stage.perform(.removeMember(.group(users), from: others), as: Story.carol)
    try stage.redo(as: Story.alice)
    let refusal = try stage.refusal { try stage.undo(as: Story.carol) }
    #expect(refusal?.others == [2])
    #expect(refusal?.violation == .groupCycle([users, others, users]))
    #expect(try stage.undo(5, as: Story.carol, withDependents: true).count == 2)
    #expect(try stage.now == stage.after[4])
    try expectSound(stage.portal)
  }

  @Test func aRedoThatWouldCloseACircleNamesWhoIsInTheWay() throws {
    let stage = try UndoStage()
    try stage.perform(
      .addMember(.group(group("backend-users")), to: group("frontend-users")), as: Story.alice)
    try stage.undo(as: Story.alice)
    try stage.perform(
      .addMember(.group(group("frontend-users")), to: group("backend-users")), as: Story.bob)
    let refusal = try stage.refusal { try stage.redo(as: Story.alice) }
    #expect(refusal?.others == [4])
    #expect(
      refusal?.violation
        == .groupCycle([
          group("backend-users"), group("frontend-users"), group("backend-users"),
        ]))
  }
}

extension UndoStage {
  /// Brings everything again, as the persons one after the other can.
  fileprivate func redoAll(as persons: [IdentityIdentifier]) throws -> Everything {
    for person in persons {
      while true {
        do { try redo(as: person) } catch Refusal.undo(.nothingToRedo) { break }
      }
    }
    return try now
  }
}
