import Glibc
import PortalTestSupport
import Testing

/// The driver itself, proved on programs that every Debian has.
@Suite struct PseudoTerminalTests {
  private func shell(_ script: String, columns: Int = 80, rows: Int = 24) throws
    -> PseudoTerminal
  {
    let environment = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "ready> ",
    ]
    return try PseudoTerminal(
      "/bin/sh", ["-c", script], environment: environment, columns: columns, rows: rows)
  }

  @Test func `shows what a program prints and what is typed into it`() throws {
    let terminal = try shell("read -r name; printf 'hello %s\\n' \"$name\"; read -r end")
    try terminal.type("portal").press(.enter).waitFor("hello portal")
    #expect(terminal.screen.lines[0] == "portal")
    try terminal.waitUntil { $0.cursor.column == 0 && $0.cursor.row == 2 }
    #expect(terminal.cursor.isVisible)
  }

  @Test func `the pseudo-terminal is the controlling terminal of a new session`() throws {
    let terminal = try shell("echo session > /dev/tty; ps -o sid= -p $$ | grep -qw $$ && echo own")
    try terminal.waitFor("session").waitFor("own")
  }

  @Test func `a resize reaches the program as a size and as a signal`() throws {
    let terminal = try shell("trap 'stty size' WINCH; stty size; while :; do read -r line; done")
    try terminal.waitFor("24 80").resize(columns: 100, rows: 30).waitFor("30 100")
    #expect(terminal.screen.lines.count == 30)
  }

  @Test func `wide and combining characters take the columns that they need`() throws {
    let terminal = try shell("printf '漢字|e\\314\\201|😀|\\n'; read -r end")
    try terminal.waitFor("漢字|é|😀|")
    let row = terminal.screen.cells[0]
    #expect(row.prefix(9).map(\.width) == [2, 0, 2, 0, 1, 1, 1, 2, 0])
    let bar = try #require(terminal.screen.position(of: "|😀"))
    #expect(bar == (6, 0))
  }

  @Test func `attributes and colours can be read cell by cell`() throws {
    let sequence = #"\033[1;31mB\033[0;7;48;5;200mR\033[0;38;2;1;2;3mD\033[0mN\033[?25l"#
    let terminal = try shell("printf '\(sequence)'; read -r end")
    try terminal.waitUntil { !$0.cursor.isVisible }
    let cells = terminal.screen.cells[0]
    #expect(cells[0].bold && cells[0].foreground == .palette(1))
    #expect(cells[1].reverse && cells[1].background == .palette(200))
    #expect(cells[2].foreground == .direct(0x010203) && cells[2].background == .standard)
    #expect(!cells[3].bold && !cells[3].reverse && cells[3].foreground == .standard)
  }

  @Test func `full-screen programs are seen to take the screen and to give it back`() throws {
    let terminal = try shell("tput smcup; echo inside; read -r go; tput rmcup; read -r end")
    try terminal.waitFor("inside")
    #expect(terminal.screen.isAlternate)
    try terminal.press(.enter).waitUntil { !$0.isAlternate && !$0.contains("inside") }
  }

  @Test func `keys, mouse and paste follow the modes that the program chose`() throws {
    let modes = #"\033[?1h\033[?1000h\033[?1006h\033[?2004h"#
    let terminal = try shell("stty -icanon -echo; printf '\(modes)ready'; cat -v")
    try terminal.waitFor("ready").press(.up).waitFor("^[OA")
    try terminal.click(column: 4, row: 2).waitFor("^[[<0;5;3M^[[<0;5;3m")
    try terminal.click(column: 0, row: 0, .wheelDown).waitFor("^[[<65;1;1M")
    try terminal.paste("two words").waitFor("^[[200~two words^[[201~")
    try terminal.press(.backtab).waitFor("^[[Z").press(.control("a")).waitFor("^A")
  }

  @Test func `the terminal answers when the program asks what it is`() throws {
    let terminal = try shell("stty -icanon -echo; printf '\\033[c'; head -c 4 | cat -v")
    try terminal.waitFor("^[[?1")
  }

  @Test(arguments: [(SIGTERM, "TERM"), (SIGHUP, "HUP")])
  func `a signal ends a program, and one that is caught does not`(signal: Int32, name: String)
    throws
  {
    let deaf = try shell("trap 'echo caught' \(name); echo up; read -r a; read -r b; exit 3")
    try deaf.waitFor("up").signal(signal).waitFor("caught").send(keys: "\n\n")
    #expect(try deaf.waitForExit() == .exited(3))

    let mortal = try shell("echo up; read -r line")
    try mortal.waitFor("up").signal(signal)
    #expect(try mortal.waitForExit() == .killed(signal: signal))
  }

  @Test func `the settings that a program leaves behind can be read after its end`() throws {
    let terminal = try shell("stty raw -echo; echo up; head -c 1 > /dev/null")
    try terminal.waitFor("up").press(.space).waitForExit()
    let settings = try terminal.terminalSettings
    #expect(!settings.echo && !settings.canonical && !settings.signals)
    #expect(!settings.outputProcessing)
  }

  @Test func `long input is not lost while the program writes much`() throws {
    let terminal = try shell("stty raw -echo; echo up; head -c 300000 | wc -c; read -r end")
    try terminal.waitFor("up").send(keys: String(repeating: "0123456789", count: 30_000))
    try terminal.waitFor("300000")
  }

  @Test func `bytes are counted from a mark`() throws {
    let terminal = try shell("stty -echo; echo up; read -r go; printf 12345; read -r end")
    try terminal.waitFor("up").mark().send(keys: "\n").waitFor("12345")
    #expect(terminal.bytesSinceMark == Array("12345".utf8))
  }
}
