/// Text as a terminal sees it: columns instead of characters, and nothing that steers.
public enum TerminalText {
  /// The most zero-width marks that one base character keeps; ncurses holds no more in a cell.
  public static let marksPerCell = Cell.Joined.capacity

  /// The width of a text in terminal columns, measured after sanitising it.
  ///
  /// East Asian wide characters and emoji count 2, combining marks 0, everything else 1.
  public static func columns(of text: String) -> Int {
    if isSimple(text) { return text.unicodeScalars.count }
    var total = 0
    forEachElement(of: text) { total += Int($0.columns) }
    return total
  }

  /// The longest beginning of a text that fits into a width, sanitised.
  public static func prefix(of text: String, columns: Int) -> String {
    guard columns > 0 else { return "" }
    if isSimple(text) { return String(text.unicodeScalars.prefix(columns)) }
    var result = ""
    var used = 0
    for character in sanitised(text) {
      let width = self.columns(of: character)
      if used + width > columns { break }
      result.append(character)
      used += width
    }
    return result
  }

  /// The text if it fits, else its beginning followed by the ellipsis; sanitised.
  ///
  /// The result is never wider than `columns`, whatever the ellipsis.
  public static func truncated(
    _ text: String, to columns: Int, ellipsis: String = "…"
  ) -> String {
    if self.columns(of: text) <= columns { return sanitised(text) }
    let mark = prefix(of: ellipsis, columns: columns)
    return prefix(of: text, columns: columns - self.columns(of: mark)) + mark
  }

  /// The text with blanks after it up to a width; a wider text is returned whole.
  public static func padded(_ text: String, to columns: Int) -> String {
    let clean = sanitised(text)
    return clean + String(repeating: " ", count: max(0, columns - self.columns(of: clean)))
  }

  /// The text with blanks before it up to a width; a wider text is returned whole.
  public static func paddedLeft(_ text: String, to columns: Int) -> String {
    let clean = sanitised(text)
    return String(repeating: " ", count: max(0, columns - self.columns(of: clean))) + clean
  }

  /// The text in exactly so many columns: truncated or padded.
  public static func fitted(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    padded(truncated(text, to: columns, ellipsis: ellipsis), to: columns)
  }

  /// The width of one character (extended grapheme cluster) in columns.
  static func columns(of character: Character) -> Int {
    if character.isASCII { return 1 }
    var total = 0
    TextElement.forEach(in: character) { total += Int($0.columns) }
    return total
  }

  /// Calls `body` with what one cell can hold each, in order, after sanitising.
  static func forEachElement(of text: String, _ body: (TextElement) -> Void) {
    for character in sanitised(text) {
      TextElement.forEach(in: character, body)
    }
  }

  /// Whether every scalar of a text is one column wide, visible, and joins no other.
  ///
  /// Nearly all texts are like this, and need neither sanitising nor segmenting.
  static func isSimple(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.isSimple)
  }
}
