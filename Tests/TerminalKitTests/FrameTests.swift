import Testing

@testable import TerminalKit

@Suite struct FrameTests {
  private func frame(_ columns: Int = 10, _ rows: Int = 1) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  private func at(_ column: Int, _ row: Int = 0) -> Point { Point(column: column, row: row) }

  @Test func writingReturnsTheColumnsUsed() {
    var frame = frame()
    let used = frame.write("日本", at: at(1))
    #expect(used == 4)
    let used2 = frame.write("abcdefgh", at: at(5))
    #expect(used2 == 5)
    #expect(frame.text == " 日本abcde")
  }

  @Test(
    "Writing over half of a wide character blanks the other half",
    arguments: [(0, "x 本"), (1, " x本"), (2, "日x"), (3, "日 x")])
  func overHalf(column: Int, expected: String) {
    var frame = frame(4)
    frame.write("日本", at: at(0))
    frame.write("x", at: at(column))
    #expect(frame.text == expected)
    #expect(frame[0].reduce(0) { $0 + Int($1.columns) } == 4)
  }

  @Test func wideOverWide() {
    var frame = frame(6)
    frame.write("日本語", at: at(0))
    frame.write("中", at: at(1))
    #expect(frame.rowText(0) == " 中 語")
  }

  @Test func aWideCharacterThatDoesNotFitBecomesBlank() {
    var frame = frame(3)
    frame.write("x", at: at(2))
    let used = frame.write("日本", at: at(0))
    #expect(used == 3)
    #expect(frame.text == "日")
    #expect(frame[at(2)]?.columns == 1)
  }

  @Test func theLimitClips() {
    var frame = frame()
    let used = frame.write("abcdef", at: at(0), limit: 3)
    #expect(used == 3)
    let used2 = frame.write("日本", at: at(5), limit: 3)
    #expect(used2 == 3)
    #expect(frame.text == "abc  日")
    let used3 = frame.write("abc", at: at(0), limit: -1)
    #expect(used3 == 0)
  }

  @Test(
    "Writing outside is clipped",
    arguments: [
      (-2, 0, "cde"), (8, 0, "        ab"), (10, 0, ""), (0, 1, ""), (0, -1, ""), (-9, 0, ""),
    ])
  func outside(column: Int, row: Int, expected: String) {
    var frame = frame()
    frame.write("abcde", at: at(column, row))
    #expect(frame.text == expected)
  }

  @Test func aWideCharacterHalfLeftOfTheFrameIsBlank() {
    var frame = frame(3)
    frame.write("xyz", at: at(0))
    frame.write("日", at: at(-1))
    #expect(frame.text == " yz")
  }

  @Test func noControlBecomesACell() {
    var frame = frame(20)
    frame.write("a\u{1B}[2Jb\n\u{202E}c\u{7}", at: at(0))
    #expect(frame.text == "ab c")
  }

  @Test func clustersTakeOneCellEach() {
    var frame = frame()
    frame.write("e\u{301}👨‍👩‍👧x", at: at(0))
    #expect(frame[at(0)]?.text == "e\u{301}")
    #expect(frame[at(1)]?.text == "👨‍👩‍👧")
    #expect(frame[at(2)]?.isContinuation == true)
    #expect(frame[at(3)]?.text == "x")
  }

  @Test func marksInACellAreLimited() {
    var frame = frame()
    frame.write("a" + String(repeating: "\u{301}", count: 50) + "b", at: at(0))
    #expect(frame[at(0)]?.joinedScalars.count == 4)
    #expect(frame[at(1)]?.text == "b")
  }

  @Test func theCursorStaysInside() {
    var frame = frame(4, 2)
    frame.cursor = at(9, -3)
    #expect(frame.cursor == at(3, 0))
    var nothing = self.frame(0, 0)
    nothing.cursor = at(5, 5)
    #expect(nothing.cursor == at(0, 0))
  }

  @Test func fillAndMark() {
    var frame = frame(6, 2)
    frame.write("日本語", at: at(0))
    frame.fill(Rect(column: 1, row: 0, columns: 2, rows: 9), role: .dim)
    #expect(frame.text == "    語\n")
    frame.mark(Rect(column: 4, row: 0, columns: 1, rows: 1), role: .focus)
    #expect(frame.roleMask == ".dd.FF\n.dd...")
  }

  @Test func border() {
    var frame = frame(10, 3)
    frame.drawBorder(frame.bounds, title: "Tea")
    #expect(frame.text == "┌─ Tea ──┐\n│        │\n└────────┘")
    frame.drawBorder(frame.bounds, title: "A long title", glyphs: .ascii)
    #expect(frame.rowText(0) == "+- A... -+")
  }

  @Test func changedColumnsTakeWideCharactersWhole() {
    var old = frame(8)
    old.write("ab日cd", at: at(0))
    var new = old
    #expect(new.changedColumns(row: 0, since: old) == nil)
    new.mark(Rect(column: 5, row: 0, columns: 1, rows: 1), role: .focus)
    #expect(new.changedColumns(row: 0, since: old) == 5..<6)
    new = old
    new.write("本", at: at(2))
    #expect(new.changedColumns(row: 0, since: old) == 2..<4)
    #expect(new.changedColumns(row: 0, since: nil) == 0..<8)
    #expect(new.changedColumns(row: 0, since: frame(9)) == 0..<8)
  }

  @Test func drawingAFrameIntoAnother() {
    var inner = frame(4)
    inner.write("a日b", at: at(0), role: .match)
    var outer = frame(6, 2)
    outer.draw(inner, at: at(1, 1))
    #expect(outer.text == "\n a日b")
    outer.draw(inner, at: at(-2, 0))
    #expect(outer.rowText(0) == " b")
  }

  @Test func lettersOfRolesDiffer() {
    #expect(Set(StyleRole.allCases.map(\.letter)).count == StyleRole.allCases.count)
  }
}
