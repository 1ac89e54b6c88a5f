import TerminalKit

/// Two texts that should be the same to the letter, one above the other, with a mark where they differ.
public struct Comparison: Hashable, Encodable, Sendable {
  private var firstLabel: String
  private var firstText: String
  private var secondLabel: String
  private var secondText: String

  /// Makes a comparison.
  init(_ firstLabel: String, _ firstText: String, _ secondLabel: String, _ secondText: String) {
    (self.firstLabel, self.firstText) = (firstLabel, TerminalText.sanitised(firstText))
    (self.secondLabel, self.secondText) = (secondLabel, TerminalText.sanitised(secondText))
  }

  /// The longest text that still stands in a line of a dialog in 80 columns.
  private static let widest = 60

  /// Three lines; without the mark where the texts do not fit above each other.
  var lines: [String] {
    let labels = [firstLabel, secondLabel, Self.mark]
    let width = (labels.map { TerminalText.columns(of: $0) }.max() ?? 0) + 2
    func line(_ label: String, _ text: String) -> String {
      TerminalText.padded(label, to: width) + text
    }
    let texts = [line(firstLabel, firstText), line(secondLabel, secondText)]
    let isNarrow = [firstText, secondText].allSatisfy {
      TerminalText.columns(of: $0) <= Self.widest
    }
    return isNarrow && firstText != secondText ? texts + [line(Self.mark, marks)] : texts
  }

  private static let mark = "differs"

  /// Carets under what lies between the beginning and the end that both have.
  private var marks: String {
    let (first, second) = (Array(firstText), Array(secondText))
    let shorter = min(first.count, second.count)
    let before = (0..<shorter).first { first[$0] != second[$0] } ?? shorter
    let rest = shorter - before
    let after =
      (0..<rest).first { first[first.count - 1 - $0] != second[second.count - 1 - $0] } ?? rest
    let end = max(before + 1, max(first.count, second.count) - after)
    func columns(_ characters: ArraySlice<Character>) -> Int {
      TerminalText.columns(of: String(characters))
    }
    let longer = first.count >= second.count ? first : second
    let offset = columns(longer[..<min(before, longer.count)])
    let marked = columns(longer[min(before, longer.count)..<min(end, longer.count)])
    return String(repeating: " ", count: offset) + String(repeating: "^", count: max(1, marked))
  }
}
