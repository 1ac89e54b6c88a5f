import PortalModel
import PortalTestSupport
import Testing

@testable import PortalStore

private let web = GroupIdentifier(trusted: "web-team")
private let admins = GroupIdentifier(trusted: "frontend-admins")

private func edit(
  _ id: IdentityIdentifier, under supervisor: IdentityIdentifier?
) -> PortalCommand {
  .editIdentity(Identity(id: id, kind: .primary, supervisor: supervisor))
}

private func number(_ id: IdentityIdentifier, _ number: Int?) -> PortalCommand {
  .editIdentity(Identity(id: id, kind: .primary, personID: number))
}

private func uri(_ name: String) -> RedirectURI {
  RedirectURI(trusted: "https://\(name).cern.ch/*")
}

private func redirect(_ names: String...) -> PortalCommand {
  .editRegistration(
    Story.frontEnd,
    RegistrationForm(
      kind: .public, redirectURIs: names.map(uri), baseURL: "https://front-end-app.cern.ch"))
}

private func saml(_ entity: String) -> SAMLForm {
  SAMLForm(entityID: entity, consumerURL: "https://front-end-app.cern.ch/acs")
}

private let handOver: [(IdentityIdentifier, PortalCommand)] = [
  (Story.alice, .offerOwnership(Story.frontEnd, to: Story.carol)),
  (Story.carol, .acceptOwnership(Story.frontEnd)),
]
private let disable = PortalCommand.enableIdentity(Story.alice, enabled: false)

extension Entanglement {
  /// What an undo would bring back and a later change has made impossible.
  static let broken = [
    Entanglement(
      "a supervisor under whom somebody works by now",
      [
        (Story.alice, edit(Story.bob, under: Story.alice)),
        (Story.alice, edit(Story.bob, under: nil)),
        (Story.alice, edit(Story.alice, under: Story.bob)),
      ], undo: 1, with: [2],
      violation: .supervisorCycle([Story.bob, Story.alice, Story.bob])),
    Entanglement(
      "a person's number that another primary account has by now",
      [
        (Story.alice, number(Story.alice, 7)), (Story.alice, number(Story.alice, nil)),
        (Story.alice, number(Story.bob, 7)),
      ], undo: 1, with: [2], violation: .primaryTwice(7, Story.bob)),
    Entanglement(
      "an owner who cannot sign in any more", handOver + [(Story.bob, disable)], undo: 1, with: [2],
      violation: .ownerDisabled(Story.frontEnd, Story.alice)),
    Entanglement(
      "an owner who could not sign in then either",
      [handOver[0], (Story.bob, disable), handOver[1]], undo: 2, with: []),
    Entanglement(
      "an owner to whom the application is offered by now",
      [
        (Story.bob, edit(Story.alice, under: Story.bob)), (Story.bob, .departIdentity(Story.alice)),
        (Story.bob, .enableIdentity(Story.alice, enabled: true)),
        (Story.bob, .offerOwnership(Story.frontEnd, to: Story.alice)),
      ], undo: 1, with: [3, 2], violation: .offeredToOwner(Story.frontEnd, Story.alice)),
    Entanglement(
      "a redirect URI that stands in another place by now",
      [
        (Story.alice, redirect("a", "b")), (Story.alice, redirect("c", "b")),
        (Story.alice, redirect("c", "a")),
      ], undo: 1, with: [2], violation: .redirectURITwice(Story.frontEnd, uri("a"))),
    Entanglement(
      "an entityID that another application has by now",
      [
        (Story.alice, .registerSAML(Story.frontEnd, saml("urn:x"))),
        (Story.alice, .editSAML(Story.frontEnd, saml("urn:y"))),
        (Story.bob, .registerSAML(Story.backEnd, saml("urn:x"))),
      ], undo: 1, with: [2], violation: .entityTaken("urn:x", by: Story.backEnd)),
    Entanglement(
      "a membership in a group that is gone",
      [
        (Story.alice, .removeMember(.group(web), from: admins)), (Story.bob, .deleteGroup(web)),
      ], undo: 0, with: [1]),
    Entanglement(
      "a permission toward a registration that is gone",
      [
        (Story.alice, .requestExchange(Story.direction, justification: "")),
        (Story.alice, .deleteRegistration(Story.frontEnd)),
        (Story.bob, .deleteRegistration(Story.backEnd)),
      ], undo: 1, with: [2]),
    Entanglement(
      "an owner who is gone",
      handOver + [
        (Story.carol, .deleteIdentity(Story.alice))
      ], undo: 1, with: [2]),
  ]
}

@Suite struct InvariantTests {
  @Test(arguments: Entanglement.broken)
  func anUndoThatBreaksARuleNamesWhoseChangeItWouldTear(_ entanglement: Entanglement) throws {
    try DependentTests().refusesNamesAndTakesBackTogether(entanglement)
  }

  @Test func aRedoTowardWhatIsGoneNamesWhoTookItAway() throws {
    let stage = try UndoStage()
    try stage.perform(.addMember(.identity(Story.carol), to: web), as: Story.alice)
    try stage.undo(as: Story.alice)
    try stage.perform(.deleteGroup(web), as: Story.bob)
    #expect(try stage.refusal { try stage.redo(as: Story.alice) }?.others == [4])
    try stage.undo(as: Story.bob)
    #expect(try stage.redo(as: Story.alice).entry.id == 2)
  }

  @Test func aRedoThatHandsOverToSomebodyWhoLeftNamesWho() throws {
    let stage = try UndoStage()
    for (person, command) in handOver { try stage.perform(command, as: person) }
    try stage.undo(as: Story.carol)
    try stage.perform(.enableIdentity(Story.carol, enabled: false), as: Story.bob)
    let refusal = try stage.refusal { try stage.redo(as: Story.carol) }
    #expect(refusal?.others == [5])
    #expect(refusal?.violation == .ownerDisabled(Story.frontEnd, Story.carol))
  }

  @Test func aChangeOfAnotherColumnIsNotBlamed() throws {
    let stage = try UndoStage()
    let lab = ApplicationIdentifier(trusted: "lab-book")
    let renamed = ApplicationDetails(name: "Old", homePage: "https://front-end-app.cern.ch")
    try stage.perform(.editApplication(Story.frontEnd, renamed), as: Story.alice)
    let taking = ApplicationForm(id: lab, name: "Front End")
    try stage.perform(.registerApplication(taking), as: Story.carol)
    try stage.perform(.blockApplication(lab, blocked: true), as: Story.carol)
    // Blocking leans on the registering, not on the name.
    let refusal = try stage.refusal { try stage.undo(2, as: Story.alice) }
    #expect(refusal?.others == [4, 3])
    #expect(refusal?.violation == .nameTaken("Front End", by: lab))
  }

  @Test func aReturnGoesToAnyStateThatOnceWas() throws {
    let stage = try UndoStage()
    try stage.perform(disable, as: Story.bob)
    try stage.perform(.enableIdentity(Story.alice, enabled: true), as: Story.bob)
    for (person, command) in handOver { try stage.perform(command, as: person) }
    try stage.returnTo(2, as: Story.dave)
    #expect(try stage.now == stage.after[2])
    try stage.returnTo(5, as: Story.dave)
    #expect(try stage.now == stage.after[5])
    try expectSound(stage.portal)
  }

  @Test func aReturnGoesAcrossScenariosThatExchangeEntityIDs() throws {
    func scenario(_ front: String, _ back: String) -> PortalCommand {
      .loadScenario(
        ScenarioScript(
          name: "exchange",
          steps: Story.steps + [
            ScenarioScript.Step(
              identity: Story.alice, command: .registerSAML(Story.frontEnd, saml(front))),
            ScenarioScript.Step(
              identity: Story.bob, command: .registerSAML(Story.backEnd, saml(back))),
          ]))
    }
    let stage = try UndoStage()
    try stage.perform(scenario("urn:x", "urn:y"), as: Story.alice)
    try stage.perform(scenario("urn:y", "urn:x"), as: Story.alice)
    try stage.returnTo(2, as: Story.alice)
    #expect(try stage.now == stage.after[2])
    try stage.returnTo(3, as: Story.alice)
    #expect(try stage.now == stage.after[3])
    try expectSound(stage.portal)
  }

  /// One person plays all parties (decision 6): only `z` and `Z` are about somebody's own changes.
  @Test func anybodyTakesBackAnyRowAndTheLogSaysWho() throws {
    let stage = try UndoStage()
    let stranger = IdentityIdentifier(trusted: "nobody")
    try stage.perform(.regenerateSecret(Story.backEnd), as: Story.bob)
    #expect(try stage.refusal { try stage.undo(as: Story.dave) } == .nothingToUndo(Story.dave))
    try stage.undo(2, as: stranger)
    #expect(try stage.portal.journal(limit: 1).first?.actor.identity == stranger)
    // It is that person's to bring again, and not the one's whose change it was.
    #expect(try stage.refusal { try stage.redo(as: Story.bob) } == .nothingToRedo(Story.bob))
    #expect(try stage.refusal { try stage.undo(as: Story.bob) } == .nothingToUndo(Story.bob))
    #expect(try stage.redo(as: stranger).entry.id == 2)
    // Again bob's newest change.
    #expect(try stage.undo(as: Story.bob).entry.id == 2)
  }
}
