/// What one cell holds: a character that takes room, with the marks that sit on it.
///
/// A grapheme cluster is usually one element. Clusters of several characters that each take
/// room (Devanagari conjuncts, Thai vowels) are several, because terminals advance for each;
/// emoji sequences are one, two columns wide.
struct TextElement {
  var base: Unicode.Scalar
  var joined = Cell.Joined()
  /// 1 or 2; 0 only for the right half of a wide character.
  var columns: UInt8

  init(base: Unicode.Scalar, columns: UInt8) {
    self.base = base
    self.columns = columns
  }

  /// Calls `body` with the elements of one character; not at all for a lone mark.
  static func forEach(in character: Character, _ body: (TextElement) -> Void) {
    let scalars = character.unicodeScalars
    if isEmojiSequence(scalars) {
      var element = TextElement(base: scalars[scalars.startIndex], columns: 2)
      for scalar in scalars.dropFirst() where !element.joined.append(scalar) { break }
      body(element)
      return
    }
    var element: TextElement?
    for scalar in scalars {
      let width = scalar.terminalColumns
      if width == 0 {
        // Marks beyond what a cell holds are dropped.
        _ = element?.joined.append(scalar)
      } else {
        if let element { body(element) }
        element = TextElement(base: scalar, columns: UInt8(width))
      }
    }
    if let element { body(element) }
  }

  /// Whether a cluster is drawn as one picture: flags, key caps, joined or toned emoji.
  private static func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    let rest = scalars.dropFirst()
    guard !rest.isEmpty, scalars[scalars.startIndex].properties.isEmoji else { return false }
    return rest.contains { scalar in
      scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.properties.isEmojiModifier
        || (0x1F1E6...0x1F1FF).contains(scalar.value)
    }
  }
}
