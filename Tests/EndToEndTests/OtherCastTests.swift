import PortalTestSupport
import Testing

/// Another cast: an owner is asked, rejects, is asked again, approves, and revokes; by keys, in the
/// real program.
@Suite struct OtherCastTests {
  @Test func askedRejectedAskedAgainApprovedRevoked() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    try terminal.expect(contains: "My Applications")

    // dave, who owns target-client, is asked by bob.
    try act(as: "bob", terminal)
    try terminal.press(.character("1")).waitFor("back-end-api")
    try ask("to pass reports on", terminal)

    // dave reads the request, and rejects it with a reason.
    try act(as: "dave", terminal)
    try terminal.press(.character("2")).waitFor("Waiting for you (1)")
    try terminal.press(.enter).waitFor("What back-end-api could do")
    try terminal.expect(contains: "to pass reports on").press(.escape)
    try terminal.press(.character("x")).waitFor("Reason*").type("which reports?").press(.enter)
    try terminal.waitFor("Request of back-end-api toward target-client rejected")

    // bob reads why, as the e-mail that would have come, and asks again.
    try act(as: "bob", terminal)
    try terminal.waitFor("by dave").press(.character("m")).waitFor("Reason: which reports?")
    try terminal.press(.escape, .character("1")).waitFor("Allowed permissions")
    try terminal.press(.escape).waitFor("Application details")
    try terminal.press(.escape).waitFor("My Applications")
    try ask("the monthly ones", terminal)

    // dave sees that it is the second time, approves, and takes it back on the map.
    try act(as: "dave", terminal)
    try terminal.press(.character("2")).waitFor("Waiting for you (1)")
    try terminal.press(.enter).waitFor("1 earlier round").press(.escape)
    try terminal.press(.character("a")).waitFor("Request approved")
    try terminal.press(.character("5")).waitFor("sources down, targets across")
    try terminal.press(.character("/")).waitFor("type to search").type("back-end-api")
    try terminal.press(.enter).waitFor("Paths of a token of back-end-api")
    try terminal.press(.character("c")).waitFor("type to search").type("target-client")
    try terminal.press(.enter).waitFor("back-end-api → target-client").expect(
      contains: "granted by dave")
    // The page that was open is still there, and its newest row stands under the cursor.
    try terminal.press(.character("1")).waitFor("Allowed permissions").expect(contains: "granted")
    try terminal.press(.character("d")).waitFor("Revoke the permission of back-end-api")
    try terminal.press(.right, .enter).waitFor("Revoked: back-end-api")
    try terminal.press(.enter).waitFor("Round 2").expect(contains: "Round 1")
    try terminal.press(.escape, .character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
  }

  private func ask(_ justification: String, _ terminal: PseudoTerminal) throws {
    try terminal.press(.enter).waitFor("Application details")
    try terminal.press(.character("t")).waitFor("Allowed permissions")
    try terminal.press(.character("r")).waitFor("type to search").type("target-client")
    try terminal.press(.enter).waitFor("Justification").type(justification).press(.enter)
    try terminal.waitFor("Request sent to dave")
  }

  private func act(as person: String, _ terminal: PseudoTerminal) throws {
    try terminal.press(.character("u")).waitFor("type to search").type(person).press(.enter)
    try terminal.waitFor("Level of assurance").press(.enter).waitFor("You act as \(person) now")
  }
}
