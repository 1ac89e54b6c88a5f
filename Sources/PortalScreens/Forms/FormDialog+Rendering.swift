import PortalModel
import TerminalKit

extension FormDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let room = Dialog.room(frame.size)
    let width = max(1, room.columns - 4)
    let lines = self.lines(width, context)
    let inner = Dialog.box(
      title, Size(columns: room.columns, rows: min(room.rows, lines.count + 2)), into: &frame,
      context)
    // The focused field and what is said of it stay in view.
    let wanted = lines.lastIndex { $0.field == focus } ?? 0
    let first = max(0, min(wanted - inner.rows + 1, lines.count - inner.rows))
    for (row, line) in lines.dropFirst(first).prefix(inner.rows).enumerated() {
      render(line, into: &frame, inner.rowRect(row), context)
    }
  }

  private enum Content {
    case field
    case address(RedirectURI)
    case editor(LineEditor)
    /// The chosen one of a choice whose label leaves no room beside it.
    case option(String)
    case remark(String, StyleRole)
    case heading(String)
    case blank
  }

  private struct Line {
    var content: Content
    /// The index of the field it belongs to.
    var field: Int
  }

  private func lines(_ width: Int, _ context: ScreenContext) -> [Line] {
    var lines: [Line] = []
    for (index, field) in fields.enumerated() where isShown(field) {
      if field.id == .cannotStoreSecret {
        lines.append(Line(content: .blank, field: -1))
        lines.append(Line(content: .heading("Client Secret Configuration"), field: -1))
      }
      let isButton = field.kind == .button
      if isButton, !isButtonLine(lines.last) {
        lines.append(Line(content: .blank, field: -1))
      }
      lines.append(Line(content: .field, field: index))
      if case .choice(let options, let selected) = field.kind, !fits(field, options, width) {
        lines.append(Line(content: .option(options[selected]), field: index))
      }
      if case .addresses(let list, let editor) = field.kind {
        lines += list.map { Line(content: .address($0), field: index) }
        lines.append(Line(content: .editor(editor), field: index))
      }
      if let (text, role) = said(of: field, isFocused: index == focus) {
        lines += TerminalText.wrapped(text, to: max(1, width - 4)).map {
          Line(content: .remark($0, role), field: index)
        }
      }
    }
    return lines
  }

  /// Whether every option of a choice has room beside its label.
  private func fits(_ field: FormField, _ options: [String], _ width: Int) -> Bool {
    let longest = options.map(TerminalText.columns(of:)).max() ?? 0
    return max(Self.labelWidth, TerminalText.columns(of: field.label) + 2) + longest + 4 <= width
  }

  private func isButtonLine(_ line: Line?) -> Bool {
    line.map { fields.indices.contains($0.field) && fields[$0.field].kind == .button } ?? false
  }

  /// What stands under a field: its problem where it was left or is being typed, else its remark
  /// while it has the focus.
  private func said(of field: FormField, isFocused: Bool) -> (String, StyleRole)? {
    let wasTyped: Bool =
      switch field.kind {
      case .text(let editor, _), .addresses(_, let editor): !editor.isEmpty
      case .metadata(let metadata): metadata.standing != .none
      case .choice, .check, .reference, .button, .fixed: false
      }
    if let problem = problem(of: field), touched.contains(field.id) || (isFocused && wasTyped) {
      return (problem, .warning)
    }
    return isFocused ? remark(on: field).map { ($0, .dim) } : nil
  }

  private static let labelWidth = 25

  private func render(
    _ line: Line, into frame: inout Frame, _ rect: Rect, _ context: ScreenContext
  ) {
    switch line.content {
    case .blank: return
    case .heading(let text): frame.write(text, at: rect.origin, role: .heading)
    case .remark(let text, let role):
      frame.write(
        text, at: Point(column: rect.column + 2, row: rect.row), role: role,
        limit: rect.columns - 2)
    case .address(let address):
      frame.write(
        "\(context.glyphs.granted) \(address.text)",
        at: Point(column: rect.column + 2, row: rect.row), limit: rect.columns - 2)
    case .editor(let editor):
      let field = Rect(
        column: rect.column + 4, row: rect.row, columns: max(1, rect.columns - 4), rows: 1)
      frame.write("+", at: Point(column: rect.column + 2, row: rect.row), role: .label)
      frame.addRegion(rect, .field(line.field))
      frame.addRegion(field, .text(line.field))
      editor.render(
        into: &frame, rect: field, focused: line.field == focus,
        placeholder: "https://mysite.cern.ch/*")
    case .option(let text):
      frame.addRegion(rect, .field(line.field))
      let start = Point(column: rect.column + 2, row: rect.row)
      let isFocused = line.field == focus
      frame.write(
        "\(context.glyphs.left) \(text) \(context.glyphs.right)", at: start,
        role: isFocused ? .focus : .plain, limit: rect.columns - 2)
      if isFocused { frame.cursor = start }
    case .field:
      addRegion(line.field, to: &frame, rect)
      render(fields[line.field], isFocused: line.field == focus, into: &frame, rect, context)
    }
  }

  private func render(
    _ field: FormField, isFocused: Bool, into frame: inout Frame, _ rect: Rect,
    _ context: ScreenContext
  ) {
    let glyphs = context.glyphs
    // A blank at least stands between a label and its value, however long the label is.
    let labelled = max(Self.labelWidth, TerminalText.columns(of: field.label) + 1)
    let value = Rect(
      column: rect.column + labelled, row: rect.row, columns: max(1, rect.columns - labelled),
      rows: 1)
    switch field.kind {
    case .text(let editor, let placeholder):
      label(field, into: &frame, rect)
      if let index = fields.firstIndex(where: { $0.id == field.id }) {
        frame.addRegion(value, .text(index))
      }
      editor.render(
        into: &frame, rect: value, focused: isFocused,
        placeholder: TerminalText.truncated(
          placeholder, to: value.columns, ellipsis: glyphs.ellipsis))
    case .fixed(let text):
      label(field, into: &frame, rect)
      frame.write(text, at: value.origin, role: .dim, limit: value.columns)
    case .choice(let options, let selected):
      label(field, into: &frame, rect)
      guard fits(field, options, rect.columns) else { return }
      let start = max(
        value.column, rect.column + TerminalText.columns(of: field.label) + 2)
      let point = Point(column: start, row: rect.row)
      frame.write(
        "\(glyphs.left) \(options[selected]) \(glyphs.right)", at: point,
        role: isFocused ? .focus : .plain, limit: rect.endColumn - start)
      if isFocused { frame.cursor = point }
    case .check(let isOn):
      let box = isOn ? glyphs.checked : glyphs.unchecked
      frame.write(
        TerminalText.truncated(
          "\(box) \(field.label)", to: rect.columns, ellipsis: glyphs.ellipsis), at: rect.origin,
        role: isFocused ? .focus : isGreyedOut(field) ? .dim : .plain)
      if isFocused { frame.cursor = rect.origin }
    case .reference(let text, _):
      label(field, into: &frame, rect)
      frame.write(
        "\(text ?? "None") \(glyphs.dropdown)", at: value.origin,
        role: isFocused ? .focus : text == nil ? .placeholder : .plain, limit: value.columns)
      if isFocused { frame.cursor = value.origin }
    case .addresses:
      label(field, into: &frame, rect)
    case .metadata(let metadata):
      label(field, into: &frame, rect)
      frame.write(
        metadata.text, at: value.origin,
        role: isFocused ? .focus : metadata.isFilled ? .plain : .placeholder, limit: value.columns)
      if isFocused { frame.cursor = value.origin }
    case .button:
      frame.write(
        "[ \(isSending ? "Sending…" : field.label) ]", at: rect.origin,
        role: isFocused ? .focus : .plain, limit: rect.columns)
      if isFocused { frame.cursor = Point(column: rect.column + 2, row: rect.row) }
    }
  }

  /// A click on a field goes there; on a box, a choice or a button it also does what Space would.
  private func addRegion(_ index: Int, to frame: inout Frame, _ rect: Rect) {
    switch fields[index].kind {
    case .fixed: return
    case .button: frame.addRegion(rect, .button(index))
    case .text, .choice, .check, .reference, .metadata, .addresses:
      frame.addRegion(rect, .field(index))
    }
  }

  private func label(_ field: FormField, into frame: inout Frame, _ rect: Rect) {
    frame.write(field.label, at: rect.origin, role: .label, limit: rect.columns)
  }
}
