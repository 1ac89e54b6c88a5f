import PortalModel
import TerminalKit

extension FormDialog {
  /// Takes a pasted text as the field demands: one line of it, several addresses, or a search.
  mutating func paste(_ text: String) -> [Step] {
    guard let field = focused else { return [] }
    if ssoProtocol == .saml, page == self[.metadata]?.page,
      Self.isMetadata(text) || field.id == .metadata
    {
      return read(.text(text))
    }
    refused[field.id] = nil
    switch field.kind {
    case .text(var editor, let placeholder):
      editor.insert(Self.oneLine(text))
      fields[focus].kind = .text(editor, placeholder: placeholder)
      return question(about: fields[focus]) + (Self.hasBreaks(text) ? [Self.joined] : [])
    case .addresses(let list, let editor): return paste(Self.lines(text), list, editor)
    case .reference(_, let kind):
      var picker = PickerDialog(
        title: field.label, label: "Search:", kind: kind, purpose: .formField(field.id))
      picker.editor.insert(Self.oneLine(text))
      return [.open(.picker(picker))]
    case .choice, .check, .metadata, .button, .fixed:
      return [
        .note(
          "Nothing can be pasted here: no text. \(keyName(.formToggle)) changes \"\(field.id.title)\""
        )
      ]
    }
  }

  /// One address goes where it is typed; of several, each is added that stands up, and the first that
  /// does not is left to be mended.
  private mutating func paste(
    _ lines: [String], _ list: [RedirectURI], _ editor: LineEditor
  ) -> [Step] {
    guard lines.count > 1 else {
      var editor = editor
      editor.insert(lines.first ?? "")
      fields[focus].kind = .addresses(list, editor)
      return []
    }
    var list = list
    var wrong: [String] = []
    for line in lines {
      guard let address = try? RedirectURI(line) else {
        wrong.append(line)
        continue
      }
      if !list.contains(address) { list.append(address) }
    }
    touched.insert(.redirectURIs)
    let rest = LineEditor(text: wrong.first ?? editor.text, limit: editor.limit)
    fields[focus].kind = .addresses(list, rest)
    let left = wrong.isEmpty ? "" : "; \(counted(wrong.count, "line")) cannot be one"
    return [
      .note("Of \(lines.count) pasted lines \(lines.count - wrong.count) are addresses\(left)")
    ]
  }

  /// How many scalars of a paste are looked at: many times what any field takes.
  private static let looked = 1 << 16

  /// The lines without blanks around them; empty ones are left out, and so is what lies behind the
  /// beginning of a text that is too long for any field.
  static func lines(_ text: String) -> [String] {
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: looked, limitedBy: scalars.endIndex)
    return text[..<(end ?? scalars.endIndex)].split(whereSeparator: \.isNewline).compactMap {
      line in
      guard let first = line.firstIndex(where: { !$0.isWhitespace }),
        let last = line.lastIndex(where: { !$0.isWhitespace })
      else { return nil }
      return String(line[first...last])
    }
  }

  /// Whether a text has more than one line that says something.
  static func hasBreaks(_ text: String) -> Bool { lines(text).count > 1 }

  /// What is said where line breaks became blanks.
  static var joined: Step { .note("The lines of the paste were joined to one") }

  /// The text on one line, each break a blank, without blanks at its ends.
  static func oneLine(_ text: String) -> String { lines(text).joined(separator: " ") }
}
