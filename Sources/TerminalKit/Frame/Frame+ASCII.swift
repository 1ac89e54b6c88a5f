extension Glyphs {
  /// A text of the program's own with the dots at its end written as these signs write them.
  public func spelled(_ text: String) -> String {
    text.split(separator: "…", omittingEmptySubsequences: false).joined(separator: ellipsis)
  }
}

extension Frame {
  /// The frame with nothing but ASCII in it, every column where it was.
  ///
  /// Signs of typography become their like, letters lose their marks, and what has no like becomes a
  /// question mark in each of its columns.
  public var inASCII: Frame {
    var frame = self
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let place = offset(column, row)
        let cell = cells[place]
        guard !cell.base.isASCII || !cell.joinedScalars.isEmpty || cell.isContinuation else {
          continue
        }
        let like = cell.isContinuation ? "?" : Self.asciiLike(cell)
        frame.cells[place] = Cell(TextElement(base: like, columns: 1), role: cell.role)
      }
    }
    return frame
  }

  private static func asciiLike(_ cell: Cell) -> Unicode.Scalar {
    if cell.base.isASCII { return cell.base }
    return typography[cell.base] ?? letters[Character(cell.base)] ?? "?"
  }

  private static let typography: [Unicode.Scalar: Unicode.Scalar] = [
    "…": ".", "×": "x", "−": "-", "–": "-", "—": "-", "‐": "-", "·": "-", "•": "*", "→": ">",
    "←": "<", "↑": "^", "↓": "v", "‘": "'", "’": "'", "“": "\"", "”": "\"", "«": "<", "»": ">",
    "›": ">", "‹": "<", "\u{A0}": " ", "⌫": "<", "✓": "+", "✕": "x", "●": "*", "◌": "o",
    "─": "-", "│": "|", "ß": "s", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "a", "Æ": "A",
  ]

  /// Latin letters with one mark; characters compare by what they mean, composed or not.
  private static let letters: [Character: Unicode.Scalar] = {
    var letters: [Character: Unicode.Scalar] = [:]
    let bases = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars)
    for value in UInt32(0x300)...0x331 {
      guard let mark = Unicode.Scalar(value) else { continue }
      for base in bases {
        letters[Character(String(String.UnicodeScalarView([base, mark])))] = base
      }
    }
    return letters
  }()
}
