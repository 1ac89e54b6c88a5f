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
  func idle(in size: Size) -> Set<DialogActionID> {
    switch self {
    case .fix(let fix):
      return fix.scroll.selection.map(fix.canGoThere) == true ? [] : [.fixGo]
    case .form(let form):
      switch form.focused?.kind {
      case .text, .addresses, .metadata, .button, .fixed, nil: return [.formToggle]
      case .choice, .check, .reference: return []
      }
    case .text(let text):
      return text.pane.isWhole(in: TextDialog.room(size)) ? [.textUp, .textDown] : []
    case .picker, .prompt, .confirm, .signIn, .actions: return []
    }
  }
}

extension Key {
  /// Whether it is text where a field has the focus.
  var isText: Bool { if case .character = self { true } else { false } }
}

extension Keymap {
  func keys(of id: ActionID) -> [Key] { ActionSpec.row(of: id).map { keys(of: $0) } ?? [] }
}
