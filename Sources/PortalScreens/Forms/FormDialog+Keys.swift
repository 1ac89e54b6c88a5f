import PortalModel
import TerminalKit

extension FormDialog {
  /// Does what a key means in the form.
  mutating func handle(_ key: Key, _ context: ScreenContext) -> [Step] {
    switch key {
    case .escape: return leave()
    case .control("s"): return submit(as: context.acting.id)
    case .tab, .down: return moved(by: 1)
    case .backTab, .up: return moved(by: -1)
    default: break
    }
    guard let field = focused else { return [] }
    if isStray(key, in: field) {
      return [.note("\(field.label) takes no text: \(keyName(.formToggle)) changes it")]
    }
    let before = fields
    let steps = handle(key, in: field, context)
    guard fields != before else { return steps }
    refused[field.id] = nil
    let changed = fields.first { $0.id == field.id }
    return steps + (changed.map { question(about: $0) } ?? [])
  }

  mutating func set(_ id: FormField.ID, reference: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }),
      case .reference(_, let kind) = fields[index].kind
    else { return }
    fields[index].kind = .reference(reference, kind)
    refused[id] = nil
  }

  /// Whether a key is part of words typed where none are taken: the blank between two words must not
  /// change a choice.
  private mutating func isStray(_ key: Key, in field: FormField) -> Bool {
    switch field.kind {
    case .choice, .check, .reference: break
    case .text, .addresses, .metadata, .button, .fixed:
      hasStrayText = false
      return false
    }
    guard case .character(let character) = key else {
      hasStrayText = false
      return false
    }
    let isBlank = character == " "
    defer { hasStrayText = !isBlank }
    return !isBlank || hasStrayText
  }

  private static var unknownKey: Step {
    .note(
      "\(keyName(.formNext)) goes on, \(keyName(.formToggle)) changes, "
        + "\(keyName(.formPress)) goes on or presses")
  }

  private mutating func moved(by step: Int) -> [Step] {
    move(by: step)
    return []
  }

  private func leave() -> [Step] {
    guard isChanged else { return [.close] }
    return [.open(.confirm(.discard))]
  }

  private mutating func handle(
    _ key: Key, in field: FormField, _ context: ScreenContext
  ) -> [Step] {
    switch field.kind {
    case .text(var editor, let placeholder):
      if key == .enter { return moved(by: 1) }
      guard editor.handle(key) else { return [Self.unknownKey] }
      fields[focus].kind = .text(editor, placeholder: placeholder)
    case .choice(let options, let selected):
      switch key {
      case .left: fields[focus].kind = .choice(options, selected: max(0, selected - 1))
      case .right:
        fields[focus].kind = .choice(options, selected: min(options.count - 1, selected + 1))
      case .character(" "):
        fields[focus].kind = .choice(options, selected: (selected + 1) % options.count)
      case .enter: return moved(by: 1)
      default: return [Self.unknownKey]
      }
    case .check(let isOn):
      switch key {
      case .character(" "):
        guard !isGreyedOut(field) else { return [.note("The two boxes exclude each other")] }
        fields[focus].kind = .check(!isOn)
      case .enter: return moved(by: 1)
      default: return [Self.unknownKey]
      }
    case .reference(let text, let kind):
      return handle(key, reference: text, kind, field)
    case .addresses(let list, let editor): return handle(key, list, editor)
    case .metadata: return handleMetadata(key)
    case .button where key == .enter || key == .character(" "):
      return press(field.id, context)
    case .button, .fixed: return [Self.unknownKey]
    }
    return []
  }

  private mutating func handle(
    _ key: Key, reference: String?, _ kind: PickerQuery.Kind, _ field: FormField
  ) -> [Step] {
    switch key {
    // Who confirms field after field with ⏎ must not choose something on the way.
    case .enter: return moved(by: 1)
    case .character(" "):
      return [
        .open(
          .picker(
            PickerDialog(
              title: field.label,
              label: kind == .group ? "Search by group identifier:" : "Search by login or name:",
              kind: kind,
              purpose: .formField(field.id))))
      ]
    case .delete, .backspace:
      fields[focus].kind = .reference(nil, kind)
      return []
    default: return [Self.unknownKey]
    }
  }

  private func handleMetadata(_ key: Key) -> [Step] {
    guard key == .enter || key == .character(" ") else {
      return [
        .note(
          "Paste the metadata, or \(keyName(.formPress)) loads it from a file; \(keyName(.formNext)) goes on"
        )
      ]
    }
    return [
      .open(
        .prompt(
          PromptDialog(
            title: "Load metadata from a file",
            explanation: "The file is read on this machine; nothing of it is sent anywhere.",
            label: "File", purpose: .metadataFile, isRequired: true)))
    ]
  }

  private mutating func handle(
    _ key: Key, _ list: [RedirectURI], _ editor: LineEditor
  ) -> [Step] {
    switch key {
    case .enter:
      guard !editor.isEmpty else { return moved(by: 1) }
      touched.insert(.redirectURIs)
      addTypedAddress()
    case .backspace where editor.isEmpty && !list.isEmpty:
      fields[focus].kind = .addresses(
        list.dropLast(), LineEditor(text: list.last?.text ?? "", limit: editor.limit))
    default:
      var editor = editor
      guard editor.handle(key) else { return [Self.unknownKey] }
      fields[focus].kind = .addresses(list, editor)
    }
    return []
  }

  /// Puts the redirect URI that is typed into the list, if it is one and new.
  mutating func addTypedAddress() {
    guard let index = fields.firstIndex(where: { $0.id == .redirectURIs }),
      case .addresses(let list, let editor) = fields[index].kind,
      let address = try? RedirectURI(editor.text), !list.contains(address)
    else { return }
    fields[index].kind = .addresses(list + [address], LineEditor(limit: editor.limit))
  }

  private mutating func press(_ id: FormField.ID, _ context: ScreenContext) -> [Step] {
    switch id {
    case .next:
      for field in fields where field.page == 0 { touched.insert(field.id) }
      if let bad = fields.first(where: { $0.page == 0 && problem(of: $0) != nil }) {
        focus(on: bad.id)
        return [
          .say(Message(kind: .refused, text: "\(bad.label): \(problem(of: bad) ?? "")"))
        ]
      }
      turn(to: 1)
      return []
    case .back:
      turn(to: 0)
      return []
    default: return submit(as: context.acting.id)
    }
  }
}
