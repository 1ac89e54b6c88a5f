import Glibc
import PortalTestSupport
import Testing

/// `portal log --follow` as a process: how it ends.
@Suite struct FollowingTests {
  @Test func anotherProcessesChangeIsPrintedAndCtrlCEndsIt() throws {
    let home = try ScratchHome()
    let follower = try PseudoTerminal(
      portalPath, ["log", "--follow"], environment: portalEnvironment(home: home), columns: 160)
    try follower.waitFor("Scenario token-exchange loaded")
    _ = try runPortal(
      ["app", "block", "reports", "--as", "alice"], home: home, patience: .seconds(60))
    try follower.waitFor("locked")
    try follower.send(keys: "\u{3}")
    #expect(try follower.waitForExit() == .exited(0))
  }

  @Test func terminatingItIsNoError() throws {
    let home = try ScratchHome()
    let follower = try PseudoTerminal(
      portalPath, ["log", "--follow"], environment: portalEnvironment(home: home), columns: 160)
    try follower.waitFor("Scenario token-exchange loaded").signal(SIGTERM)
    #expect(try follower.waitForExit() == .exited(0))
  }

  @Test func aReaderThatGoesEndsItAlthoughNothingHappens() throws {
    let home = try ScratchHome()
    let result = try runCommand(
      "/bin/sh",
      ["-c", "{ \"$0\" log --follow; echo \"status $?\" >&2; } | head -n 1", portalPath],
      environment: portalEnvironment(home: home), patience: .seconds(60))
    #expect(result.stdout.hasPrefix("1 "))
    #expect(result.stderr == "status 0\n")
  }
}
