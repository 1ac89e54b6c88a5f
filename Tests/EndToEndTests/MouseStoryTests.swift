import PortalTestSupport
import Testing

/// The mouse, pastes and the story's hints on the real binary.
@Suite struct MouseStoryTests {
  @Test func aRequestIsMadeWithTheMouseAlone() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    try terminal.click(on: "front-end-app").press(.enter)
      .expect(contains: "Application: front-end-app").click(on: "token exchange permissions")
      .expect(contains: "Allowed permissions").click(on: "Request token exchange permission")
      .paste("back-end-api\n").press(.enter).paste("to show\nreports")
      .expect(contains: "to show reports").click(on: "send")
      .expect(contains: "Request sent to bob").click(on: "2 Requests")
      .expect(contains: "Sent by you (1)")
  }

  @Test func theStoryIsLedAndItsDismissalRemembered() throws {
    let home = try ScratchHome()
    let first = try PseudoTerminal.portal(home: home)
    try first.expect(contains: "You are alice. Open front-end-app").press(.function(3))
      .expect(contains: "dismissed").press(.character("q"))
    #expect(try first.waitForExit() == .exited(0))
    let second = try PseudoTerminal.portal(home: home)
    try second.expect(containsNot: "You are alice. Open front-end-app").press(.function(3))
      .expect(contains: "You are alice").press(.character("q"))
    #expect(try second.waitForExit() == .exited(0))
  }

  @Test func whatWasAskedForNowBeatsWhatIsRemembered() throws {
    let home = try ScratchHome()
    let first = try PseudoTerminal.portal(home: home)
    try first.press(.character("3"), .enter, .character("q"))
    #expect(try first.waitForExit() == .exited(0))
    let asked = try PseudoTerminal.portal(["--section", "map"], home: home)
    try asked.expect(contains: "sources down, targets across").press(.character("3"))
      .expect(contains: "Person:")
  }
}
