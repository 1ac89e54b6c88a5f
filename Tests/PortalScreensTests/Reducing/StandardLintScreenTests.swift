import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// Where a granted exchange would fail under the newer standard exchange, on the screens (§11.1).
@Suite struct StandardLintScreenTests {
  @Test func theExchangeSaysItAmongItsReasons() async throws {
    let stage = try await Stage.story(columns: 120, rows: 60)
    try await exchangeAsJdoe(stage)
    try await stage.press("h")
    #expect(!stage.text.contains("newer standard exchange"))
    try await stage.press("Esc f ⏎ h End")
    let text = stage.text
    #expect(text.contains("Keycloak's newer standard exchange would refuse it"))
    for id in ["S4", "S6", "S11", "S13", "S20"] { #expect(text.contains("\(id) "), "\(id)") }
    #expect(text.contains("front-end-app may not use the standard exchange"))
  }

  @Test func theActivitySaysItOfEachRequest() async throws {
    let at = Story.start.advanced(seconds: 60)
    let row = ActivityRow(
      at: at, actor: nil,
      what: .request(
        ActivityEntry(
          id: 1, at: at, endpoint: .token, client: "front-end-app", subject: "jdoe",
          audience: "back-end-api", status: 200,
          standard: [.standardEnabled, .standardConfidential])), place: MemoryActivity.place(1))
    let stage = try await Stage.story(columns: 100, rows: 40)
    stage.activity.rows = [row]
    try await stage.press("7 ⏎")
    let text = stage.text
    #expect(text.contains("The newer standard exchange would refuse it"))
    #expect(text.contains("S4   standard exchange enabled"))
    #expect(text.contains("S13  "))
  }
}
