/// What is wrong with a text that should be an identifier.
public enum IdentifierProblem: Error, Hashable, Sendable {
  /// Nothing was given.
  case empty
  /// Fewer characters than allowed; the smallest number allowed.
  case tooShort(minimum: Int)
  /// More characters than allowed; the largest number allowed.
  case tooLong(maximum: Int)
  /// It does not begin with a lower-case letter.
  case firstCharacter(Character)
  /// A character that identifiers of this kind do not have; the first such one.
  case character(Character)
}

/// A text key that cannot be ill-formed once it exists.
///
/// Identifiers are what people type and what tokens carry; they never change.
public protocol Identifier: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  /// The text itself.
  var text: String { get }

  /// Takes a text that is known to be well-formed, such as one read back from the database.
  init(trusted text: String)

  /// The first thing wrong with a text, or `nil` where it is well-formed.
  static func problem(in text: String) -> IdentifierProblem?
}

extension Identifier {
  /// Checks the text.
  ///
  /// - Throws: ``IdentifierProblem``, the first thing that is wrong.
  public init(_ text: String) throws(IdentifierProblem) {
    if let problem = Self.problem(in: text) { throw problem }
    self.init(trusted: text)
  }

  /// The text itself.
  public var description: String { text }

  /// Orders by the text's bytes, as the database does.
  public static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Reads the text and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do { try self.init(text) } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "ill-formed identifier '\(text)': \(error)")
    }
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The alphabet and length of one kind of identifier.
struct IdentifierRule {
  var length: ClosedRange<Int>
  var startsWithLetter: Bool
  var allowsCapitals = false
  var extra: Set<Character>

  func problem(in text: String) -> IdentifierProblem? {
    guard let first = text.first else { return .empty }
    if startsWithLetter, !Self.isBetween("a", "z", first) { return .firstCharacter(first) }
    if let bad = text.first(where: { !allows($0) }) { return .character(bad) }
    if text.count < length.lowerBound { return .tooShort(minimum: length.lowerBound) }
    if text.count > length.upperBound { return .tooLong(maximum: length.upperBound) }
    return nil
  }

  private func allows(_ character: Character) -> Bool {
    Self.isBetween("a", "z", character) || Self.isBetween("0", "9", character)
      || allowsCapitals && Self.isBetween("A", "Z", character) || extra.contains(character)
  }

  /// By bytes: in the order of characters a `b` with an accent lies between `b` and `c`.
  private static func isBetween(
    _ low: Unicode.Scalar, _ high: Unicode.Scalar, _ character: Character
  ) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return low.value <= byte && byte <= high.value
  }
}
