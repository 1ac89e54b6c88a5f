import CNCurses
import TerminalKit

extension Cell {
  /// Appends what is drawn for this cell; nothing for the right half of a wide character.
  ///
  /// Terminals disagree on the width of emoji sequences, so those are drawn as what all agree
  /// on: their first picture, a flag as its two letters. Marks stay on their base.
  func appendDrawn(to cells: inout [pcurses_cell]) {
    guard !isContinuation else { return }
    let joined = joinedScalars
    if let first = joined.first, let letters = Self.flagLetters(base, first) {
      for letter in letters {
        cells.append(pcurses_cell(scalars: (letter, 0, 0, 0, 0), columns: 1))
      }
      return
    }
    let marks =
      joined
      .prefix { $0.value != 0x200D && !$0.properties.isEmojiModifier }
      .filter { !$0.properties.isVariationSelector }
      .map(\.value)
    func mark(_ index: Int) -> UInt32 { index < marks.count ? marks[index] : 0 }
    cells.append(
      pcurses_cell(
        scalars: (base.value, mark(0), mark(1), mark(2), mark(3)), columns: columns))
  }

  /// The two letters of a flag, or nil for anything else.
  private static func flagLetters(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> [UInt32]? {
    let indicators: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
    guard indicators.contains(first.value), indicators.contains(second.value) else { return nil }
    return [first, second].map { $0.value - indicators.lowerBound + 0x41 }
  }
}
