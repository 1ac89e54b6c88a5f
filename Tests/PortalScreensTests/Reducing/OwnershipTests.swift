import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct OwnershipTests {
  @Test func detailsAreEditedAndSaidAnew() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ e")
    try await stage.type(" Two")
    try await stage.press("Ctrl-S")
    #expect(stage.portal.facts.application(Story.frontEnd)?.name == "Front End Two")
    #expect(stage.text.contains("Front End Two"))
  }

  @Test func aNewOwnerMustAccept() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ a")
    #expect(stage.message.contains("offered to nobody"))
    try await stage.press("T")
    try await stage.type("carol")
    try await stage.press("⏎")
    #expect(stage.text.contains("Offered to"))
    try await stage.press("a")
    #expect(stage.message.contains("u lets you act as carol"))
    try await stage.press("u")
    try await stage.type("carol")
    try await stage.press("⏎ ⏎ 2")
    #expect(stage.text.contains("Requests ●1"))
    #expect(stage.text.contains("Waiting for you (1)"))
    #expect(stage.text.contains("◌ offered"))
    try await stage.press("a")
    #expect(stage.portal.facts.application(Story.frontEnd)?.owner == Story.carol)
    #expect(stage.message.contains("Ownership of front-end-app accepted"))
  }

  @Test func deletingSaysWhatGoesWithIt() async throws {
    let stage = try await MapTests.chain()
    try await stage.press("⏎ d")
    #expect(stage.text.contains("frontend_user"))
    #expect(stage.text.contains("Permissions that go, with their history"))
    #expect(stage.text.contains("[ Cancel ]"))
    try await stage.press("⏎")
    #expect(stage.portal.facts.application(Story.frontEnd) != nil)
    try await stage.press("d → ⏎")
    #expect(stage.portal.facts.application(Story.frontEnd) == nil)
  }

  @Test func deletingIsRefusedToOthersBeforeItIsAsked() async throws {
    let stage = try await Stage.story(as: Story.bob)
    try await stage.press("Tab Down Down ⏎ d")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.message.hasPrefix("✕"))
  }

  @Test func blockingAsksAndLiftingDoesNot() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ b → ⏎")
    #expect(stage.portal.facts.application(Story.frontEnd)?.blocked == true)
    try await stage.press("b")
    #expect(stage.portal.facts.application(Story.frontEnd)?.blocked == false)
  }

  @Test func registrationAndItsAdvancedSettingsAreEdited() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] e")
    #expect(stage.text.contains("https://front-end-app.cern.ch/*"))
    try await stage.press("Tab Tab Space Ctrl-S")
    #expect(stage.portal.facts.registration(of: Story.frontEnd)?.kind == .confidential)
    try await stage.press("A Tab Space Ctrl-S")
    #expect(
      stage.portal.facts.registration(of: Story.frontEnd)?.settings.consentRequired == true)
  }

  @Test func aLifetimeOutsideOfTheRangeIsSaidBesideItsField() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] A Tab Tab Tab Tab Tab Tab Tab Tab Tab")
    try await stage.type("99999")
    try await stage.press("Ctrl-S")
    #expect(stage.text.contains("A number of seconds from 1 to"))
    #expect(
      stage.portal.facts.registration(of: Story.frontEnd)?.settings.accessTokenLifetime == nil)
  }

  @Test func whoHasARoleIsLookedForPartByPart() async throws {
    let stage = try await Stage.story(columns: 120, rows: 40)
    try await stage.press("⏎ ] ] w")
    #expect(stage.text.contains("Who has administrator of front-end-app"))
    #expect(stage.text.contains("1 found among 5 looked at"))
    #expect(stage.text.contains("✓ has it"))
    try await stage.press("s Home ⏎")
    #expect(stage.text.contains("· just misses"))
    #expect(stage.text.contains("needs level EduGain with SIRTIFI"))
    try await stage.press("/")
    try await stage.type("bob")
    try await stage.press("⏎")
    #expect(stage.text.contains("lacks it"))
    #expect(stage.text.contains("bob is not in its linked group frontend-admins"))
  }

  @Test func peopleAndGroupsAreEditedAndDeleted() async throws {
    let stage = try await Stage.story()
    try await stage.press("3 End ⏎ e Tab Tab Tab")
    try await stage.type("t")
    try await stage.press("Ctrl-S")
    #expect(stage.portal.facts.identity(Story.jdoe)?.givenName == "Janet")
    try await stage.press("d")
    #expect(stage.text.contains("jdoe in web-team"))
    try await stage.press("→ ⏎")
    #expect(stage.portal.facts.identity(Story.jdoe) == nil)
    try await stage.press("Tab ⏎ [ d → ⏎")
    #expect(stage.portal.facts.group(GroupIdentifier(trusted: "backend-users")) == nil)
  }

}
