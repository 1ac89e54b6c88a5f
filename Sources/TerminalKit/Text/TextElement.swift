/// What one cell holds: a character that takes room, with the marks that sit on it.
///
/// A grapheme cluster is usually one element. Clusters of several characters that each take
/// room (Devanagari conjuncts, Thai vowels) are several, because terminals advance for each;
/// emoji sequences are one, two columns wide.
struct TextElement {
  var content: Cell.Content
  /// 1 or 2.
  var columns: Int

  /// Calls `body` with the elements of one character; not at all for a lone mark.
  static func forEach(in character: Character, _ body: (TextElement) -> Void) {
    let scalars = character.unicodeScalars
    let first = scalars[scalars.startIndex]
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      let width = first.terminalColumns
      if width > 0 { body(TextElement(content: .scalar(first), columns: width)) }
      return
    }
    if isEmojiSequence(scalars) {
      body(TextElement(content: .cluster(String(character)), columns: 2))
      return
    }
    var base: Unicode.Scalar?
    var marks = ""
    func finish() {
      guard let base else { return }
      let content: Cell.Content =
        marks.isEmpty ? .scalar(base) : .cluster(String(Character(base)) + marks)
      body(TextElement(content: content, columns: base.terminalColumns))
    }
    for scalar in scalars {
      if scalar.terminalColumns == 0 {
        if marks.unicodeScalars.count < TerminalText.marksPerCell {
          marks.unicodeScalars.append(scalar)
        }
      } else {
        finish()
        base = scalar
        marks = ""
      }
    }
    finish()
  }

  /// Whether a cluster is drawn as one picture: flags, key caps, joined or toned emoji.
  private static func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, first.properties.isEmoji else { return false }
    return scalars.dropFirst().contains { scalar in
      scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.properties.isEmojiModifier
        || (0x1F1E6...0x1F1FF).contains(scalar.value)
    }
  }
}
