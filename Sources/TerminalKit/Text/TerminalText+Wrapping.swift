extension TerminalText {
  /// The text broken into lines no wider than `columns`, between words where possible.
  ///
  /// Line breaks in the text are kept; blanks at a break are dropped; a word wider than a line
  /// is cut. A width of 0 or less counts as 1, where a wide character is dropped. An empty
  /// text is one empty line.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    let width = max(1, columns)
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrappedParagraph(sanitised(String($0)), to: width) }
  }

  private static func wrappedParagraph(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    // Indentation belongs to the paragraph: list items in help texts start with blanks.
    let indent = String(repeating: " ", count: min(text.prefix { $0 == " " }.count, width - 1))
    line = indent
    used = indent.utf8.count
    var lineHasWord = false
    for word in text.split(separator: " ") {
      let wordWidth = self.columns(of: String(word))
      if lineHasWord && used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if lineHasWord {
        lines.append(line)
        line = ""
        used = 0
      }
      lineHasWord = true
      if used + wordWidth <= width {
        line += word
        used += wordWidth
        continue
      }
      for character in word {
        let step = self.columns(of: character)
        if step > width { continue }
        if used + step > width {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(character)
        used += step
      }
    }
    lines.append(lineHasWord ? line : "")
    return lines
  }
}
