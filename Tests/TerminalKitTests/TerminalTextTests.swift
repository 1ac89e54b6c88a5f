import Testing

@testable import TerminalKit

@Suite struct TerminalTextTests {
  @Test(
    "Width in columns",
    arguments: [
      ("", 0), ("abc", 3), ("Zürich", 6), ("e\u{301}", 1), ("日本", 4), ("ﾊﾝｶｸ", 4), ("한글", 4),
      ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇨🇭", 2), ("❤\u{FE0F}", 2), ("❤", 1),
      ("1\u{FE0F}\u{20E3}", 2), ("שלום", 4), ("กำลัง", 4), ("नमस्ते", 4), ("क्ष", 2), ("─│▸●", 4),
      ("a\u{200B}b", 2), ("\u{301}", 0), ("a\tb", 3), ("\u{1B}[31mred", 3),
    ])
  func width(text: String, columns: Int) {
    #expect(TerminalText.columns(of: text) == columns)
  }

  @Test(
    "Sanitising",
    arguments: [
      ("plain", "plain"), ("a\nb", "a b"), ("a\r\nb", "a b"), ("a\rb", "a b"), ("a\tb", "a b"),
      ("a\u{2028}b", "a b"), ("a\u{85}b", "a b"), ("a\u{0}b\u{7}\u{7F}", "ab"),
      ("\u{1B}[1;31mred\u{1B}[0m", "red"), ("\u{9B}31mred", "red"),
      ("\u{1B}]0;title\u{7}x", "x"), ("\u{1B}]8;;http://a\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
      ("\u{1B}P1$q\u{1B}\\x", "x"), ("\u{9D}52;c;AAAA\u{9C}x", "x"), ("\u{1B}(Bx", "x"),
      ("\u{1B}cx", "x"), ("\u{1B}", ""), ("x\u{1B}[", "x"), ("\u{1B}\u{1B}[2Jx", "x"),
      ("\u{1B}]never ends", "never ends"), ("a\u{202E}b\u{202C}c", "abc"),
      ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}b", "ab"), ("a\u{200B}\u{FEFF}\u{2060}b", "ab"),
      ("a\u{200D}b", "ab"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("❤\u{FE0F}", "❤\u{FE0F}"),
      ("soft\u{AD}hyphen", "softhyphen"),
      ("tag\u{E0041}s", "tags"), ("\u{FFF9}a\u{FFFA}b\u{FFFB}", "ab"), ("a\u{301}", "a\u{301}"),
    ])
  func sanitising(text: String, expected: String) {
    let clean = TerminalText.sanitised(text)
    // Compared by scalars: strings that are canonically equal are not the same to a terminal.
    #expect(Array(clean.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(TerminalText.sanitised(clean) == clean)
  }

  @Test func marksAreLimited() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 50)
    #expect(TerminalText.sanitised(zalgo).unicodeScalars.count == 5)
  }

  @Test func aTextOfIntroducersIsSanitisedInLinearTime() {
    let hostile = String(repeating: "\u{1B}]", count: 100_000)
    #expect(TerminalText.sanitised(hostile).isEmpty)
  }

  @Test func noScalarSurvivesThatSteers() {
    for value in (0x0...0x2FFF).map(UInt32.init) + Array(0xFE00...0xFFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for kept in TerminalText.sanitised("a\(Character(scalar))b").unicodeScalars {
        #expect(kept.properties.generalCategory != .control, "U+\(String(value, radix: 16))")
        #expect(!kept.properties.isBidiControl, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(
    "Truncating",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
      ("abc", 1, "…"), ("abc", 0, ""), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ])
  func truncating(text: String, columns: Int, expected: String) {
    let cut = TerminalText.truncated(text, to: columns)
    #expect(cut == expected)
    #expect(TerminalText.columns(of: cut) <= columns)
  }

  @Test func truncatingWithALongEllipsis() {
    #expect(TerminalText.truncated("abcdef", to: 5, ellipsis: "...") == "ab...")
    #expect(TerminalText.truncated("abcdef", to: 2, ellipsis: "...") == "..")
  }

  @Test func paddingCountsColumns() {
    #expect(TerminalText.padded("日本", to: 6) == "日本  ")
    #expect(TerminalText.paddedLeft("42", to: 5) == "   42")
    #expect(TerminalText.padded("long", to: 2) == "long")
    #expect(TerminalText.fitted("日本語", to: 4) == "日… ")
  }

  @Test(
    "Wrapping",
    arguments: [
      ("one two three", 8, ["one two", "three"]), ("one two", 7, ["one two"]), ("", 5, [""]),
      ("a\nb", 5, ["a", "b"]), ("a\n\nb", 5, ["a", "", "b"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("日本語", 4, ["日本", "語"]), ("a  b", 9, ["a b"]), ("  in dent", 6, ["  in", "dent"]),
      ("日", 1, [""]), ("x abcdef", 4, ["x", "abcd", "ef"]),
    ])
  func wrapping(text: String, columns: Int, expected: [String]) {
    #expect(TerminalText.wrapped(text, to: columns) == expected)
  }
}
