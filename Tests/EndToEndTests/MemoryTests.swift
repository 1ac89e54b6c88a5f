import Foundation
import Glibc
import PortalTestSupport
import Testing

/// The program opens where it was left.
@Suite struct MemoryTests {
  @Test func theProgramOpensWhereItWasLeft() throws {
    let home = try ScratchHome()
    let first = try PseudoTerminal.portal(home: home)
    try first.press(.enter, .character("]"), .character("]"), .character("q"))
    #expect(try first.waitForExit() == .exited(0))
    let second = try PseudoTerminal.portal(home: home)
    try second.expect(contains: "[Roles]").press(.character("q"))
    #expect(try second.waitForExit() == .exited(0))
    let fresh = try PseudoTerminal.portal(["--fresh"], home: home)
    try fresh.expect(contains: "My Applications")
  }

  /// Asks for the permission of the story.
  private func ask(_ terminal: PseudoTerminal) throws {
    try terminal.press(.enter, .character("t"), .character("r")).type("back-end-api")
    try terminal.press(.enter, .enter).expect(contains: "Request sent to bob")
  }

  @Test func theStoryGoesOnAfterTheProgramWasKilled() throws {
    let home = try ScratchHome()
    let first = try PseudoTerminal.portal(home: home)
    try ask(first)
    try first.signal(SIGKILL)
    #expect(try first.waitForExit() == .killed(signal: SIGKILL))
    let second = try PseudoTerminal.portal(home: home)
    try second.expect(contains: "Next: bob decides")
  }

  @Test func theStoryGoesOnWithAnotherPerson() throws {
    let home = try ScratchHome()
    let first = try PseudoTerminal.portal(home: home)
    try ask(first)
    try first.press(.character("u")).type("bob").press(.enter, .enter, .character("q"))
    #expect(try first.waitForExit() == .exited(0))
    let alice = try PseudoTerminal.portal(["--as", "alice"], home: home)
    try alice.expect(contains: "Next: bob decides").press(.function(3), .character("q"))
    #expect(try alice.waitForExit() == .exited(0))
    // One who was there before knows nothing of the dismissal; it stays all the same.
    let bob = try PseudoTerminal.portal(["--as", "bob"], home: home)
    #expect(!bob.screen.contains("Next:"))
  }

  @Test func whoeverWasActedAsIsActedAsAgain() throws {
    let home = try ScratchHome()
    let first = try PseudoTerminal.portal(home: home)
    try first.press(.character("u")).type("bob").press(.enter, .enter).expect(contains: "as bob")
    try first.press(.function(2)).expect(contains: "Theme ").press(.character("q"))
    #expect(try first.waitForExit() == .exited(0))
    let theme = try String(contentsOfFile: home.portal + "/last", encoding: .utf8)
      .split(separator: "\n").last.map(String.init)
    let second = try PseudoTerminal.portal(home: home)
    try second.expect(contains: "bob  CERN")
    // F2 goes on from the theme that was chosen.
    try second.press(.function(2)).expect(contains: "Theme ")
    #expect(try !second.screen.contains("Theme \(#require(theme));"))
    try second.press(.character("q"))
    #expect(try second.waitForExit() == .exited(0))
    let fresh = try PseudoTerminal.portal(["--fresh"], home: home)
    try fresh.expect(contains: "alice  CERN")
  }

  @Test func aPlaceIsKeptWhileTheProgramRuns() throws {
    let home = try ScratchHome()
    let first = try PseudoTerminal.portal(home: home)
    try first.press(.character("5"))
    let file = "\(home.portal)/memory-alice"
    try PseudoTerminal.watch([first], patience: .seconds(20)) {
      (try? String(contentsOfFile: file, encoding: .utf8))?.contains("section map") == true
    }
    try first.signal(SIGKILL)
    let second = try PseudoTerminal.portal(home: home)
    try second.expect(contains: "[matrix]")
  }

  @Test func plainModeOpensWhereItWasLeftToo() throws {
    let home = try ScratchHome()
    func plain(_ lines: String, _ arguments: [String] = []) throws -> String {
      try runPortal(["--plain"] + arguments, home: home, stdin: lines, patience: .seconds(20))
        .stdout
    }
    #expect(try plain("s3\nTab\n/\nend\nq\n").contains("Groups, filtered by end"))
    let again = try plain("q\n")
    #expect(again.contains("Groups, filtered by end"), "\(again)")
    #expect(try plain("q\n", ["--section", "map"]).contains("Map"))
    #expect(try plain("q\n", ["--fresh"]).contains("Your applications"))
    // The screens and the lines remember the same.
    _ = try plain("s5\nq\n", ["--fresh"])
    let screens = try PseudoTerminal.portal(home: home)
    try screens.expect(contains: "[matrix]")
  }
}
