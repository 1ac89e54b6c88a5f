import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

@Suite struct UniquenessTests {
  @Test func takenTextsAreToldWhileTyped() async throws {
    let stage = try await Stage.story()
    let name = try #require(stage.portal.facts.application(Story.backEnd)?.name)
    try await stage.press("n")
    try await stage.type("back-end-ap")
    #expect(!stage.text.contains("is taken"))
    try await stage.type("i")
    #expect(stage.text.contains("The identifier back-end-api is taken"))
    try await stage.type("s")
    #expect(!stage.text.contains("is taken"))
    try await stage.press("Tab")
    try await stage.type(name)
    #expect(stage.text.contains("is taken by the application back-end-api"))
    try await stage.press("Backspace")
    #expect(!stage.text.contains("is taken"))
  }

  @Test(arguments: ["alice", "jdoe"])
  func loginsAreNoIdentifiers(login: String) async throws {
    let stage = try await Stage.story()
    try await stage.press("n")
    try await stage.send(.paste(login))
    #expect(stage.text.contains("names an account and an application at once"))
  }

  @Test func rolesAreUniqueInTheirApplication() async throws {
    let stage = try await Stage.story()
    try await stage.press("⏎ ] ] n")
    try await stage.type("administrator")
    guard case .form(let form) = stage.state.dialogs.last, let field = form.focused else {
      return #expect(Bool(false))
    }
    #expect(form.problem(of: field)?.contains("administrator") == true)
  }

  @Test func anAnswerToAnOlderTextIsDropped() async throws {
    let stage = try await Stage.story()
    let older = UniqueText.application(ApplicationIdentifier(trusted: "reports"))
    try await stage.press("n")
    try await stage.type("reports")
    guard case .form(let form) = stage.state.dialogs.last else { return #expect(Bool(false)) }
    let refusal = Refusal.applicationExists(
      ApplicationIdentifier(trusted: "reports"), owner: Story.bob)
    await stage.act(.loaded(.collision(older, refusal, generation: form.uniqueness.generation - 1)))
    #expect(!stage.text.contains("is taken"))
    await stage.act(.loaded(.collision(older, refusal, generation: form.uniqueness.generation)))
    #expect(stage.text.contains("is taken"))
  }

  /// What was taken is asked about again when the portal changes, with a picker over the form as well.
  @Test func whatBecomesFreeIsFree() async throws {
    let stage = try await Stage.story()
    let id = ApplicationIdentifier(trusted: "reports")
    try stage.portal.perform(
      .registerApplication(ApplicationForm(id: id, name: "Theirs")), as: Story.bob, at: stage.now)
    try await stage.press("n")
    try await stage.type("reports")
    #expect(stage.text.contains("is taken"))
    try await stage.press("Tab Tab Tab Tab Tab ⏎")
    try stage.portal.perform(.deleteApplication(id), as: Story.bob, at: stage.now)
    await stage.act(.portalChanged)
    try await stage.press("Esc BackTab BackTab BackTab BackTab BackTab")
    #expect(stage.text.contains("reports"))
    #expect(!stage.text.contains("is taken"))
  }
}
