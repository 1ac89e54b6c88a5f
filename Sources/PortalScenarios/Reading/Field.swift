import PortalModel
import Yams

/// Where something stands in a scenario.
struct Place: Hashable, Sendable {
  var line: Int
  var field: String
}

/// A value that was read, with where it stands.
struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  var value: Value
  var place: Place
}

/// Everything found wrong so far. Reading goes on after a problem, so that one run shows them all.
final class ProblemLog {
  /// More problems than anybody reads at once.
  static let limit = 100

  private(set) var problems: [ScenarioProblem] = []

  var isFull: Bool { problems.count >= Self.limit }

  func add(_ kind: ScenarioProblem.Kind, at place: Place) {
    if !isFull {
      problems.append(ScenarioProblem(line: place.line, field: place.field, kind: kind))
    }
  }
}

/// One YAML value on its way to becoming a value of the model.
///
/// Every reading function notes what is wrong and returns `nil`: an unreadable field is never taken
/// for one that was left out.
struct Field {
  let node: Node
  let place: Place
  let log: ProblemLog

  init(_ node: Node, field: String, log: ProblemLog) {
    self.init(node, at: Place(line: node.mark?.line ?? 1, field: field), log: log)
  }

  /// A value that is looked for at its key's line, although it may begin on the next.
  init(_ node: Node, at place: Place, log: ProblemLog) {
    self.node = node
    self.place = place
    self.log = log
  }

  func reject(_ kind: ScenarioProblem.Kind) { log.add(kind, at: place) }

  /// What shape the value has, as far as it can be told without knowing what is expected.
  var shape: ScenarioProblem.Shape {
    switch node {
    case .mapping: .map
    case .sequence: .list
    case .scalar(let scalar): isNothing(scalar) ? .nothing : .text
    case .alias: .nothing
    }
  }

  private func isNothing(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
  }

  private func mismatch(_ expected: ScenarioProblem.Shape) {
    reject(.wrongShape(expected: expected, found: shape))
  }

  /// Whether the value is the word `deleted`, which stands for something that is gone.
  var isDeleted: Bool {
    if case .scalar(let scalar) = node { scalar.string == "deleted" } else { false }
  }

  /// The value's own text, whatever type YAML sees in it: a name `007` stays `007`.
  func raw(expecting expected: ScenarioProblem.Shape = .text) -> String? {
    guard case .scalar(let scalar) = node, !isNothing(scalar) else {
      mismatch(expected)
      return nil
    }
    return scalar.string
  }

  func text(maximum: Int, mayBeEmpty: Bool = true) -> String? {
    guard let text = raw() else { return nil }
    if !mayBeEmpty, text.allSatisfy({ $0.isWhitespace }) {
      reject(.emptyText)
    } else if text.utf8.count > maximum, text.count > maximum {
      reject(.tooLong(maximum: maximum))
    } else {
      return text
    }
    return nil
  }

  func boolean() -> Bool? {
    switch raw(expecting: .boolean) {
    case "true": return true
    case "false": return false
    case nil: return nil
    default:
      mismatch(.boolean)
      return nil
    }
  }

  func number(in range: ClosedRange<Int>) -> Int? {
    guard let text = raw(expecting: .number) else { return nil }
    guard let number = Int(text) else {
      mismatch(.number)
      return nil
    }
    guard range.contains(number) else {
      reject(.outOfRange(number, allowed: range))
      return nil
    }
    return number
  }

  /// One of a few words.
  func word<Value>(_ words: [(word: String, value: Value)]) -> Value? {
    guard let text = raw() else { return nil }
    if let match = words.first(where: { $0.word == text }) { return match.value }
    let allowed = words.map(\.word)
    reject(.unknownWord(text, allowed: allowed, nearest: nearestWord(to: text, among: allowed)))
    return nil
  }

  /// One of the words of an enumeration.
  func word<Value: CaseIterable & RawRepresentable<String>>(_: Value.Type) -> Value? {
    word(Value.allCases.map { ($0.rawValue, $0) })
  }

  func identifier<Key: Identifier>(_: Key.Type) -> Located<Key>? {
    guard let text = raw() else { return nil }
    do throws(IdentifierProblem) {
      return Located(value: try Key(text), place: place)
    } catch {
      reject(.identifier(text, error))
      return nil
    }
  }

  func time() -> ScenarioTime? {
    guard let text = raw() else { return nil }
    guard let time = ScenarioTime(text) else {
      reject(.time(text))
      return nil
    }
    return time
  }

  /// The readable values of a list.
  func list<Value>(_ read: (Field) -> Value?) -> [Value] {
    guard case .sequence(let nodes) = node else {
      mismatch(.list)
      return []
    }
    return nodes.enumerated().compactMap { index, node in
      read(Field(node, field: "\(place.field)[\(index + 1)]", log: log))
    }
  }

  /// The readable values of a list, none of which may stand twice.
  func list<Value>(_ read: (Field) -> Value?, key: (Value) -> String) -> [Value] {
    var seen: Set<String> = []
    return list { field in
      guard let value = read(field) else { return nil }
      guard seen.insert(key(value)).inserted else {
        field.reject(.twice(key(value)))
        return nil
      }
      return value
    }
  }

  func identifiers<Key: Identifier>(_ type: Key.Type) -> [Located<Key>] {
    list({ $0.identifier(type) }, key: \.value.text)
  }
}
