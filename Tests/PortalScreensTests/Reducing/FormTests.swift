import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct FormTests {
  @Test func theWizardAddsAnApplicationAndShowsItsSecret() async throws {
    let stage = try await wizardPage2()
    try await stage.type("https://reports.cern.ch/*")
    try await stage.press("⏎ Ctrl-S")
    let id = ApplicationIdentifier(trusted: "reports")
    #expect(stage.portal.facts.application(id)?.owner == Story.alice)
    #expect(stage.portal.facts.registration(of: id)?.baseURL == "https://reports.cern.ch")
    #expect(stage.text.contains("Client Secret"))
    #expect(stage.text.contains("reports-secret-1"))
  }

  @Test func anAddressThatIsTypedOnlyIsSentAlong() async throws {
    let stage = try await wizardPage2()
    try await stage.type("https://reports.cern.ch/*")
    try await stage.press("Ctrl-S")
    let id = ApplicationIdentifier(trusted: "reports")
    #expect(
      stage.portal.facts.registration(of: id)?.redirectURIs.map(\.text)
        == ["https://reports.cern.ch/*"])
  }

  @Test func aWrongAddressThatIsTypedOnlyIsNotLost() async throws {
    let stage = try await wizardPage2()
    try await stage.type("https://reports.cern.ch/*")
    try await stage.press("⏎")
    try await stage.type("reports.cern.ch")
    try await stage.press("Tab Ctrl-S")
    #expect(stage.text.contains("https://reports.cern.ch/*"))
    #expect(stage.text.contains(" reports.cern.ch "))
    #expect(stage.portal.facts.application(ApplicationIdentifier(trusted: "reports")) == nil)
  }

  @Test func anAddedAddressComesBackForEditing() async throws {
    let stage = try await wizardPage2()
    try await stage.type("https://reports.cern.ch/*")
    try await stage.press("⏎ Backspace")
    #expect(stage.text.contains("+ https://reports.cern.ch/*"))
  }

  @Test func theTwoBoxesExcludeEachOther() async throws {
    let stage = try await wizardPage2()
    try await stage.press("Tab Tab Space Tab Space")
    guard case .form(let form) = stage.state.dialogs.last else { return #expect(Bool(false)) }
    #expect(form[.cannotStoreSecret]?.isOn == true)
    #expect(form[.ownTokens]?.isOn == false)
  }

  @Test(arguments: [
    ("Alice", "Begin with a lower-case letter"), ("ab", "3 to 32 characters: 2 so far"),
    ("my app", "not a blank"), ("café-bar", "Use lower-case letters"),
  ])
  func identifiersAreJudgedWhileTyped(text: String, hint: String) async throws {
    let stage = try await Stage.story()
    try await stage.press("n")
    try await stage.type(text)
    #expect(stage.text.contains(hint))
  }

  @Test func aRefusalStandsBesideItsFieldAndLosesNothing() async throws {
    let stage = try await Stage.story()
    try await stage.press("n")
    try await stage.type("reports")
    try await stage.press("Tab")
    try await stage.type("Another")
    try await stage.press("Tab Tab Tab Tab Tab ⏎ →")
    // Somebody else is quicker, and the form has not heard of it.
    try stage.portal.perform(
      .registerApplication(
        ApplicationForm(id: ApplicationIdentifier(trusted: "reports"), name: "Theirs")),
      as: Story.bob, at: stage.now)
    try await stage.press("Ctrl-S")
    guard case .form(let form) = stage.state.dialogs.last else { return #expect(Bool(false)) }
    #expect(form.focused?.id == .identifier)
    #expect(form.text(.identifier) == "reports")
    #expect(form.refused[.identifier]?.contains("reports") == true)
  }

  @Test func escAsksBeforeTypedTextGoes() async throws {
    let stage = try await Stage.story()
    try await stage.press("n")
    try await stage.type("x")
    try await stage.press("Esc ⏎")
    #expect(stage.text.contains("Add an Application"))
    try await stage.press("Esc → ⏎")
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func escLeavesAnUntouchedFormAtOnce() async throws {
    let stage = try await Stage.story()
    try await stage.press("n Esc")
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func pastedLineBreaksBecomeBlanks() async throws {
    let stage = try await Stage.story()
    try await stage.press("n Tab")
    try await stage.send(.paste("two\nlines"))
    guard case .form(let form) = stage.state.dialogs.last else { return #expect(Bool(false)) }
    #expect(form.text(.name) == "two lines")
  }

  @Test func rolesAreAddedEditedAndDeleted() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] ] n")
    try await stage.type("viewer")
    try await stage.press("Tab")
    try await stage.type("Viewer")
    try await stage.press("Ctrl-S")
    let id = RoleIdentifier(trusted: "viewer")
    #expect(stage.portal.facts.role(id, of: Story.frontEnd)?.minimumLevel == .edugainSirtfi)
    try await stage.press("End e Tab Tab Space Ctrl-S")
    #expect(stage.portal.facts.role(id, of: Story.frontEnd)?.required == true)
    try await stage.press("End d → ⏎")
    #expect(stage.portal.facts.role(id, of: Story.frontEnd) == nil)
  }

  @Test func aGroupIsLinkedAndUnlinked() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] ] g n")
    try await stage.type("backend-users")
    try await stage.press("⏎")
    #expect(stage.text.contains("backend-users"))
    let before = stage.portal.facts.roleLinks(of: Story.frontEnd).count
    try await stage.press("d → ⏎")
    #expect(stage.portal.facts.roleLinks(of: Story.frontEnd).count == before - 1)
  }

  private func wizardPage2() async throws -> Stage {
    let stage = try await Stage.story()
    try await stage.press("n")
    try await stage.type("reports")
    try await stage.press("Tab")
    try await stage.type("Reports")
    try await stage.press("Tab")
    try await stage.type("https://reports.cern.ch")
    try await stage.press("Tab Tab Tab Tab ⏎ Tab")
    return stage
  }
}
