import TerminalKit

/// Which keys start what: those of the tables, but where a person chose others.
///
/// A chosen list takes the place of the table's whole list, so keys are replaced as well as added.
public struct Keymap: Hashable, Encodable, Sendable {
  /// Keys chosen for actions; the first is the one shown.
  public var actions: [ActionID: [Key]]
  /// Keys chosen for what dialogs do; the first is the one shown.
  public var dialogs: [DialogActionID: [Key]]

  /// Makes a map; without arguments every key is the table's.
  public init(actions: [ActionID: [Key]] = [:], dialogs: [DialogActionID: [Key]] = [:]) {
    self.actions = actions
    self.dialogs = dialogs
  }

  /// The keys of an action.
  public func keys(of row: ActionSpec) -> [Key] { actions[row.id] ?? row.keys }

  /// The keys of what a dialog does.
  public func keys(of row: DialogActionSpec) -> [Key] { dialogs[row.id] ?? row.keys }

  /// The action that a key starts in some contexts; the earlier context wins.
  public func action(for key: Key, in contexts: [ActionContext]) -> ActionID? {
    for context in contexts {
      for row in ActionSpec.table
      where row.contexts.contains(context) && keys(of: row).contains(key) {
        return row.id
      }
    }
    return nil
  }

  /// The key that a dialog knows for the one pressed; `nil` where another took its place.
  func known(_ key: Key, in kind: DialogKind) -> Key? {
    if dialogs.isEmpty { return key }
    let rows = DialogActionSpec.rows(in: kind)
    if let row = rows.first(where: { dialogs[$0.id]?.contains(key) == true }) {
      return row.keys.first
    }
    let isTaken = rows.contains { dialogs[$0.id] != nil && $0.keys.contains(key) }
    return isTaken ? nil : key
  }

  /// The name of the key shown for an action.
  func name(of id: ActionID, _ glyphs: Glyphs) -> String {
    ActionSpec.row(of: id).flatMap { keys(of: $0).first }?.name(glyphs: glyphs) ?? ""
  }
}
