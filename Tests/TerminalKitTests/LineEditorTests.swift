import Testing

@testable import TerminalKit

@Suite struct LineEditorTests {
  /// Keys separated by blanks, `_` for the space bar; `|` stands for the caret.
  @Test(
    "Keys",
    arguments: [
      ("", "a b c", "abc|"), ("abc|", "← x", "abx|c"), ("abc|", "Home x", "x|abc"),
      ("a|bc", "End x", "abcx|"), ("abc|", "Backspace", "ab|"), ("|abc", "Backspace", "|abc"),
      ("a|bc", "Del", "a|c"), ("abc|", "Del", "abc|"), ("ab|cd", "Ctrl-U", "|cd"),
      ("ab|cd", "Ctrl-K", "ab|"), ("one two|", "Ctrl-W", "one |"),
      ("one two  |", "Ctrl-W", "one |"),
      ("one two|", "Alt-b x", "one x|two"), ("|one two", "Alt-f x", "onex| two"),
      ("|one two", "Alt-d", "| two"), ("a|b", "Ctrl-A x Ctrl-E y", "xaby|"),
      ("a|b", "Space", "a |b"), ("|", "日 本 ←", "日|本"), ("e\u{301}|", "Backspace", "|"),
      ("👨‍👩‍👧|", "← →  Backspace", "|"), ("e|", "\u{301} x", "e\u{301}x|"), ("ab|", "→ → x", "abx|"),
      ("|ab", "← ← x", "x|ab"),
    ])
  func keys(before: String, keys: String, after: String) throws {
    var editor = editor(before)
    for name in keys.split(separator: " ") {
      let key = try #require(Key(name: String(name)))
      let taken = editor.handle(key)
      #expect(taken)
    }
    #expect(shown(editor) == after)
  }

  @Test(arguments: [Key.enter, .escape, .tab, .backTab, .up, .down, .function(1), .control("z")])
  func keysOfTheOwnerAreLeft(key: Key) {
    var editor = LineEditor(text: "abc")
    let taken = editor.handle(key)
    #expect(!taken)
    #expect(shown(editor) == "abc|")
  }

  @Test func pastesBecomeOneLine() {
    var editor = editor("a|z")
    let complete = editor.insert("1\r\n2\u{1B}[31m\t3\u{202E}")
    #expect(complete)
    #expect(shown(editor) == "a1 2 3|z")
  }

  @Test func theLimitRefusesAndReports() {
    var editor = LineEditor(text: "ab", limit: 3)
    let taken = editor.handle(.character("c"))
    #expect(taken)
    #expect(!editor.refusedInput)
    let taken2 = editor.handle(.character("d"))
    #expect(taken2)
    #expect(editor.refusedInput)
    #expect(editor.text == "abc")
    let taken3 = editor.handle(.left)
    #expect(taken3)
    #expect(!editor.refusedInput)
    let taken4 = editor.handle(.backspace)
    #expect(taken4)
    let complete = editor.insert("xyz")
    #expect(!complete)
    #expect(editor.text == "axc")
  }

  @Test(
    "The caret is always in view",
    arguments: [(0, 0), (3, 3), (5, 3), (9, 3), (10, 4)])
  func scrolling(position: Int, column: Int) {
    var editor = LineEditor(text: "0123456789")
    editor.moveInsertionPoint(to: position)
    var frame = Frame(size: Size(columns: 8, rows: 1))
    editor.render(
      into: &frame, rect: Rect(column: 1, row: 0, columns: 5, rows: 1), focused: true)
    let cell = frame[frame.cursor]?.text ?? ""
    #expect(cell == (position < 10 ? "\(position)" : " "))
    #expect(frame.roleMask == ".FFFFF..")
    #expect((1...5).contains(frame.cursor.column))
  }

  @Test func wideTextNeverLeavesTheField() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    LineEditor(text: "日本語中文").render(
      into: &frame, rect: Rect(column: 1, row: 0, columns: 5, rows: 1), focused: true)
    #expect(frame[Point(column: 6, row: 0)] == .blank())
    #expect((1...5).contains(frame.cursor.column))
  }

  @Test func placeholderShowsWhileEmpty() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    LineEditor().render(into: &frame, rect: frame.bounds, focused: false, placeholder: "name")
    #expect(frame.text == "name")
    #expect(frame.roleMask == "____....")
    #expect(frame.cursor == Point(column: 0, row: 0))
  }

  @Test func aFieldOfNothingDrawsNothing() {
    var frame = Frame(size: Size(columns: 2, rows: 1))
    let before = frame
    LineEditor(text: "abc").render(
      into: &frame, rect: Rect(column: 0, row: 0, columns: 0, rows: 1), focused: true)
    #expect(frame == before)
  }

  @Test(arguments: [(0, 0), (1, 0), (2, 1), (9, 2)])
  func clicksPutTheCaret(column: Int, position: Int) {
    var editor = LineEditor(text: "日本")
    editor.click(column: column, columns: 10)
    #expect(editor.insertionPoint == position)
  }

  private func editor(_ text: String) -> LineEditor {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    var editor = LineEditor(text: parts.joined())
    editor.moveInsertionPoint(to: parts[0].count)
    return editor
  }

  private func shown(_ editor: LineEditor) -> String {
    let characters = Array(editor.text)
    return String(characters[..<editor.insertionPoint]) + "|"
      + String(characters[editor.insertionPoint...])
  }
}
