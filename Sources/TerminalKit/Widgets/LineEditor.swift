/// One line of text being typed.
///
/// Positions count characters (extended grapheme clusters), so the caret never lands inside
/// an accent or an emoji. What comes in is sanitised at once; a line break becomes a blank.
public struct LineEditor: Hashable, Sendable {
  private(set) var characters: [Character]
  /// How many characters stand before the caret, 0 to the length of the text.
  public private(set) var insertionPoint: Int
  /// The most characters the text may have.
  public let limit: Int
  /// Whether the last input was refused, whole or in part, because the text is full.
  public private(set) var refusedInput = false

  /// Makes an editor with the caret after the text.
  ///
  /// - Parameters:
  ///   - text: The text to begin with; cut to `limit`.
  ///   - limit: The most characters that it takes.
  public init(text: String = "", limit: Int = 1_000) {
    self.limit = max(0, limit)
    characters = Array(TerminalText.sanitised(text).prefix(self.limit))
    insertionPoint = characters.count
  }

  /// The text as it stands; setting it puts the caret at its end.
  public var text: String {
    get { String(characters) }
    set { self = LineEditor(text: newValue, limit: limit) }
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool { characters.isEmpty }

  /// Inserts a text at the caret as if it were typed; used for pastes.
  ///
  /// - Returns: Whether all of it went in; what is beyond `limit` is left out.
  @discardableResult
  public mutating func insert(_ pasted: String) -> Bool {
    // Cut first: a pasted megabyte must not be looked through for a line of a hundred characters.
    let scalars = pasted.unicodeScalars.prefix((limit + 1) * Self.scalarsPerCharacter)
    let isCut = scalars.endIndex != pasted.unicodeScalars.endIndex
    let part = isCut ? String(scalars) : pasted
    // Sanitised and counted together with what stands before: a mark joins its base.
    let before = Array(TerminalText.sanitised(String(characters[..<insertionPoint]) + part))
    let after = characters[insertionPoint...]
    let taken = before.prefix(max(0, limit - after.count))
    refusedInput = isCut || taken.count < before.count
    characters = Array(String(taken) + String(after))
    insertionPoint = min(characters.count, taken.count)
    return !refusedInput
  }

  /// The most scalars of a paste that are looked at for one character: more than any emoji has.
  private static let scalarsPerCharacter = 16

  /// Moves the caret, counted in characters; places outside the text become its ends.
  public mutating func moveInsertionPoint(to position: Int) {
    insertionPoint = max(0, min(position, characters.count))
  }

  /// Removes the characters of a range and leaves the caret where it began.
  mutating func remove(_ range: Range<Int>) {
    let clamped = range.clamped(to: 0..<characters.count)
    characters.removeSubrange(clamped)
    // Taking a character out can join its neighbours (two halves of a flag).
    let joined = Array(String(characters))
    characters = joined
    insertionPoint = min(clamped.lowerBound, joined.count)
  }

  mutating func inputTaken() {
    refusedInput = false
  }
}

extension LineEditor: Encodable {
  private enum CodingKeys: CodingKey { case text, insertionPoint, limit, refusedInput }

  /// Writes the text as one, not character by character.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(text, forKey: .text)
    try container.encode(insertionPoint, forKey: .insertionPoint)
    try container.encode(limit, forKey: .limit)
    try container.encode(refusedInput, forKey: .refusedInput)
  }
}
