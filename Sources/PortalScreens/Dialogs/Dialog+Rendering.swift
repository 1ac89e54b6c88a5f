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

  /// What F1 shows: what the real portal expects of the focused field, and the keys of the dialog.
  func help(_ glyphs: Glyphs, _ keymap: Keymap) -> TextDialog {
    var lines: [StyledLine] = []
    if case .form(let form) = self, let field = form.focused {
      lines += [StyledLine(field.label, .heading)]
      lines += form.problem(of: field).map { [StyledLine($0, .warning)] } ?? []
      lines += field.id.guide.sentences.map { StyledLine($0) }
      lines.append(StyledLine())
    }
    lines += DialogActionSpec.rows(in: kind).map { row in
      let keys = keymap.keys(of: row).map { $0.name(glyphs: glyphs) }.joined(separator: " ")
      return StyledLine([(TerminalText.padded(keys, to: 14), .key), (row.summary, .plain)])
    }
    return TextDialog(title: "Help", lines: lines)
  }

  /// The room of large dialogs in a terminal of a size: the rows between the first, which says who one
  /// is, and the message.
  static func room(_ size: Size) -> Size {
    Size(columns: min(size.columns - 2, 100), rows: max(5, size.rows - 4))
  }

  /// Where the box of a dialog stands: in the middle of its room.
  static func place(_ size: Size, in terminal: Size) -> Rect {
    let rows = max(1, terminal.rows - 4)
    return Rect(
      column: max(0, (terminal.columns - size.columns) / 2),
      row: 1 + max(0, (rows - size.rows) / 2),
      columns: min(size.columns, terminal.columns), rows: min(size.rows, rows))
  }

  /// Draws the box of a dialog above the message row, so that what it says can be read.
  static func box(
    _ title: String, _ size: Size, into frame: inout Frame, _ context: ScreenContext
  ) -> Rect {
    let outer = place(size, in: frame.size)
    // Where the box stands over the rule, nothing of it is left beside the box.
    if outer.row <= 2 {
      frame.fill(Rect(column: 0, row: outer.row, columns: frame.size.columns, rows: 3 - outer.row))
    }
    // A blank column at each side keeps apart what stands beside it.
    frame.fill(
      Rect(
        column: max(0, outer.column - 1), row: outer.row,
        columns: min(outer.columns + 2, frame.size.columns), rows: outer.rows))
    // What lies behind a dialog is out of reach.
    frame.removeRegions()
    frame.drawBorder(outer, title: title, glyphs: context.glyphs)
    return outer.inset(columns: 2, rows: 1)
  }
}

extension Rect {
  /// Goes through the lines of a text that are in view; the wanted one always is.
  func forEachLine(of count: Int, keeping wanted: Int, _ body: (_ line: Int, Rect) -> Void) {
    let first = max(0, min(wanted - rows + 1, count - rows))
    for row in 0..<max(0, min(rows, count - first)) { body(first + row, rowRect(row)) }
  }
}

extension PromptDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let width = min(76, frame.size.columns - 2)
    let lines = TerminalText.wrapped(explanation, to: max(1, width - 4))
    let inner = Dialog.box(
      title, Size(columns: width, rows: lines.count + 6), into: &frame, context)
    let wanted = lines.count + (problem == nil ? 2 : 3)
    inner.forEachLine(of: lines.count + 4, keeping: wanted) { line, rect in
      switch line - lines.count {
      case ..<0: frame.write(lines[line], at: rect.origin, limit: rect.columns)
      case 1:
        frame.write(
          "\(label)\(isRequired ? "*" : "")", at: rect.origin, role: .label, limit: rect.columns)
      case 2:
        editor.render(
          into: &frame, rect: rect, focused: true, placeholder: isRequired ? "" : "may stay empty")
        frame.addRegion(rect, .text(0))
      case 3:
        frame.write(problem ?? "", at: rect.origin, role: .warning, limit: rect.columns)
      default: break
      }
    }
  }
}

extension ConfirmDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let width = min(70, frame.size.columns - 2)
    let text = lines.flatMap { TerminalText.wrapped($0, to: max(1, width - 4)) }
    let inner = Dialog.box(
      title, Size(columns: width, rows: text.count + 4), into: &frame, context)
    inner.forEachLine(of: text.count + 2, keeping: text.count + 1) { line, rect in
      if line < text.count {
        frame.write(text[line], at: rect.origin, limit: rect.columns)
      } else if line > text.count {
        buttons.render(into: &frame, rect: rect, focused: true)
      }
    }
  }
}

extension SignInDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let inner = Dialog.box(
      title, Size(columns: min(60, frame.size.columns - 2), rows: 12), into: &frame, context)
    let all = LevelOfAssurance.allCases
    inner.forEachLine(of: all.count + 4, keeping: levels.selected + 1) { line, rect in
      if line == 0 {
        frame.write(
          "Level of assurance of the login", at: rect.origin, role: .label, limit: rect.columns)
      } else if line <= all.count {
        let isSelected = line - 1 == levels.selected
        let glyph = isSelected ? context.glyphs.radioOn : context.glyphs.radioOff
        frame.write(
          "\(glyph) \(all[line - 1].label)", at: rect.origin,
          role: isSelected ? .focus : .plain, limit: rect.columns)
        if isSelected { frame.cursor = rect.origin }
        frame.addRegion(rect, .row(line - 1, list: 0))
      } else if line == all.count + 2 {
        let box = multifactor ? context.glyphs.checked : context.glyphs.unchecked
        frame.write("\(box) second factor used", at: rect.origin, limit: rect.columns)
        frame.addRegion(rect, .field(0))
      } else if line == all.count + 3 {
        frame.write(
          "\(keyName(.signInFactor)) changes it", at: rect.origin, role: .dim, limit: rect.columns)
      }
    }
  }
}

extension TextDialog {
  /// The room for the text in a terminal of a size.
  static func room(_ size: Size) -> Size {
    let outer = Dialog.room(size)
    return Size(columns: max(1, outer.columns - 4), rows: max(1, outer.rows - 2))
  }

  func render(into frame: inout Frame, _ context: ScreenContext) {
    guard !isBare else { return renderBare(into: &frame) }
    let largest = Dialog.room(frame.size)
    let wrapped = pane.wrapped(to: max(1, largest.columns - 4))
    let inner = Dialog.box(
      title, Size(columns: largest.columns, rows: min(largest.rows, wrapped.count + 2)),
      into: &frame, context)
    pane.render(into: &frame, rect: inner, glyphs: context.glyphs)
    frame.cursor = inner.origin
  }
}

extension TextDialog {
  /// The text from the first column on, over everything but the last row.
  private func renderBare(into frame: inout Frame) {
    let room = frame.bounds.splitRows(bottom: 1).rest
    frame.removeRegions()
    frame.fill(room)
    var bare = pane
    if let copies {
      bare.lines = copies.split(separator: "\n", omittingEmptySubsequences: false).map {
        StyledLine(String($0))
      }
    }
    for (row, line) in bare.wrapped(to: room.columns).dropFirst(bare.offset).prefix(room.rows)
      .enumerated()
    {
      frame.write(line, at: room.rowRect(row).origin)
    }
    frame.cursor = room.origin
  }
}

extension FixDialog {
  func render(into frame: inout Frame, _ context: ScreenContext) {
    let width = min(78, frame.size.columns - 2)
    var lines: [(line: StyledLine, repair: Int?)] = [
      (
        StyledLine("\(context.glyphs.refused) \(headline(now: context.now))", .refused), nil
      ), (StyledLine(), nil),
    ]
    for (index, sentences) in choices.enumerated() {
      let isSelected = index == scroll.selection
      for (number, sentence) in sentences.enumerated() {
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
    if choices.isEmpty {
      lines.append((StyledLine("No change of the portal would turn this."), nil))
    }
    let inner = Dialog.box(
      "What would make it yes", Size(columns: width, rows: lines.count + 2), into: &frame, context)
    frame.cursor = inner.origin
    let selectedRow = lines.firstIndex { $0.repair == scroll.selection && $0.repair != nil } ?? 0
    let first = max(0, min(selectedRow, lines.count - inner.rows))
    for (row, line) in lines.dropFirst(first).prefix(inner.rows).enumerated() {
      if line.repair == scroll.selection, line.repair != nil, !line.line.text.isEmpty {
        frame.fill(inner.rowRect(row), role: .focus)
      }
      frame.write(line.line, at: inner.rowRect(row).origin, limit: inner.columns)
      if first + row == selectedRow { frame.cursor = inner.rowRect(row).origin }
      if let repair = line.repair { frame.addRegion(inner.rowRect(row), .row(repair, list: 0)) }
    }
  }
}

extension DialogKind {
  /// The hints of the last row.
  func hints(
    _ glyphs: Glyphs, _ keymap: Keymap, where isOffered: (DialogActionID) -> Bool = { _ in true }
  ) -> [FooterHint] {
    DialogActionSpec.rows(in: self).filter { $0.priority > 0 && isOffered($0.id) }.compactMap {
      row in
      guard let key = keymap.keys(of: row).first else { return nil }
      return FooterHint(
        line: StyledLine([
          (key.name(glyphs: glyphs), .key), (row.label.isEmpty ? "" : " \(row.label)", .plain),
        ]), priority: row.priority, key: key)
    }
  }
}
