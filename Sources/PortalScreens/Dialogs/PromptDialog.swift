import PortalModel
import TerminalKit

/// What a prompt was opened for.
enum PromptPurpose: Hashable, Encodable, Sendable {
  case justification(ExchangeDirection)
  case rejection(ExchangeDirection)
  case metadataFile
}

/// One line of text, with what it is for.
struct PromptDialog: Hashable, Encodable, Sendable {
  var title: String
  var explanation: String
  var label: String
  var purpose: PromptPurpose
  var isRequired: Bool
  var editor = LineEditor(limit: FieldLimit.text)
  var problem: String?

  init(
    title: String, explanation: String, label: String, purpose: PromptPurpose, isRequired: Bool
  ) {
    self.title = title
    self.explanation = explanation
    self.label = label
    self.purpose = purpose
    self.isRequired = isRequired
  }

  mutating func paste(_ text: String) {
    let isWhole = editor.insert(FormDialog.oneLine(text))
    problem =
      isWhole ? nil : "At most \(editor.limit) characters: the rest of the paste is left out"
  }

  mutating func handle(_ key: Key) -> [Step] {
    switch key {
    case .escape: return editor.isEmpty ? [.close] : [.open(.confirm(.discard))]
    case .enter:
      if isRequired, editor.text.allSatisfy(\.isWhitespace) {
        problem =
          purpose == .metadataFile
          ? "Type the path of the file" : "\(label) is required: the other side is told"
        return []
      }
      return [.deliver(.typed(editor.text, purpose))]
    default:
      guard editor.handle(key) else {
        return [.note("\(keyName(.promptSend)) sends it, \(keyName(.promptCancel)) cancels")]
      }
      problem = editor.refusedInput ? "At most \(editor.limit) characters" : nil
      return []
    }
  }
}
