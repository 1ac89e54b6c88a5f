import TerminalKit

extension Keymap {
  /// What is wrong with a map of keys.
  public enum Flaw: Hashable, Sendable {
    /// A key of one action is another's in the same place.
    case clash(Key, with: String)
    /// A letter is a key where letters are text.
    case letterIsText(Key)
    /// The action must have a key.
    case keyNeeded
  }

  /// What is wrong with the keys chosen for an action.
  public func flaws(of id: ActionID) -> [Flaw] {
    guard let chosen = actions[id], let own = ActionSpec.row(of: id) else { return [] }
    // Without these nobody finds the way to the rest.
    let needed: Set<ActionID> = [.help, .back, .quit, .commands]
    if chosen.isEmpty { return needed.contains(id) ? [.keyNeeded] : [] }
    if id == .help, chosen.allSatisfy(\.isText) { return [.keyNeeded] }
    let places = ActionContext.allCases.map(\.stack).filter { stack in
      own.contexts.contains(where: stack.contains)
    }
    let others = Set(places.flatMap { ActionSpec.rows(in: $0) }).filter { $0.id != id }
    return chosen.flatMap { key in
      others.filter { keys(of: $0).contains(key) }.map(\.id.word).sorted().prefix(1).map {
        .clash(key, with: $0)
      }
    }
  }

  /// What is wrong with the keys chosen for what a dialog does.
  public func flaws(of id: DialogActionID) -> [Flaw] {
    guard let chosen = dialogs[id], let own = DialogActionSpec.table.first(where: { $0.id == id })
    else { return [] }
    if chosen.isEmpty { return [.keyNeeded] }
    let others = DialogActionSpec.rows(in: own.kind).filter { $0.id != id }
    return chosen.flatMap { key -> [Flaw] in
      if own.kind.takesText, key.isText, key != .character(" ") { return [.letterIsText(key)] }
      return others.filter { keys(of: $0).contains(key) }.prefix(1).map {
        .clash(key, with: $0.id.word)
      }
    }
  }
}
