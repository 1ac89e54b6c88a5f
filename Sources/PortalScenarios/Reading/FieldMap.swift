import PortalModel
import Yams

/// A YAML mapping whose keys are known.
struct FieldMap {
  let place: Place
  let log: ProblemLog
  private let fields: [String: Field]

  /// Takes a mapping apart and notes the keys that mean nothing here.
  init?(_ field: Field, keys: [String], expecting: ScenarioProblem.Shape = .map) {
    guard let entries = field.entries(expecting: expecting) else { return nil }
    place = field.place
    log = field.log
    var fields: [String: Field] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        fields[entry.key] = entry.field
      } else {
        log.add(
          .unknownKey(
            entry.key, allowed: keys, nearest: nearestWord(to: entry.key, among: keys)),
          at: entry.keyPlace)
      }
    }
    self.fields = fields
  }

  subscript(key: String) -> Field? { fields[key] }

  /// The field of a key that must be there.
  func required(_ key: String) -> Field? {
    if fields[key] == nil { log.add(.missingKey(key), at: place) }
    return fields[key]
  }

  func text(_ key: String, maximum: Int = FieldLimit.text) -> String {
    self[key]?.text(maximum: maximum) ?? ""
  }

  func boolean(_ key: String, default value: Bool) -> Bool { self[key]?.boolean() ?? value }
}

extension Field {
  /// One key of a mapping with its value.
  struct Entry {
    var key: String
    var keyPlace: Place
    var field: Field
  }

  /// The keys and values of a mapping, in their order; `nil` where the value is none.
  func entries(expecting expected: ScenarioProblem.Shape = .map) -> [Entry]? {
    guard case .mapping(let mapping) = node else {
      reject(.wrongShape(expected: expected, found: shape))
      return nil
    }
    var seen: Set<String> = []
    return mapping.compactMap { pair in
      let key = Field(pair.key, field: place.field, log: log)
      guard let name = key.raw() else { return nil }
      let inner = place.field.isEmpty ? name : "\(place.field).\(name)"
      // Yams takes `1` and `"1"` for two keys.
      guard seen.insert(name).inserted else {
        key.reject(.twice(name))
        return nil
      }
      return Entry(
        key: name, keyPlace: Place(line: key.place.line, field: inner),
        field: Field(pair.value, at: Place(line: key.place.line, field: inner), log: log))
    }
  }

  /// The entries of a mapping whose keys are identifiers.
  func keyed<Key: Identifier>(_: Key.Type) -> [(id: Located<Key>, field: Field)] {
    (entries() ?? []).compactMap { entry in
      do throws(IdentifierProblem) {
        let id = try Key(entry.key)
        return (Located(value: id, place: entry.keyPlace), entry.field)
      } catch {
        log.add(.identifier(entry.key, error), at: entry.keyPlace)
        return nil
      }
    }
  }
}
