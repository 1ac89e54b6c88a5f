import CNCurses
import Glibc
import TerminalKit
import Testing

@testable import TerminalNCurses

/// ncurses has one screen in a process, so these tests follow one another.
@MainActor @Suite(.serialized) struct TerminalTests {
  private let pty: PseudoTerminal

  init() throws {
    setenv("TERM", "xterm-256color", 1)
    pty = try #require(PseudoTerminal())
  }

  private func open(mouse: Bool = false) throws -> Terminal {
    let terminal = try Terminal(
      input: pty.slave, output: pty.slave, theme: .dark, mouse: mouse)
    terminal.draw(Frame(size: terminal.size))
    _ = pty.output()
    return terminal
  }

  private func events(_ terminal: Terminal, after bytes: String) -> [TerminalEvent] {
    pty.type(bytes)
    return terminal.nextEvents(timeoutMilliseconds: 2_000)
  }

  @Test(arguments: [
    (nil, TerminalError.termUnset), ("", .termUnset), ("dumb", .noCursorMovement("dumb")),
    ("no-such-terminal", .termUnknown("no-such-terminal")),
  ])
  func unusableTerminals(name: String?, error: TerminalError) {
    if let name { setenv("TERM", name, 1) } else { unsetenv("TERM") }
    #expect(throws: error) {
      try Terminal(input: pty.slave, output: pty.slave, theme: .dark, mouse: false)
    }
  }

  @Test func filesAreNoTerminals() throws {
    let file = Glibc.open("/dev/null", O_RDWR)
    defer { close(file) }
    #expect(throws: TerminalError.notATerminal) {
      try Terminal(input: pty.slave, output: file, theme: .dark, mouse: false)
    }
    #expect(throws: TerminalError.notATerminal) {
      try Terminal(input: file, output: pty.slave, theme: .dark, mouse: false)
    }
  }

  @Test func thereIsOneAtATime() throws {
    let first = try open()
    #expect(throws: TerminalError.unavailable) {
      try Terminal(input: pty.slave, output: pty.slave, theme: .dark, mouse: false)
    }
    first.restore()
    let second = try open()
    second.restore()
  }

  @Test func theTerminalIsGivenBackAsItWas() throws {
    let before = pty.modes()
    var terminal: Terminal? = try open(mouse: true)
    #expect(pty.modes() != before)
    #expect(terminal?.size == Size(columns: 80, rows: 24))
    terminal = nil
    let bytes = pty.output()
    #expect(pty.modes() == before)
    #expect(bytes.contains("\u{1B}[?1049l"))
    #expect(bytes.contains("\u{1B}[?1000l"))
    #expect(bytes.contains("\u{1B}[?2004l"))
  }

  @Test func restoringTwiceDoesNothingMore() throws {
    let terminal = try open()
    terminal.restore()
    _ = pty.output()
    terminal.restore()
    terminal.draw(Frame(size: terminal.size))
    #expect(pty.output().isEmpty)
    #expect(terminal.nextEvents(timeoutMilliseconds: 0).isEmpty)
  }

  @Test(
    "Keys",
    arguments: [
      ("a", [Key.character("a")]), ("日", [.character("日")]), ("\r", [.enter]), ("\n", [.enter]),
      ("\t", [.tab]), ("\u{1B}[Z", [.backTab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
      ("\u{1B}", [.escape]), ("\u{3}", [.control("c")]), ("\u{1B}OA", [.up]),
      ("\u{1B}[A", [.up]), ("\u{1B}OB\u{1B}OB", [.down, .down]), ("\u{1B}OH", [.home]),
      ("\u{1B}[1~", [.home]), ("\u{1B}[3~", [.delete]), ("\u{1B}[5~", [.pageUp]),
      ("\u{1B}OP", [.function(1)]), ("\u{1B}[15~", [.function(5)]), ("\u{1B}x", [.alt("x")]),
      ("\u{1B}[1;5D", [.alt("b")]), ("\u{1B}\u{7F}", [.control("w")]),
      ("\u{1B}[99;99;99Xa", [.character("a")]), ("\u{1B}]11;rgb:0/0/0\u{7}a", [.character("a")]),
      ("\u{1B}[I", []), ("\u{1B}\u{1B}OA", [.escape, .up]),
      (
        "a\u{0}b",
        [
          .character("a"), .control(" "), .character("b"),
        ]
      ), ("a\u{1B}[Bc", [.character("a"), .down, .character("c")]),
    ])
  func keys(bytes: String, keys: [Key]) throws {
    let terminal = try open()
    #expect(events(terminal, after: bytes) == keys.map(TerminalEvent.key))
  }

  @Test func keysThatArrivedTogetherComeTogether() throws {
    let terminal = try open()
    let all = events(terminal, after: String(repeating: "j", count: 200))
    #expect(all == Array(repeating: .key(.character("j")), count: 200))
  }

  @Test func bytesThatAreNoCharacterDoNotStopTheRest() throws {
    let terminal = try open()
    var bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x62]
    write(pty.master, &bytes, 4)
    var all = terminal.nextEvents(timeoutMilliseconds: 2_000)
    all += events(terminal, after: "c")
    #expect(all.first == .key(.character("a")))
    #expect(all.last == .key(.character("c")))
    #expect(!all.contains(.signal(.hangup)))
  }

  @Test func pastesComeWhole() throws {
    let terminal = try open()
    let pasted = "\u{1B}[200~one\rtwo \u{1B}[31mred\u{1B}[201~x"
    #expect(
      events(terminal, after: pasted)
        == [.paste("one\rtwo \u{1B}[31mred"), .key(.character("x"))])
  }

  @Test func aPasteMayArriveInPieces() throws {
    let terminal = try open()
    #expect(events(terminal, after: "\u{1B}[200~one ") == [])
    #expect(events(terminal, after: "two\u{1B}[20") == [])
    #expect(events(terminal, after: "1~") == [.paste("one two")])
  }

  @Test func mouse() throws {
    let terminal = try open(mouse: true)
    let point = Point(column: 9, row: 4)
    let click = "\u{1B}[<0;10;5M\u{1B}[<0;10;5m"
    let press = MouseEvent(point: point, kind: .press)
    let release = MouseEvent(point: point, kind: .release)
    let double = MouseEvent(point: point, kind: .doubleClick)
    #expect(
      events(terminal, after: click + click + "\u{1B}[<64;10;5M")
        == [press, release, double, release].map { .mouse($0) } + [
          .mouse(MouseEvent(point: point, kind: .wheelUp, button: .none))
        ])
  }

  @Test func mouseIsTurnedOnAndOff() throws {
    let terminal = try open()
    terminal.setMouse(true)
    #expect(pty.output().contains("\u{1B}[?1000h\u{1B}[?1006h"))
    terminal.setMouse(false)
    #expect(pty.output().contains("\u{1B}[?1006l\u{1B}[?1000l"))
  }

  @Test func wakesFromAnotherThread() async throws {
    let terminal = try open()
    let waker = terminal.waker
    await Task.detached {
      waker.wake()
      waker.wake()
    }.value
    #expect(terminal.nextEvents(timeoutMilliseconds: 2_000) == [.wake])
    #expect(terminal.nextEvents(timeoutMilliseconds: 0) == [])
    terminal.restore()
    waker.wake()
  }

  @Test func resizing() throws {
    let terminal = try open()
    pty.resize(columns: 120, rows: 40)
    let size = Size(columns: 120, rows: 40)
    #expect(terminal.nextEvents(timeoutMilliseconds: 2_000) == [.resize(size)])
    #expect(terminal.size == size)
    var frame = Frame(size: size)
    frame.write("corner", at: Point(column: 110, row: 39))
    terminal.draw(frame)
    #expect(pty.output().contains("\u{1B}[40;111Hcorner"))
  }

  @Test(arguments: [
    (SIGTERM, TerminationSignal.terminate), (SIGHUP, .hangup), (SIGINT, .interrupt),
  ])
  func signalsBecomeEvents(number: Int32, signal: TerminationSignal) throws {
    let terminal = try open()
    // To the process: the thread that runs a test may block signals.
    kill(getpid(), number)
    #expect(terminal.nextEvents(timeoutMilliseconds: 2_000) == [.signal(signal)])
  }

  @Test func aTerminalThatIsGoneHangsUpOnce() throws {
    var other = PseudoTerminal()
    let slave = dup(try #require(other?.slave))
    defer { close(slave) }
    let terminal = try Terminal(input: slave, output: slave, theme: .dark, mouse: false)
    other = nil
    #expect(terminal.nextEvents(timeoutMilliseconds: 2_000) == [.signal(.hangup)])
    #expect(terminal.nextEvents(timeoutMilliseconds: 10) == [])
  }

  @Test func clipboard() throws {
    let terminal = try open()
    let copied = terminal.copyToClipboard("hällo")
    #expect(copied)
    #expect(pty.output() == "\u{1B}]52;c;aMOkbGxv\u{7}")
    let tooLong = terminal.copyToClipboard(String(repeating: "x", count: 80_000))
    #expect(!tooLong)
    #expect(pty.output().isEmpty)
  }

  @Test func lendingTheTerminal() throws {
    let before = pty.modes()
    let terminal = try open()
    var frame = Frame(size: terminal.size)
    frame.write("screen", at: Point(column: 3, row: 3))
    terminal.draw(frame)
    _ = pty.output()
    terminal.suspendedForShell {
      #expect(pty.modes() == before)
      #expect(pty.output().contains("\u{1B}[?1049l"))
    }
    let bytes = pty.output()
    #expect(bytes.contains("\u{1B}[?1049h"))
    #expect(bytes.contains("screen"))
    #expect(events(terminal, after: "a") == [.key(.character("a"))])
  }

  @Test func interruptsOfABorrowerAreForgotten() throws {
    let terminal = try open()
    terminal.suspendedForShell {
      kill(getpid(), SIGINT)
      kill(getpid(), SIGHUP)
      // Delivered to whichever thread takes signals: wait until both have reached the pipe.
      var waiting: Int32 = 0
      while waiting < 2 {
        _ = ioctl(pcurses_signal_descriptor(), UInt(FIONREAD), &waiting)
        sched_yield()
      }
    }
    #expect(terminal.nextEvents(timeoutMilliseconds: 2_000) == [.signal(.hangup)])
  }
}
