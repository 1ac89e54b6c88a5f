import TerminalKit

/// An action as help and the list of commands show it: with its keys, and whether it can be done.
struct ActionEntry: Hashable, Encodable, Sendable {
  enum Standing: Hashable, Encodable, Sendable {
    /// It can be done where one is.
    case here
    /// It is done after going to another section.
    case elsewhere(Section)
    /// It cannot be done now: why, and what would make it possible.
    case impossible(String)
  }

  var row: ActionSpec
  var keys: [Key]
  var standing: Standing

  /// How well it fits what was typed; `nil` where it does not. Every word must fit somewhere.
  func score(_ words: [String]) -> Int? {
    var total = 0
    let phrase = words.joined(separator: " ")
    if row.summary.lowercased().hasPrefix(phrase) || row.id.rawValue.lowercased() == phrase {
      total = 100
    }
    for word in words {
      guard let best = score(word) else { return nil }
      total += best
    }
    return total
  }

  private func score(_ word: String) -> Int? {
    if keys.contains(where: { $0.name.lowercased() == word }) { return 100 }
    let label = row.label.lowercased()
    if label.hasPrefix(word) { return 80 }
    let summary = row.summary.lowercased()
    if Self.startsWord(word, in: label) { return 60 }
    if label.contains(word) { return 50 }
    if Self.startsWord(word, in: summary) { return 40 }
    if summary.contains(word) { return 30 }
    if row.contexts.contains(where: { $0.title.lowercased().contains(word) }) { return 20 }
    // Letters in their order, as in "rgs" for "regenerate secret".
    return word.count > 1 && Self.isSubsequence(word, of: row.id.rawValue.lowercased()) ? 10 : nil
  }

  private static func startsWord(_ word: String, in text: String) -> Bool {
    text.split { !$0.isLetter && !$0.isNumber }.contains { $0.hasPrefix(word) }
  }

  private static func isSubsequence(_ word: String, of text: String) -> Bool {
    var rest = Substring(text)
    for character in word {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}

extension State {
  /// The actions whose keys work here, the nearest first.
  var entriesHere: [ActionEntry] {
    ActionSpec.rows(in: contexts).map { entry($0, contexts) }
  }

  /// Every action of the program: those of here first, then those that need another place.
  var allEntries: [ActionEntry] {
    let here = entriesHere
    let known = Set(here.map(\.row.id))
    return here + ActionSpec.table.filter { !known.contains($0.id) }.map { entry($0, contexts) }
  }

  private func entry(_ row: ActionSpec, _ contexts: [ActionContext]) -> ActionEntry {
    ActionEntry(row: row, keys: keymap.keys(of: row), standing: standing(of: row, contexts))
  }

  private func standing(
    of row: ActionSpec, _ contexts: [ActionContext]
  ) -> ActionEntry.Standing {
    if row.contexts.contains(where: contexts.contains) {
      guard case .impossible(let why) = availability(of: row.id) else { return .here }
      return .impossible(why)
    }
    if let section = row.contexts.compactMap(\.section).first { return .elsewhere(section) }
    return .impossible("This works \(listed(row.contexts.map(\.way), joint: "or"))")
  }

  /// Runs an action from wherever one is, going to its section where it needs that.
  mutating func run(_ entry: ActionEntry) -> [Effect] {
    switch entry.standing {
    case .here: return invoke(entry.row.id)
    case .impossible(let why):
      message = Message(kind: .note, text: why)
      return []
    case .elsewhere(let section):
      let effects = go(to: section)
      if let stack = stacks[section] { stacks[section] = Array(stack.prefix(1)) }
      return effects + invoke(entry.row.id)
    }
  }
}
