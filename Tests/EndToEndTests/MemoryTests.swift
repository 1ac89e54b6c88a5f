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
}
