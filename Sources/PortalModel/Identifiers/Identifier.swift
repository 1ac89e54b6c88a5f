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
  private let length: ClosedRange<Int>
  private let startsWithLetter: Bool
  /// For each ASCII code whether identifiers may have it.
  private let allowed: [Bool]

  init(
    length: ClosedRange<Int>, startsWithLetter: Bool, allowsCapitals: Bool = false, extra: String
  ) {
    self.length = length
    self.startsWithLetter = startsWithLetter
    let capitals = allowsCapitals ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : ""
    let characters = Set(("abcdefghijklmnopqrstuvwxyz0123456789" + capitals + extra).utf8)
    allowed = (0..<128).map { characters.contains($0) }
  }

  func problem(in text: String) -> IdentifierProblem? {
    if isSound(text.utf8) { return nil }
    guard let first = text.first else { return .empty }
    if startsWithLetter, !(first.utf8.count == 1 && first.utf8.allSatisfy(Self.isLetter)) {
      return .firstCharacter(first)
    }
    if let bad = text.first(where: { !allows($0) }) { return .character(bad) }
    if text.count < length.lowerBound { return .tooShort(minimum: length.lowerBound) }
    return text.count > length.upperBound ? .tooLong(maximum: length.upperBound) : nil
  }

  /// Whether there is nothing to object to: tokens and requests bring several identifiers each, and
  /// nearly all of them are sound.
  private func isSound(_ bytes: String.UTF8View) -> Bool {
    guard length.contains(bytes.count), let first = bytes.first else { return false }
    return bytes.allSatisfy(allows) && (!startsWithLetter || Self.isLetter(first))
  }

  private func allows(_ byte: UInt8) -> Bool { byte < 128 && allowed[Int(byte)] }

  /// By bytes: in the order of characters a `b` with an accent lies between `b` and `c`.
  private func allows(_ character: Character) -> Bool {
    character.utf8.count == 1 && character.utf8.allSatisfy(allows)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
}
