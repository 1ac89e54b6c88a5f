import CVTerm

/// The terminal that a person would sit at: understands what a program writes, and knows which
/// bytes a key or a click is for a program that chose these modes.
final class TerminalEmulator {
  private let terminal: OpaquePointer
  private(set) var columns: Int
  private(set) var rows: Int

  init(columns: Int, rows: Int) throws {
    guard let terminal = cvterm_new(Int32(rows), Int32(columns)) else {
      throw SystemFailure("vterm_new")
    }
    self.terminal = terminal
    self.columns = columns
    self.rows = rows
  }

  deinit {
    cvterm_free(terminal)
  }

  func resize(columns: Int, rows: Int) {
    (self.columns, self.rows) = (columns, rows)
    cvterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// Takes what the program wrote and returns what the terminal answers.
  func input(_ bytes: [UInt8]) -> [UInt8] {
    cvterm_input(terminal, bytes, bytes.count)
    return output()
  }

  func bytes(of key: PressedKey) -> [UInt8] {
    let modifiers = key.modifiers.rawValue
    switch key.code {
    case .named(let code): cvterm_press(terminal, code, modifiers)
    case .character(let scalar): cvterm_character(terminal, scalar.value, modifiers)
    }
    return output()
  }

  func bytes(ofPaste text: String) -> [UInt8] {
    cvterm_paste(terminal, true)
    let begin = output()
    cvterm_paste(terminal, false)
    return begin + Array(text.utf8) + output()
  }

  func bytes(ofMouse button: MouseButton, pressed: Bool, column: Int, row: Int) -> [UInt8] {
    cvterm_mouse(terminal, button.rawValue, pressed, Int32(row), Int32(column))
    return output()
  }

  /// The picture at this moment.
  var screen: EmulatedScreen {
    let cells = (0..<rows).map { row in (0..<columns).map { cell(row: row, column: $0) } }
    let cursor = cvterm_cursor(terminal)
    return EmulatedScreen(
      cells: cells,
      cursor: EmulatedCursor(
        column: Int(cursor.column), row: Int(cursor.row), isVisible: cursor.visible),
      isAlternate: cvterm_is_alternate_screen(terminal))
  }

  private func cell(row: Int, column: Int) -> EmulatedCell {
    let (row, column) = (Int32(row), Int32(column))
    let cell = cvterm_cell_at(terminal, row, column)
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      let length = cvterm_cell_text(terminal, row, column, buffer.baseAddress, buffer.count)
      return String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    return EmulatedCell(
      text: text.isEmpty && cell.width > 0 ? " " : text, width: Int(cell.width),
      bold: cell.bold, underline: cell.underline, reverse: cell.reverse,
      foreground: EmulatedColour(cell.foreground), background: EmulatedColour(cell.background))
  }

  private func output() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = cvterm_output(terminal, &buffer, buffer.count)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
