extension StyledLine {
  /// The line broken between words into lines no wider than `columns`, roles kept.
  ///
  /// Continuation lines are indented as far as the first, or as far as what follows a sign or label in
  /// spans of their own before it. A word wider than a line is cut.
  public func wrapped(to columns: Int) -> [StyledLine] {
    let width = max(1, columns)
    if self.columns <= width { return [self] }
    let pieces = words
    let first = min(pieces.first?.blanks ?? 0, width / 2)
    let indent = hang(in: width) ?? first
    var lines: [StyledLine] = []
    var line = StyledLine(spans: [])
    var used = 0
    for (index, piece) in pieces.enumerated() {
      let blanks = index == 0 ? first : piece.blanks
      // A new line only where it has more room for the word than this one.
      if used + blanks + piece.word.columns > width, used > 0, used + blanks > indent {
        lines.append(line)
        line = StyledLine(String(repeating: " ", count: indent))
        used = indent
      } else if blanks > 0 {
        line.append(
          String(repeating: " ", count: blanks), piece.blankRole, target: piece.blankTarget)
        used += blanks
      }
      for span in piece.word.spans {
        for part in Self.cut(span.text, first: width - used, others: width - indent) {
          let partColumns = TerminalText.columns(of: part)
          if used + partColumns > width {
            lines.append(line)
            line = StyledLine(String(repeating: " ", count: indent))
            used = indent
          }
          line.append(part, span.role, target: span.target)
          used += partColumns
        }
      }
    }
    lines.append(line)
    return lines
  }

  /// Where the text begins after a sign (`✓ `) and a label with two blanks behind it; nil without either.
  private func hang(in width: Int) -> Int? {
    var column = 0
    for (index, span) in spans.dropLast().enumerated() {
      guard span.text.hasSuffix(index == 0 ? " " : "  ") else { break }
      let end = column + TerminalText.columns(of: span.text)
      guard end <= width / 2 else { break }
      column = end
    }
    return column == 0 ? nil : column
  }

  private struct Piece {
    var blanks = 0
    var blankRole = StyleRole.plain
    var blankTarget: Target?
    var word = StyledLine(spans: [])
  }

  /// Words with the blanks before them; a word may run over several spans.
  private var words: [Piece] {
    var pieces: [Piece] = []
    var current = Piece()
    for span in spans {
      var run = ""
      for character in TerminalText.sanitised(span.text) {
        guard character == " " else {
          run.append(character)
          continue
        }
        if !run.isEmpty { current.word.append(run, span.role, target: span.target) }
        run = ""
        if !current.word.spans.isEmpty {
          pieces.append(current)
          current = Piece()
        }
        current.blanks += 1
        current.blankRole = span.role
        current.blankTarget = span.target
      }
      if !run.isEmpty { current.word.append(run, span.role, target: span.target) }
    }
    if !current.word.spans.isEmpty { pieces.append(current) }
    return pieces
  }

  /// A word in parts that fit, whole if it can be.
  private static func cut(_ word: String, first: Int, others: Int) -> [String] {
    var parts: [String] = []
    var rest = Substring(word)
    var room = max(0, first)
    while !rest.isEmpty {
      var part = TerminalText.prefix(of: String(rest), columns: room)
      if part.isEmpty, room >= others {
        // Not even one character fits: a wide one in a line of one column.
        part = String(rest.removeFirst())
        room = others
        continue
      }
      rest = rest.dropFirst(part.count)
      if !part.isEmpty { parts.append(part) }
      room = others
    }
    return parts
  }
}
