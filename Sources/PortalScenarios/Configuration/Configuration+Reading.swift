import PortalModel

extension Configuration {
  static let topKeys = ["theme", "mouse", "ascii", "start", "keys", "dialog-keys"]

  /// Reads a text as far as it can be read, and says what is wrong with the rest.
  public static func read(
    _ text: String, _ vocabulary: Vocabulary
  ) -> (configuration: Configuration, problems: [ScenarioProblem]) {
    var configuration = Configuration()
    let log = ProblemLog()
    do throws(ScenarioProblem) {
      let root = try YAMLText.root(of: text)
      configuration.read(Field(root, field: "", log: log), vocabulary)
    } catch {
      // A file with nothing in it chooses nothing.
      return (configuration, error.kind == .nothing ? [] : [error])
    }
    for objection in vocabulary.objections(configuration) {
      log.add(
        objection.kind, at: Place(line: objection.choice.line, field: objection.choice.action))
    }
    let refused = Set(vocabulary.objections(configuration).map(\.choice))
    configuration.keys.removeAll { refused.contains($0) }
    configuration.dialogKeys.removeAll { refused.contains($0) }
    return (configuration, log.problems.sorted { $0.line < $1.line })
  }

  private mutating func read(_ root: Field, _ vocabulary: Vocabulary) {
    guard root.shape != .nothing, let map = FieldMap(root, keys: Self.topKeys) else { return }
    theme = map["theme"]?.word(vocabulary.themes.map { ($0, $0) })
    mouse = map["mouse"]?.boolean()
    ascii = map["ascii"]?.boolean()
    start = map["start"]?.word(vocabulary.sections.map { ($0, $0) })
    keys = Self.choices(map["keys"], among: vocabulary.actions, vocabulary)
    dialogKeys = Self.choices(map["dialog-keys"], among: vocabulary.dialogActions, vocabulary)
  }

  private static func choices(
    _ field: Field?, among actions: [String], _ vocabulary: Vocabulary
  ) -> [KeyChoice] {
    (field?.entries() ?? []).compactMap { entry in
      guard actions.contains(entry.key) else {
        field?.log.add(
          .unknownKey(
            entry.key, allowed: actions, nearest: nearestWord(to: entry.key, among: actions)),
          at: entry.keyPlace)
        return nil
      }
      guard let names = Self.names(entry.field, vocabulary) else { return nil }
      return KeyChoice(action: entry.key, keys: names, line: entry.keyPlace.line)
    }
  }

  /// One key or a list of them; `nil` where one of them is none.
  private static func names(_ field: Field, _ vocabulary: Vocabulary) -> [String]? {
    let fields: [Field]
    switch field.shape {
    case .list:
      var all: [Field] = []
      _ = field.list { inner -> Int? in
        all.append(inner)
        return 0
      }
      fields = all
    default: fields = [field]
    }
    let names = fields.compactMap { field -> String? in
      guard let name = field.raw() else { return nil }
      guard vocabulary.isKey(name) else {
        field.reject(.key(name))
        return nil
      }
      return name
    }
    return names.count == fields.count ? names : nil
  }
}
