import Testing

@testable import TerminalKit

/// Frames as pictures: columns stay straight in any font, lines are lines, nothing breaks the XML.
@Suite struct FramePictureTests {
  private func svg(_ theme: Theme = .dark, _ draw: (inout Frame) -> Void) -> String {
    var frame = Frame(size: Size(columns: 12, rows: 3))
    draw(&frame)
    return FramePicture(frame, theme: theme, title: "a < b & \"c\"").svg
  }

  @Test func wordsAreStretchedToTheirCells() {
    let svg = svg { $0.write("two words  x", at: Point(column: 0, row: 1)) }
    // Nine cells of nine points in the second row; what is apart is drawn apart.
    #expect(svg.contains("<text x=\"14\" y=\"71\" textLength=\"81\" lengthAdjust"))
    #expect(svg.contains(">two words</text>"))
    #expect(svg.contains("<text x=\"113\" y=\"71\" textLength=\"9\""))
  }

  @Test func signsStandInTheMiddleOfTheirCells() {
    let svg = svg { $0.write("✓漢x", at: Point(column: 0, row: 0)) }
    #expect(svg.contains("<text x=\"18.5\" y=\"52\" text-anchor=\"middle\">✓</text>"))
    #expect(svg.contains("<text x=\"32\" y=\"52\" text-anchor=\"middle\">漢</text>"))
    #expect(svg.contains("<text x=\"41\" y=\"52\" textLength=\"9\""))
  }

  @Test func linesAreLines() {
    let svg = svg { $0.drawBorder($0.bounds) }
    for sign in ["─", "│", "┌", "┐", "└", "┘"] { #expect(!svg.contains(sign)) }
    #expect(svg.contains("M23 47.5h90"))
  }

  @Test func nothingOfATextIsMarkup() {
    let svg = svg { $0.write("<b>&\"'", at: Point(column: 0, row: 0)) }
    #expect(svg.contains("&lt;b&gt;&amp;&quot;'"))
    #expect(svg.contains("aria-label=\"a &lt; b &amp; &quot;c&quot;\""))
    #expect(!svg.contains("<b>"))
  }

  @Test(arguments: Theme.all) func everyThemeBringsItsOwnGround(theme: Theme) {
    let svg = svg(theme) { $0.write("ok", at: Point(column: 0, row: 0), role: .focus) }
    #expect(svg.contains("fill=\"\(theme.paper.ground.hex)\" stroke"))
    let style = theme.style(for: .focus)
    let back = style.reverse ? theme.paper.ink : style.background
    #expect(svg.contains("height=\"19\" fill=\"\(back?.hex ?? "none")\"/>"))
  }

  @Test func asciiKeepsEveryColumn() {
    var frame = Frame(size: Size(columns: 12, rows: 1))
    frame.write("…é漢ß→x\u{301}", at: Point(column: 0, row: 0))
    #expect(frame.inASCII.rowText(0) == ".e??s>x")
    #expect(Glyphs.ascii.spelled("act as…") == "act as...")
    #expect(Glyphs.unicode.spelled("act as…") == "act as…")
  }
}
