import Glibc
import PortalTestSupport
import Testing

/// However the program ends, the shell finds its terminal as it was.
@Suite struct LeavingTests {
  struct Way: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var leave: @Sendable (PseudoTerminal) throws -> Void
    var ending: ProgramEnding
  }

  static let ways = [
    Way(
      testDescription: "q", leave: { try $0.press(.character("q")) }, ending: .exited(0)),
    Way(
      testDescription: "Ctrl-C", leave: { try $0.press(.control("c")) }, ending: .exited(0)),
    Way(
      testDescription: "SIGTERM", leave: { try $0.signal(SIGTERM) },
      ending: .killed(signal: SIGTERM)),
    Way(
      testDescription: "SIGHUP", leave: { try $0.signal(SIGHUP) },
      ending: .killed(signal: SIGHUP)),
    Way(
      testDescription: "crash", leave: { try $0.signal(SIGSEGV) },
      ending: .killed(signal: SIGSEGV)),
    Way(
      testDescription: "abort", leave: { try $0.signal(SIGABRT) },
      ending: .killed(signal: SIGABRT)),
  ]

  @Test(arguments: ways)
  func terminalIsGivenBack(_ way: Way) throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    #expect(try !terminal.terminalSettings.echo)
    try way.leave(terminal)
    #expect(try terminal.waitForExit() == way.ending)
    let settings = try terminal.terminalSettings
    #expect(settings.echo && settings.canonical && settings.signals)
    try terminal.waitUntil("the alternate screen is left") { !$0.isAlternate }
  }

  @Test(arguments: ways)
  func terminalIsGivenBackFromWithinADialog(_ way: Way) throws {
    guard way.testDescription != "q" else { return }
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    try terminal.press(.character("n")).type("half-typ").expect(contains: "half-typ")
    if way.testDescription == "Ctrl-C" {
      // What was typed is not lost by one press.
      try way.leave(terminal)
      try terminal.expect(contains: "Ctrl-C again leaves")
    }
    try way.leave(terminal)
    #expect(try terminal.waitForExit() == way.ending)
    #expect(try terminal.terminalSettings.echo)
  }
}
