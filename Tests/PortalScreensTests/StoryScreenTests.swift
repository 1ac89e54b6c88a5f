import PortalModel
import PortalTestSupport
import TerminalKit
import Testing

@testable import PortalScreens

/// The story of the Token Exchange page, by keys, on a portal in memory.
@Suite struct StoryScreenTests {
  @Test func requestApproveAndExchange() async throws {
    let stage = try await Stage.story()
    #expect(stage.text.contains("My Applications"))
    try await stage.press("⏎ t r")
    try await stage.type("back-end-api")
    try await stage.press("⏎")
    #expect(stage.text.contains("bob, owner of back-end-api, will have to decide."))
    try await stage.type("to show reports")
    try await stage.press("⏎")
    #expect(stage.message.hasPrefix("✓ Request sent to bob, owner of back-end-api"))
    #expect(stage.message.hasSuffix("z undo"))
    #expect(stage.text.contains("◌ pending"))

    try await exchangeAsJdoe(stage)
    #expect(stage.text.contains("HTTP 403  access_denied  Client not allowed to exchange"))

    try await stage.press("u")
    try await stage.type("bob")
    try await stage.press("⏎ ⏎ 2")
    #expect(stage.text.contains("2 Requests ●1"))
    try await stage.press("a")
    #expect(stage.message.contains("front-end-app may exchange toward back-end-api"))
    #expect(!stage.text.contains("●1"))

    try await stage.press("4 ⏎")
    let frame = stage.text
    #expect(frame.contains("− frontend_user"))
    #expect(frame.contains("− administrator"))
    #expect(frame.contains("+ backend_user"))
    #expect(frame.contains("jdoe is in group backend-users"))
  }

  @Test func fixCarriesTheRepairOutAndRunsAgain() async throws {
    let stage = try await Stage.story()
    try await exchangeAsJdoe(stage)
    try await stage.press("f")
    #expect(stage.text.contains("What would make it yes"))
    try await stage.press("⏎")
    #expect(stage.text.contains("+ backend_user"))
    #expect(portalGrants(stage))
  }

  @Test func goingThereOpensThePermissions() async throws {
    let stage = try await Stage.story()
    try await exchangeAsJdoe(stage)
    try await stage.press("f g")
    #expect(stage.text.contains("Granted permissions"))
    #expect(stage.message.contains("act as bob"))
  }

  private func portalGrants(_ stage: Stage) -> Bool {
    stage.portal.facts.rounds(of: Story.direction).first?.state == .granted
  }
}

/// Fills the fields of 4 Exchange with the story's and runs it.
func exchangeAsJdoe(_ stage: Stage) async throws {
  try await stage.press("4 Space")
  try await stage.type("jdoe")
  try await stage.press("⏎ Space")
  try await stage.type("front-end-app")
  try await stage.press("⏎ Space")
  try await stage.type("back-end-api")
  try await stage.press("⏎ ⏎")
}
