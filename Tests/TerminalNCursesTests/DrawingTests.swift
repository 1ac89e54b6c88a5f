import CNCurses
import Glibc
import TerminalKit
import Testing

@testable import TerminalNCurses

extension TerminalTests {
  /// In the suite above because there is one screen in a process.
  @MainActor @Suite(.serialized) struct DrawingTests {
    private let pty: PseudoTerminal
    private let terminal: Terminal

    init() throws {
      setenv("TERM", "xterm-256color", 1)
      pty = try #require(PseudoTerminal())
      terminal = try Terminal(input: pty.slave, output: pty.slave, theme: .dark, mouse: false)
      terminal.draw(Frame(size: terminal.size))
      _ = pty.output()
    }

    private func list(selected: Int) -> Frame {
      var frame = Frame(size: terminal.size)
      for row in 2..<21 {
        frame.write("  app-\(row)   Name of \(row)", at: Point(column: 0, row: row))
      }
      frame.mark(Rect(column: 0, row: selected, columns: 80, rows: 1), role: .focus)
      frame.write("▸", at: Point(column: 0, row: selected), role: .focus)
      frame.write(selected % 2 == 0 ? "a approve" : "x reject", at: Point(column: 1, row: 23))
      frame.cursor = Point(column: 0, row: selected)
      return frame
    }

    /// What the frame leads to on the terminal, without the escape sequences.
    private func drawn(_ text: String) -> String {
      var frame = Frame(size: terminal.size)
      frame.write(text, at: Point(column: 0, row: 0))
      terminal.draw(frame)
      return TerminalText.sanitised(pty.output().filter { $0 != "\r" })
    }

    @Test func theSameFrameSendsNothing() {
      terminal.draw(list(selected: 5))
      _ = pty.output()
      terminal.draw(list(selected: 5))
      #expect(pty.output().isEmpty)
    }

    @Test func aMovedSelectionIsCheap() {
      terminal.draw(list(selected: 5))
      _ = pty.output()
      terminal.draw(list(selected: 6))
      let bytes = pty.output()
      #expect(bytes.utf8.count > 20)
      #expect(bytes.utf8.count <= 250, "\(bytes.utf8.count) bytes")
    }

    @Test func rolesBecomeColours() {
      var frame = Frame(size: terminal.size)
      frame.write("granted", at: Point(column: 0, row: 0), role: .granted)
      terminal.draw(frame)
      #expect(pty.output().contains("38;5;75m"))
      terminal.setTheme(.mono)
      #expect(!pty.output().contains("38;5;"))
    }

    @Test func theCursorFollowsTheFrame() {
      var frame = Frame(size: terminal.size)
      frame.cursor = Point(column: 40, row: 11)
      terminal.draw(frame)
      #expect(pty.output() == "\u{1B}[12;41H")
    }

    @Test(
      "What terminals disagree on is drawn as what they agree on",
      arguments: [
        ("日本語|", "日本語|"), ("e\u{301}|", "e\u{301}|"), ("👨‍👩‍👧|", "👨|"), ("👍🏽|", "👍|"),
        ("🇨🇭|", "CH|"), ("❤\u{FE0F}|", "❤ |"), ("שלום|", "שלום|"), ("กำลัง|", "กำลัง|"),
      ])
    func clusters(text: String, expected: String) {
      #expect(Array(drawn(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func framesOfOtherSizes() {
      var large = Frame(size: Size(columns: 200, rows: 60))
      for row in 0..<60 {
        large.write(String(repeating: "日", count: 100), at: Point(column: 1, row: row))
      }
      large.cursor = Point(column: 199, row: 59)
      terminal.draw(large)
      _ = pty.output()
      terminal.draw(Frame(size: Size(columns: 10, rows: 2)))
      // Nothing of the large frame may be left: drawing blanks once more changes nothing.
      _ = pty.output()
      terminal.draw(Frame(size: terminal.size))
      #expect(!pty.output().contains(" "))
      terminal.draw(Frame(size: Size(columns: 0, rows: 0)))
    }

    @Test func widthsAgreeWithTheSystem() {
      _ = pcurses_set_locale()
      var disagreements: [String] = []
      for value in UInt32(0x20)...0x3FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let system = pcurses_width(value)
        let text = String(Character(scalar))
        // What the system does not know is replaced while drawing; what is stripped has none.
        guard system > 0, TerminalText.sanitised(text) == text else { continue }
        let ours = TerminalText.columns(of: text)
        if ours != Int(system) {
          disagreements.append(String(value, radix: 16) + " \(ours) \(system)")
        }
      }
      #expect(disagreements == [])
    }
  }
}
