/// Half-open ranges of texts that begin alike, in the order of their bytes.
enum TextRange {
  /// A text that lies behind all texts beginning with this one.
  static func end(of beginning: String) -> String { beginning + "\u{10FFFF}" }
}

/// Texts in the language of the search index.
enum SearchPhrase {
  /// The text as one phrase, in which no character means anything.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A pattern for `LIKE … ESCAPE '\'` in which no character of the text means anything.
  static func pattern(_ text: String) -> String {
    String(text.flatMap { "%_\\".contains($0) ? ["\\", $0] : [$0] })
  }

  /// Whether the index, which knows sequences of three characters, can look the text up.
  static func isIndexed(_ text: String) -> Bool { text.unicodeScalars.count >= 3 }
}
