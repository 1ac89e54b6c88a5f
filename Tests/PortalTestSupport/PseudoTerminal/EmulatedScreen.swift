/// What a terminal shows at one moment.
public struct EmulatedScreen: Equatable, Sendable {
  /// All cells, row by row from the top; the second half of a wide character has width 0.
  public let cells: [[EmulatedCell]]
  /// Where the cursor is.
  public let cursor: EmulatedCursor
  /// Whether a full-screen program has taken the screen over.
  public let isAlternate: Bool

  /// The rows as text, without blanks at their ends.
  public var lines: [String] {
    cells.map { row in
      var line = Substring(row.map(\.text).joined())
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The whole picture as text, one line for a row, without blank rows at the bottom.
  public var text: String {
    var lines = lines[...]
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Says whether one of the rows shows the text.
  public func contains(_ text: String) -> Bool {
    lines.contains { $0.contains(text) }
  }

  /// The cell in which the first appearance of the text begins.
  public func position(of text: String) -> (column: Int, row: Int)? {
    for (row, cells) in cells.enumerated() {
      for column in cells.indices where cells[column].width > 0 {
        if cells[column...].lazy.map(\.text).joined().starts(with: text) { return (column, row) }
      }
    }
    return nil
  }
}

/// The cursor of a terminal, counted from 0.
public struct EmulatedCursor: Equatable, Sendable {
  /// The column, from the left.
  public let column: Int
  /// The row, from the top.
  public let row: Int
  /// Whether the program shows it.
  public let isVisible: Bool
}

/// One cell of a terminal.
public struct EmulatedCell: Equatable, Sendable {
  /// The character with what combines with it; a blank where nothing was written.
  public let text: String
  /// Columns: 2 for a wide character, 0 for the second half of one.
  public let width: Int
  /// Drawn bold.
  public let bold: Bool
  /// Drawn underlined.
  public let underline: Bool
  /// Drawn with its colours exchanged.
  public let reverse: Bool
  /// The colour of the character.
  public let foreground: EmulatedColour
  /// The colour behind it.
  public let background: EmulatedColour
}

/// A colour as the program asked for it.
public enum EmulatedColour: Equatable, Sendable {
  /// The terminal's own.
  case standard
  /// A number of the palette, 0 to 255.
  case palette(Int)
  /// Red, green and blue in one number of 24 bits.
  case direct(Int)

  init(_ number: Int32) {
    switch number {
    case ..<0: self = .standard
    case ..<256: self = .palette(Int(number))
    default: self = .direct(Int(number & 0xffffff))
    }
  }
}
