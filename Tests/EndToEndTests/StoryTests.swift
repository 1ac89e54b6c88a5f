import PortalTestSupport
import Testing

/// The story of the Token Exchange page, by keys, in the real program on a real disk.
@Suite struct StoryTests {
  @Test func requestRefusalApprovalExchange() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    try terminal.expect(contains: "My Applications").expect(contains: "front-end-app")

    // alice asks for the permission.
    try terminal.press(.enter, .character("t")).expect(contains: "Allowed permissions")
    try terminal.press(.character("r")).type("back-end-api").press(.enter)
    try terminal.expect(contains: "Justification")
    try terminal.type("to show reports").press(.enter)
    try terminal.waitFor("Request sent to bob").expect(contains: "pending")

    // The exchange is refused, with the service's own words and who can change it.
    try fillExchange(terminal)
    try terminal.waitFor("HTTP 403  access_denied  Client not allowed to exchange")
    try terminal.expect(contains: "bob approves the request")

    // bob approves.
    try act(as: "bob", terminal)
    try terminal.press(.character("2")).waitFor("Waiting for you (1)")
    try terminal.press(.character("a")).waitFor("Request approved")

    // jdoe's token is exchanged: roles before and after.
    try terminal.press(.character("4"), .enter).waitFor("+ backend_user")
    try terminal.expect(contains: "− frontend_user").expect(contains: "− administrator")
    try terminal.expect(contains: "jdoe is in group backend-users")
    try terminal.press(.character("t")).waitFor("signature is the service's")
    try terminal.press(.character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func theCommandLineSeesWhatTheScreensDid() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    try terminal.press(.enter, .character("t"), .character("r")).type("back-end-api")
    try terminal.press(.enter, .enter).waitFor("Request sent to bob")
    let approval = try runPortal(
      [
        "permission", "approve", "--from", "front-end-app", "--to", "back-end-api", "--as", "bob",
      ], home: home)
    #expect(approval.status == 0, "\(approval.stderr)")
    // What another process did shows without a key.
    try terminal.waitFor("granted")
    try terminal.press(.character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
  }

  private func act(as person: String, _ terminal: PseudoTerminal) throws {
    try terminal.press(.character("u")).type(person).press(.enter)
    try terminal.waitFor("Level of assurance").press(.enter).waitFor("You act as \(person) now")
  }

  private func fillExchange(_ terminal: PseudoTerminal) throws {
    try terminal.press(.character("4"))
    for text in ["jdoe", "front-end-app", "back-end-api"] {
      try terminal.press(.space).waitFor("type to search").type(text).press(.enter)
    }
    try terminal.press(.enter)
  }
}
