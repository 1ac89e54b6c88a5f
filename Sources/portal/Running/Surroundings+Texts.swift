extension Surroundings {
  /// The text of a file; - is standard input.
  ///
  /// - Throws: `FileError`.
  func text(of file: String, maximum: Int) throws -> String {
    file == "-" ? try input(maximum: maximum) : try TextFile.read(file, maximum: maximum)
  }

  /// Standard input to its end as a text.
  ///
  /// - Throws: `FileError`.
  func input(maximum: Int) throws -> String {
    try TextFile.text(readInput(maximum), of: Self.standardInput)
  }

  /// Words that were given; - reads them from standard input, without the line break at the end.
  ///
  /// - Throws: `FileError`.
  func words(_ given: String) throws -> String {
    guard given == "-" else { return given }
    var text = try input(maximum: Self.longestWords)
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// Bytes of the longest text that is read as somebody's words; the rules allow far less.
  private static let longestWords = 1 << 20
}

extension StringProtocol {
  /// The text without blanks around it.
  var trimmingBlanks: String {
    let start = drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
