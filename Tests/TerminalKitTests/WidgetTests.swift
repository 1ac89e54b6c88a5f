import Testing

@testable import TerminalKit

@Suite struct WidgetTests {
  @Test(
    "Dialogs stay inside every frame",
    arguments: [(40, 10), (10, 4), (5, 3), (3, 3), (2, 2), (1, 1), (0, 0), (80, 1), (1, 30)])
  func dialog(columns: Int, rows: Int) {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    let inside = drawDialog(
      title: "Delete", size: Size(columns: 30, rows: 7), into: &frame)
    #expect(inside.isEmpty || inside.intersection(frame.bounds) == inside)
  }

  @Test func dialogClearsWhatIsBelow() {
    var frame = Frame(size: Size(columns: 12, rows: 5))
    for row in 0..<5 { frame.write("日日日日日日", at: Point(column: 0, row: row)) }
    let inside = drawDialog(title: "Hi", size: Size(columns: 9, rows: 3), into: &frame)
    #expect(inside == Rect(column: 3, row: 2, columns: 5, rows: 1))
    #expect(frame.rowText(1) == " ┌─ Hi ──┐日")
    #expect(frame.rowText(2) == " │       │日")
  }

  @Test func checkBox() {
    var box = CheckBox("All users")
    let taken = box.handle(.character(" "))
    #expect(taken)
    let taken2 = box.handle(.enter)
    #expect(!taken2)
    var frame = Frame(size: Size(columns: 9, rows: 1))
    box.render(into: &frame, rect: frame.bounds, focused: true, glyphs: .unicode)
    #expect(frame.text == "☑ All us…")
    #expect(frame.roleMask == "FFFFFFFFF")
  }

  @Test func radioGroup() {
    var group = RadioGroup(["none", "OIDC", "SAML"])
    let taken = group.handle(.up)
    #expect(!taken)
    let taken2 = group.handle(.down)
    #expect(taken2)
    var frame = Frame(size: Size(columns: 8, rows: 3))
    group.render(into: &frame, rect: frame.bounds, focused: true, glyphs: .ascii)
    #expect(frame.text == "( ) none\n(*) OIDC\n( ) SAML")
    #expect(frame.cursor == Point(column: 0, row: 1))
    let taken3 = group.handle(.end)
    #expect(taken3)
    let taken4 = group.handle(.down)
    #expect(!taken4)
  }

  @Test func buttons() {
    var row = ButtonRow(["Delete", "Cancel"], selected: 1)
    #expect(row.columns == 22)
    var frame = Frame(size: Size(columns: 22, rows: 1))
    row.render(into: &frame, rect: frame.bounds, focused: true)
    #expect(frame.text == "[ Delete ]  [ Cancel ]")
    let targets = [9, 10, 12].map { frame.region(at: Point(column: $0, row: 0))?.target }
    #expect(targets == [.button(0), nil, .button(1)])
    #expect(frame.cursor == Point(column: 14, row: 0))
    let taken = row.handle(.backTab)
    #expect(taken)
    #expect(row.selected == 0)
    let taken2 = row.handle(.backTab)
    #expect(!taken2)
  }

  @Test func textPane() {
    var pane = TextPane([
      "one two three", StyledLine([("four ", .plain), ("five", .match)]), "six",
    ])
    let size = Size(columns: 8, rows: 2)
    var frame = Frame(size: size)
    pane.render(into: &frame, rect: frame.bounds)
    #expect(frame.text == "one two\nthree  ↓")
    let taken = pane.handle(.end, size: size)
    #expect(taken)
    frame = Frame(size: size)
    pane.render(into: &frame, rect: frame.bounds)
    #expect(frame.text == "five   ↑\nsix")
    #expect(frame.roleMask == "mmmm...d\n........")
  }

  @Test(arguments: [0, 1, 2, 3, 7, 80], [0, 1, 2, 5])
  func everythingSurvivesAnySize(columns: Int, rows: Int) {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    let rect = Rect(column: -1, row: -1, columns: columns + 2, rows: rows + 2)
    for area in [rect, frame.bounds, Rect(column: 90, row: 90, columns: 5, rows: 5)] {
      frame.drawBorder(area, title: "日本")
      frame.fill(area)
      frame.mark(area, role: .focus)
      LineEditor(text: "日本語 text").render(into: &frame, rect: area, focused: true)
      CheckBox("日本").render(into: &frame, rect: area, focused: true)
      RadioGroup(["日本", "b"]).render(into: &frame, rect: area, focused: true)
      ButtonRow(["日本", "b"]).render(into: &frame, rect: area, focused: true)
      TextPane(["日本 x y z 日本"]).render(into: &frame, rect: area)
    }
    frame.horizontalRule(row: 1)
    for row in 0..<rows {
      #expect(frame[row].reduce(0) { $0 + Int($1.columns) } == columns)
    }
  }
}
