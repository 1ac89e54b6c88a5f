import PortalModel
import TerminalKit

/// What plain mode says of the state: lines to read, then numbered choices.
struct PlainPage: Hashable, Sendable {
  var lines: [String] = []
  var choices: [PlainChoice] = []
  /// What a line of text would be taken for; `nil` where text means nothing.
  var asks: String?
  /// What can be typed beside the numbers; `nil` for nothing more.
  var closing: String?

  /// All of it as lines without any position on a screen.
  var text: [String] {
    lines + choices.enumerated().map { "  \($0.offset + 1). \($0.element.text)" }
      + [closing, asks].compactMap(\.self)
  }
}

/// One numbered choice.
struct PlainChoice: Hashable, Sendable {
  var text: String
  var deed: PlainDeed

  /// Whether a line is the choice's words, without the key behind them. One letter is a key.
  func isCalled(_ line: String) -> Bool {
    guard line.count > 1, case .action = deed, let end = text.firstRange(of: " (")?.lowerBound
    else {
      return false
    }
    return text[..<end].lowercased() == line.lowercased()
  }
}

/// What a choice does: the same as keys do on the screens.
enum PlainDeed: Hashable, Sendable {
  /// A key is pressed.
  case key(Key)
  /// An action of the table is started.
  case action(ActionID)
  /// The row is put under the cursor; and opened, where that is all that can be done with rows.
  case row(Int, opens: Bool)
  /// A field of the exchange or of a form gets the focus and is changed.
  case field(Int)
  /// A row of the dialog gets the focus, and then the key.
  case dialogRow(Int, Key?)
}

extension State {
  /// The page of the state.
  func plainPage(now: Instant) -> PlainPage {
    KeyWords.following(self) { plainPageInWords(now: now) }
  }

  private func plainPageInWords(now: Instant) -> PlainPage {
    if case .text(let text) = dialogs.last {
      // A text is read and done with: the next line is for what is behind it.
      var behind = self
      behind.dialogs.removeLast()
      var page = behind.plainPageInWords(now: now)
      page.lines = [text.title] + text.pane.lines.map { $0.text.plainWords } + [""] + page.lines
      return page
    }
    var page = dialogs.last.map { plainPage(of: $0, now) } ?? plainScreen(now)
    if !dialogs.isEmpty, case .possible = repairAvailability {
      page.choices.append(
        PlainChoice(text: "repair (\(keyName(.repair)))", deed: .action(.repair)))
    }
    if let message { page.lines.insert(message.plainText(glyphs), at: 0) }
    return page
  }

  private func plainScreen(_ now: Instant) -> PlainPage {
    var context = self.context
    context.now = now
    let factor = acting.signIn.multifactor ? ", second factor" : ""
    var page = PlainPage()
    page.lines = [
      (["Portal"] + breadcrumb).joined(separator: " > ")
        + ". You act as \(acting.id) (\(acting.signIn.level.shortLabel)\(factor))."
        + (waiting > 0 ? " Requests waiting for you: \(waiting)." : "")
    ]
    page.lines += plainLines(context)
    if let hint = firstStartHint(choosing: "choose") { page.lines.append(hint) }
    if isFiltering {
      page.asks =
        "Type what to filter by; an empty line keeps the filter, :\(keyName(.filterClear)) clears it."
    }
    page.choices = plainFields(context) + plainRows(now)
    page.choices += plainActions.map { row in
      let key = keymap.keys(of: row).first.map { " (\($0.name(glyphs: .ascii)))" } ?? ""
      return PlainChoice(text: row.label + key, deed: .action(row.id))
    }
    // Numbers choose here, so that sections are `s1` to `s7`.
    page.closing =
      "Sections: "
      + Section.allCases.map { section in
        "s\(keymap.name(of: section.action, .ascii)) \(section.title)"
      }.joined(separator: ", ") + "."
    return page
  }

  /// What can be done here, what is wanted most first; then what can be done everywhere.
  private var plainActions: [ActionSpec] {
    let moves: Set<ActionID> = [.previousField, .nextField, .changeField, .previousTab]
    let rows = ActionSpec.rows(in: contexts).enumerated().filter { _, row in
      guard row.priority > 0, !row.id.isSection, !moves.contains(row.id),
        !isForOthers(row.id), case .possible = availability(of: row.id)
      else { return false }
      return true
    }
    func rank(_ row: (offset: Int, element: ActionSpec)) -> (Int, Int, Int) {
      let isEverywhere = row.element.contexts.contains(.everywhere)
      return (isEverywhere ? 1 : 0, -row.element.priority, row.offset)
    }
    return rows.sorted { rank($0) < rank($1) }.map(\.element)
  }

  /// The rows of the list in view: found by going down it, so that every screen with a list has them.
  private func plainRows(_ now: Instant) -> [PlainChoice] {
    var walk = self
    walk.dialogs = []
    walk.size = Size(columns: 200, rows: 60)
    guard walk.move(.home) != nil else { return [] }
    let opens =
      switch screen {
      case .applications, .people: true
      default: false
      }
    var rows: [PlainChoice] = []
    var last: (text: String, row: Int)?
    while rows.count < PlainSession.longestList {
      let frame = render(walk, now: now)
      guard frame[frame.cursor]?.text == glyphs.selectionMarker else { break }
      let text = frame.focusedText.plainWords
      if let last, last == (text, frame.cursor.row) { break }
      last = (text, frame.cursor.row)
      rows.append(PlainChoice(text: text, deed: .row(rows.count, opens: opens)))
      _ = walk.move(.down)
    }
    return rows
  }
}

extension ActionID {
  /// Whether it goes to one of the sections, which plain mode calls `s1` to `s7`.
  var isSection: Bool { rawValue.hasSuffix("Section") }
}

extension Message {
  func plainText(_ glyphs: Glyphs) -> String {
    let text = explanation.map {
      $0.sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }
    switch kind {
    case .done: return "Done: \(self.text)"
    case .refused: return "Refused: \(text ?? self.text)"
    case .note: return "Note: \(self.text)"
    }
  }
}

extension Frame {
  /// The text of the focused row, without the sign before it.
  var focusedText: String {
    String(self[cursor.row].filter { $0.role == .focus }.map(\.text).joined().dropFirst())
  }
}

extension String {
  /// The text without gaps: what columns keep apart on a screen, commas do here.
  var plainWords: String {
    var result = ""
    var blanks = 0
    for character in self {
      guard character != " " else {
        blanks += 1
        continue
      }
      if !result.isEmpty, blanks > 0 { result += blanks > 1 ? ", " : " " }
      blanks = 0
      result.append(character)
    }
    return result
  }
}
