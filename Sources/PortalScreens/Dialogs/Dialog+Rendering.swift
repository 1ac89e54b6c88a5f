import PortalModel
import TerminalKit

extension Dialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    switch self {
    case .form(let form): form.render(into: &frame, context)
    case .picker(let picker): picker.render(into: &frame, context)
    case .prompt(let prompt): prompt.render(into: &frame, context)
    case .confirm(let confirm): confirm.render(into: &frame, context)
    case .signIn(let signIn): signIn.render(into: &frame, context)
    case .text(let text): text.render(into: &frame, context)
    case .fix(let fix): fix.render(into: &frame, context)
    case .actions(let actions): actions.render(into: &frame, context)
    }
  }

  /// The hints of the last row.
  func hints(_ glyphs: Glyphs, _ keymap: Keymap) -> [FooterHint] {
    DialogActionSpec.rows(in: kind).filter { $0.priority > 0 }.compactMap { row in
      guard let key = keymap.keys(of: row).first else { return nil }
      return FooterHint(
        line: StyledLine([
          (key.name(glyphs: glyphs), .key), (row.label.isEmpty ? "" : " \(row.label)", .plain),
        ]), priority: row.priority, key: key)
    }
  }

  /// What F1 shows: what the real portal expects of the focused field, and the keys of the dialog.
  func help(_ glyphs: Glyphs, _ keymap: Keymap) -> TextDialog {
    var lines: [StyledLine] = []
    if case .form(let form) = self, let field = form.focused {
      lines += [StyledLine(field.label, .heading)]
      lines += [form.problem(of: field), form.remark(on: field)].compactMap(\.self)
        .map { StyledLine($0) }
      lines.append(StyledLine())
    }
    lines += DialogActionSpec.rows(in: kind).map { row in
      let keys = keymap.keys(of: row).map { $0.name(glyphs: glyphs) }.joined(separator: " ")
      return StyledLine([(TerminalText.padded(keys, to: 14), .key), (row.summary, .plain)])
    }
    return TextDialog(title: "Help", lines: lines)
  }

  /// The room of large dialogs in a terminal of a size: the rows above footer and message.
  static func room(_ size: Size) -> Size {
    Size(columns: min(size.columns - 2, 100), rows: max(5, size.rows - 4))
  }

  /// Draws the box of a dialog above the message row, so that what it says can be read.
  static func box(
    _ title: String, _ size: Size, into frame: inout Frame, _ context: ScreenContext
  ) -> Rect {
    let rows = max(1, frame.size.rows - 3)
    let outer = Rect(
      column: max(0, (frame.size.columns - size.columns) / 2),
      row: max(0, (rows - size.rows) / 2),
      columns: min(size.columns, frame.size.columns), rows: min(size.rows, rows))
    frame.fill(outer)
    frame.drawBorder(outer, title: title, glyphs: context.glyphs)
    return outer.inset(columns: 2, rows: 1)
  }
}

extension PromptDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let width = min(76, frame.size.columns - 2)
    let lines = TerminalText.wrapped(explanation, to: max(1, width - 4))
    let inner = Dialog.box(
      title, Size(columns: width, rows: lines.count + 6), into: &frame, context)
    for (row, line) in lines.enumerated() { frame.write(line, at: inner.rowRect(row).origin) }
    let label = "\(label)\(isRequired ? "*" : "")"
    frame.write(label, at: inner.rowRect(lines.count + 1).origin, role: .label)
    editor.render(
      into: &frame, rect: inner.rowRect(lines.count + 2), focused: true,
      placeholder: isRequired ? "" : "may stay empty")
    if let problem {
      frame.write(
        problem, at: inner.rowRect(lines.count + 3).origin, role: .warning,
        limit: inner.columns)
    }
  }
}

extension ConfirmDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let width = min(70, frame.size.columns - 2)
    let text = lines.flatMap { TerminalText.wrapped($0, to: max(1, width - 4)) }
    let inner = Dialog.box(
      title, Size(columns: width, rows: text.count + 4), into: &frame, context)
    for (row, line) in text.enumerated() { frame.write(line, at: inner.rowRect(row).origin) }
    buttons.render(into: &frame, rect: inner.rowRect(text.count + 1), focused: true)
  }
}

extension SignInDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let inner = Dialog.box(
      title, Size(columns: min(60, frame.size.columns - 2), rows: 12), into: &frame, context)
    frame.write("Level of assurance of the login", at: inner.origin, role: .label)
    for (row, level) in LevelOfAssurance.allCases.enumerated() {
      let isSelected = row == levels.selected
      let point = inner.rowRect(row + 1).origin
      let glyph = isSelected ? context.glyphs.radioOn : context.glyphs.radioOff
      frame.write(
        "\(glyph) \(level.label)", at: point, role: isSelected ? .focus : .plain,
        limit: inner.columns)
      if isSelected { frame.cursor = point }
    }
    let box = multifactor ? context.glyphs.checked : context.glyphs.unchecked
    frame.write(
      "\(box) second factor used", at: inner.rowRect(8).origin, role: .plain,
      limit: inner.columns)
    frame.write(
      "Space changes it", at: inner.rowRect(9).origin, role: .dim, limit: inner.columns)
  }
}

extension TextDialog {
  /// The room for the text in a terminal of a size.
  static func room(_ size: Size) -> Size {
    let outer = Dialog.room(size)
    return Size(columns: max(1, outer.columns - 4), rows: max(1, outer.rows - 2))
  }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    let largest = Dialog.room(frame.size)
    let wrapped = pane.wrapped(to: max(1, largest.columns - 4))
    let inner = Dialog.box(
      title, Size(columns: largest.columns, rows: min(largest.rows, wrapped.count + 2)),
      into: &frame, context)
    pane.render(into: &frame, rect: inner, glyphs: context.glyphs)
    frame.cursor = inner.origin
  }
}

extension FixDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let width = min(78, frame.size.columns - 2)
    var lines: [(line: StyledLine, repair: Int?)] = [
      (
        StyledLine("\(context.glyphs.refused) \(failure.line(now: context.now))", .refused), nil
      ), (StyledLine(), nil),
    ]
    for (index, repair) in repairs.enumerated() {
      let isSelected = index == scroll.selection
      for (number, sentence) in repair.sentences.enumerated() {
        let mark = number == 0 && isSelected ? context.glyphs.selectionMarker + " " : "  "
        for (part, text) in TerminalText.wrapped(sentence, to: max(1, width - 8)).enumerated() {
          lines.append(
            (
              StyledLine((part == 0 ? mark : "    ") + text, isSelected ? .focus : .plain),
              index
            ))
        }
      }
      lines.append((StyledLine(), nil))
    }
    if repairs.isEmpty {
      lines.append((StyledLine("No change of the portal would turn this."), nil))
    }
    let inner = Dialog.box(
      "What would make it yes", Size(columns: width, rows: lines.count + 2), into: &frame, context)
    frame.cursor = inner.origin
    let selectedRow = lines.firstIndex { $0.repair == scroll.selection && $0.repair != nil } ?? 0
    let first = max(0, min(selectedRow, lines.count - inner.rows))
    for (row, line) in lines.dropFirst(first).prefix(inner.rows).enumerated() {
      frame.write(line.line, at: inner.rowRect(row).origin, limit: inner.columns)
      if first + row == selectedRow { frame.cursor = inner.rowRect(row).origin }
    }
  }
}
