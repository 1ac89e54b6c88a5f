import TerminalKit

extension Dialog {
  /// Which keys mean something in it.
  var kind: DialogKind {
    switch self {
    case .form: .form
    case .picker: .picker
    case .prompt: .prompt
    case .confirm: .confirm
    case .signIn: .signIn
    case .text: .text
    case .fix: .fix
    case .actions: .actions
    }
  }
}

extension Dialog {
  /// What its keys could do in others of its kind, and not in this one.
  var idle: Set<DialogActionID> {
    guard case .fix(let fix) = self else { return [] }
    return fix.scroll.selection.map(fix.canGoThere) == true ? [] : [.fixGo]
  }
}

extension Key {
  /// Whether it is text where a field has the focus.
  var isText: Bool { if case .character = self { true } else { false } }
}

extension Keymap {
  func keys(of id: ActionID) -> [Key] { ActionSpec.row(of: id).map { keys(of: $0) } ?? [] }
}
