import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// A refusal offers what can be done about it, as something to choose and do.
@Suite struct RemedyTests {
  @Test func everyRuleOffersSomethingOrSaysWhyNot() {
    for refusal in Samples.refusals {
      switch refusal.offer {
      case .some(let remedies):
        #expect(!remedies.isEmpty, "\(refusal.code)")
        for remedy in remedies {
          let sentence = remedy.sentence(Samples.alice)
          #expect(sentence.hasSuffix(".") && !sentence.contains(".."), "\(sentence)")
          #expect(sentence.count > 12, "\(sentence)")
        }
        #expect(Set(remedies).count == remedies.count, "\(refusal.code)")
      case .none(let reason):
        #expect(reason.count > 12 && reason.last != ".", "\(refusal.code): \(reason)")
      }
    }
  }

  @Test func theOwnerIsNamedAndDoesItAtOnce() async throws {
    let stage = try await Stage.story(as: Story.jdoe)
    await stage.refuseBlocking()
    try await stage.press("F4")
    #expect(stage.text.contains("Do it now as bob, who may; you stay who you are."))
    try await stage.press("⏎")
    #expect(stage.portal.facts.application(Story.backEnd)?.blocked == true)
    #expect(stage.state.acting.id == Story.jdoe)
    try await stage.press("!")
    #expect(stage.message.contains("Nothing has been refused"))
  }

  @Test func actingAsTheOwnerIsOneChoice() async throws {
    let stage = try await Stage.story(as: Story.jdoe)
    await stage.act(
      .failed(
        PortalFailure(
          .notManager(
            Story.backEnd, actor: Story.jdoe,
            managers: Managers(owner: Story.bob, administrators: nil)))))
    try await stage.press("!")
    #expect(!stage.text.contains("Do it now"))
    try await stage.press("⏎ ⏎")
    #expect(stage.state.acting.id == Story.bob)
  }

  @Test func aFormGoesToTheFieldOrToWhatHasTheName() async throws {
    let stage = try await Stage.story()
    try await stage.take(["n", "'abc'", "Tab", "'Front'"])
    await stage.act(
      .performed(
        .registerApplication(
          ApplicationForm(
            id: ApplicationIdentifier(trusted: "abc"), name: "Front", homePage: "",
            description: "", category: .test, administrators: nil, registration: nil)),
        as: Story.alice, outcome: .refused(.applicationNameTaken("Front", by: Story.frontEnd))))
    try await stage.press("F4")
    #expect(stage.text.contains("Change \"Name\" in the form."))
    try await stage.press("↓ ⏎")
    #expect(stage.text.contains("Throw away what you typed?"))
    try await stage.press("Esc")
    #expect(stage.text.contains("abc"))
    try await stage.press("F4 ↓ ⏎ y")
    #expect(stage.text.contains("Application: front-end-app"))
  }

  @Test func noRegistrationLeadsToItsForm() async throws {
    let stage = try await Stage.story()
    await stage.act(
      .performed(
        .requestExchange(Story.direction, justification: ""), as: Story.alice,
        outcome: .refused(.notRegistered(Story.frontEnd))))
    try await stage.press("F4 ⏎")
    #expect(stage.text.contains("New CERN SSO Registration for front-end-app"))
  }

  @Test(arguments: Samples.refusals)
  func everyWayOutCanBeTaken(_ refusal: Refusal) async throws {
    guard case .some(let remedies) = refusal.offer else { return }
    for remedy in remedies {
      let stage = try await Stage.story()
      await stage.act(
        .performed(
          .requestExchange(Story.direction, justification: ""), as: Story.alice,
          outcome: .refused(refusal)))
      var state = stage.state
      let effects = state.carryOut(remedy)
      if case .edit = remedy { continue }
      #expect(!effects.isEmpty || !state.dialogs.isEmpty, "\(refusal.code): \(remedy)")
      #expect(flaws(of: render(state, now: stage.now), state) == [])
    }
  }
}

extension Stage {
  /// What jdoe is told who would block an application of bob's.
  func refuseBlocking() async {
    await act(
      .performed(
        .blockApplication(Story.backEnd, blocked: true), as: Story.jdoe,
        outcome: .refused(
          .notManager(
            Story.backEnd, actor: Story.jdoe,
            managers: Managers(owner: Story.bob, administrators: nil)))))
  }
}
