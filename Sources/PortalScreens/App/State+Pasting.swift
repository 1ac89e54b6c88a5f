import TerminalKit

extension State {
  /// Puts a text where one is typed, or says that nothing takes it.
  mutating func paste(_ text: String) -> [Effect] {
    let context = self.context
    guard let dialog = dialogs.popLast() else {
      if case .people(var list) = screen {
        let steps = list.paste(text)
        screen = .people(list)
        return apply(steps)
      }
      guard case .applications(var list) = screen else {
        message = Message(kind: .note, text: "There is no field here to paste into")
        return []
      }
      let steps = list.paste(text, context)
      screen = .applications(list)
      return apply(steps)
    }
    switch dialog {
    case .form(var form):
      let steps = form.paste(text)
      dialogs.append(.form(form))
      return apply(steps)
    case .picker(var picker):
      let steps = picker.paste(text)
      dialogs.append(.picker(picker))
      return apply(steps)
    case .prompt(var prompt):
      prompt.paste(text)
      dialogs.append(.prompt(prompt))
      if FormDialog.hasBreaks(text) { return apply([FormDialog.joined]) }
    case .actions(var actions):
      actions.paste(text)
      dialogs.append(.actions(actions))
    case .confirm, .signIn, .text, .fix:
      dialogs.append(dialog)
      message = Message(kind: .note, text: "There is no field here to paste into")
    }
    return []
  }
}
