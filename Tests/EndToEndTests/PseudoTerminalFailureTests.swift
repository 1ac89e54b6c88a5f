import PortalTestSupport
import Testing

/// What a tester reads when a story goes wrong, and when a step counts as done.
@Suite struct PseudoTerminalFailureTests {
  private func shell(_ script: String, idleSignal: Bool = false) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"],
      columns: 30, rows: 4, idleSignal: idleSignal)
    return terminal
  }

  @Test func `a wait that is never fulfilled shows the screen and the steps`() throws {
    let terminal = try shell("echo something else; read -r end")
    try terminal.waitFor("something")
    terminal.patience = .milliseconds(50)
    let failure = #expect(throws: PseudoTerminalFailure.self) {
      try terminal.press(.down).waitFor("granted")
    }
    let text = try #require(failure?.description)
    #expect(text.contains("│something else                │"))
    #expect(text.contains(#"see "granted""#))
    #expect(text.contains(#"press "\u{1B}[B""#))
    #expect(text.contains("still running"))
  }

  @Test func `waiting for a program that ended fails at once`() throws {
    let terminal = try shell("echo gone; exit 7")
    let failure = #expect(throws: PseudoTerminalFailure.self) {
      try terminal.waitFor("never shown")
    }
    #expect(try #require(failure?.description).contains("exited(7)"))
  }

  @Test func `a step is settled by the idle signal that follows it`() throws {
    // An answer that comes late: only the signal says that it is complete.
    let terminal = try shell(
      "stty -echo; printf . >&9; while read -r n; do seq $n; echo last; printf . >&9; done",
      idleSignal: true)
    try terminal.settle()
    for count in [3000, 1, 500] {
      try terminal.type("\(count)\n").expect(contains: "last").expect(contains: "\(count)")
      try terminal.mark()
    }
  }

  @Test func `a program that ended is settled`() throws {
    let terminal = try shell("read -r end; exit 0", idleSignal: true)
    try terminal.type("\n")
    #expect(terminal.ending == .exited(0))
  }

  @Test func `a program that closed its idle pipe does not wait for ever`() throws {
    let terminal = try shell("exec 9>&-; echo up; read -r end", idleSignal: true)
    try terminal.waitFor("up")
    terminal.patience = .milliseconds(50)
    #expect(throws: PseudoTerminalFailure.self) { try terminal.settle() }
  }
}
