import PortalTestSupport
import Testing

/// Two terminals over one home: what one does, the other sees without a key.
@Suite struct TwoTerminalTests {
  @Test func requestApprovalAndUndoAreSeenLive() throws {
    let home = try ScratchHome()
    let alice = try PseudoTerminal.portal(home: home, columns: 120, rows: 40)
    let bob = try PseudoTerminal.portal(home: home)
    try bob.press(.character("u")).type("bob").press(.enter)
    try bob.waitFor("Level of assurance").press(.enter).waitFor("You act as bob now")
    try bob.press(.character("2")).waitFor("Nothing waits for you")

    // Requested in the first, seen in the second.
    try alice.press(.enter, .character("t"), .character("r")).type("back-end-api")
    try alice.press(.enter, .enter).waitFor("Request sent to bob").expect(contains: "z undo")
    try bob.waitFor("Waiting for you (1)")

    // Approved in the second, seen in the first, and marked there.
    try bob.press(.character("a")).waitFor("Request approved")
    try alice.waitFor("granted").waitFor("*back-end-api")

    // Undone in the second, seen in the first.
    try bob.press(.character("z")).waitFor("Taken back: Request approved")
    try alice.waitFor("pending")
    try bob.expect(contains: "Waiting for you (1)").expect(contains: "Z redo")

    // All of it stands in Activity, in both.
    try alice.press(.character("7")).waitFor("Row 3 taken back")
    try alice.expect(contains: "undone by 4").expect(contains: "Request approved")

    // Brought again in the second, seen in the first while it looks at Activity.
    try bob.press(.character("Z")).waitFor("Brought again: Request approved")
    try alice.waitFor("Row 3 brought again")
    for terminal in [alice, bob] {
      try terminal.press(.character("q"))
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }
}
