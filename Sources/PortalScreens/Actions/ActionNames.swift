/// The names by which people speak of actions in their configuration: `new-application`.
extension ActionID {
  /// The name.
  public var word: String { kebab(rawValue) }

  /// The action of a name.
  public init?(word: String) {
    guard let id = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = id
  }
}

extension DialogActionID {
  /// The name.
  public var word: String { kebab(rawValue) }

  /// What a dialog does, by its name.
  public init?(word: String) {
    guard let id = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = id
  }
}

extension Section {
  /// The name: `applications`.
  public var word: String { title.lowercased() }

  /// The section of a name.
  public init?(word: String) {
    guard let section = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = section
  }
}

private func kebab(_ name: String) -> String {
  name.reduce(into: "") { result, character in
    result += character.isUppercase ? "-" + character.lowercased() : String(character)
  }
}
