import PortalTestSupport
import Testing

/// Sizes, odd terminals and hostile names, in the real program.
@Suite struct TerminalTests {
  @Test func resizingInADialogLosesNothing() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    try terminal.press(.character("n")).type("reports-2").press(.tab).type("Reports two")
    try terminal.resize(columns: 30, rows: 8).waitFor("40×10")
    try terminal.resize(columns: 60, rows: 18).waitFor("reports-2")
    try terminal.resize(columns: 120, rows: 40).waitFor("Reports two")
    try terminal.type("!").expect(contains: "Reports two!")
  }

  @Test func wideAndHostileTextKeepsColumnsStraight() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    try terminal.press(.character("n")).type("wide-names").press(.tab)
    try terminal.paste("漢字\u{1B}[31m e\u{301} שלום\u{202E}x")
    try terminal.expect(contains: "漢字").expect(containsNot: "[31m")
    let row = try #require(terminal.screen.lines.first { $0.contains("漢字") })
    #expect(row.hasSuffix("│") || row.contains("│"))
  }

  @Test func eachRedrawOfASelectionIsSmall() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home)
    try terminal.press(.tab).waitFor("All Applications")
    // The median: work in the background, such as the first key, may draw once in between.
    let counts = try (0..<9).map { _ in
      try terminal.press(.down)
      try terminal.mark()
      try terminal.press(.up)
      return terminal.bytesSinceMark.count
    }.sorted()
    #expect((1...250).contains(counts[4]), "\(counts)")
  }

  @Test(arguments: ["dumb", "", "no-such-terminal"])
  func unusableTerminalsGetASentence(_ type: String) throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal(
      portalPath, [], environment: portalEnvironment(home: home, adding: ["TERM": type]))
    #expect(try terminal.waitForExit() == .exited(3))
    try terminal.expect(contains: "TERM")
  }

  @Test func noTerminalGetsASentence() throws {
    let home = try ScratchHome()
    let result = try runPortal([], home: home)
    #expect(result.status == 3)
    #expect(result.stderr.contains("need a terminal"))
    #expect(result.stdout.isEmpty)
  }

  @Test func aLocaleThatIsNotUnicodeStillWorks() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(
      home: home, environment: ["LANG": "POSIX", "LC_ALL": "POSIX"])
    try terminal.expect(contains: "My Applications")
    try terminal.press(.character("q"))
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func aTinyTerminalNamesTheSizeNeeded() throws {
    let home = try ScratchHome()
    let terminal = try PseudoTerminal.portal(home: home, columns: 20, rows: 5)
    try terminal.expect(contains: "40×10")
    try terminal.resize(columns: 80, rows: 24).waitFor("My Applications")
  }
}
