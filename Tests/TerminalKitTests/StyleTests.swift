import Testing

@testable import TerminalKit

@Suite struct StyleTests {
  @Test(
    arguments: [
      ("Esc", Key.escape), ("⏎", .enter), ("Enter", .enter), ("Ctrl-C", .control("c")),
      ("ctrl-c", nil), ("PgUp", .pageUp), ("F12", .function(12)), ("F25", nil),
      ("F", .character("F")),
      ("Alt-b", .alt("b")), ("x", .character("x")), ("Space", .character(" ")), ("", nil),
      ("Shift-Tab", .backTab), ("↑", .up), ("Up", .up), ("Del", .delete),
    ])
  func keyNames(name: String, key: Key?) {
    #expect(Key(name: name) == key)
    if let key { #expect(Key(name: key.name) == key) }
  }

  @Test func asciiNamesOfKeys() {
    #expect(Key.enter.name(glyphs: .ascii) == "Enter")
    #expect(Key.up.name(glyphs: .ascii) == "Up")
    #expect(Key.escape.name(glyphs: .ascii) == "Esc")
  }

  @Test func monoHasNoColour() {
    for role in StyleRole.allCases {
      #expect(Theme.mono.style(for: role).foreground == nil)
      #expect(Theme.mono.style(for: role).background == nil)
    }
  }

  @Test(arguments: Theme.all, [8, 16, 256])
  func textDiffersFromItsGround(theme: Theme, colours: Int) {
    for role in StyleRole.allCases {
      let style = theme.style(for: role, colours: colours)
      #expect(style.foreground == nil || style.foreground != style.background, "\(role)")
    }
  }

  @Test(arguments: Theme.all, [0, 8, 16, 256])
  func focusIsSeen(theme: Theme, colours: Int) {
    let style = { theme.style(for: $0, colours: colours) }
    #expect(style(.focus) != style(.plain))
    #expect(style(.focus) != style(.selectionInactive))
    #expect(style(.selectionInactive) != style(.plain))
  }

  @Test(arguments: Theme.all.filter { $0.name != "mono" }, [8, 16, 256])
  func grantedAndRefusedDiffer(theme: Theme, colours: Int) {
    let granted = theme.style(for: .granted, colours: colours).foreground
    let refused = theme.style(for: .refused, colours: colours).foreground
    #expect(granted != refused)
  }

  @Test(arguments: [(ColorIndex(75), 16, ColorIndex(14)), (209, 16, 9), (25, 8, 4), (240, 16, 8)])
  func reducing(colour: ColorIndex, colours: Int, expected: ColorIndex) {
    #expect(colour.reduced(to: colours) == expected)
  }

  @Test func unicodeGlyphsAreOneColumn() {
    for glyph in Mirror(reflecting: Glyphs.unicode).children.compactMap({ $0.value as? String }) {
      #expect(TerminalText.columns(of: glyph) == 1, "\(glyph)")
    }
    for glyph in Mirror(reflecting: Glyphs.ascii).children.compactMap({ $0.value as? String }) {
      #expect(glyph.utf8.allSatisfy { $0 < 0x80 }, "\(glyph)")
    }
  }

  @Test func styledLines() {
    let line = StyledLine([("grant", .granted), ("日本", .dim)])
    #expect(line.columns == 9)
    #expect(line.truncated(to: 8) == StyledLine([("grant", .granted), ("日…", .dim)]))
    #expect(line.truncated(to: 5) == StyledLine([("gran…", .granted)]))
    #expect(line.truncated(to: 0).columns == 0)
    #expect(line.padded(to: 11).columns == 11)
  }

  @Test func wrappingKeepsRoles() {
    let line = StyledLine([("  one ", .plain), ("two three", .match)])
    #expect(line.wrapped(to: 9).map(\.text) == ["  one two", "  three"])
    #expect(line.wrapped(to: 9)[1].spans.last == StyledSpan("three", .match))
    #expect(StyledLine("abcdefgh").wrapped(to: 3).map(\.text) == ["abc", "def", "gh"])
    #expect(StyledLine("日本").wrapped(to: 1).allSatisfy { $0.columns <= 1 })
  }
}
