import PortalModel
import PortalTestSupport
import TerminalKit

@testable import PortalScreens

/// Somebody who presses anything: keys, mouse, pastes, sizes, and changes by others, drawn from a number.
struct Monkey {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  private mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  static let keys: [Key] =
    (ActionSpec.table.flatMap(\.keys) + DialogActionSpec.table.flatMap(\.keys))
    .filter { $0 != .control("c") && $0 != .character("q") }
    + [.insert, .function(9), .alt("b"), .alt("d"), .control("u"), .control("k"), .delete]

  static let texts = [
    "back-end-api", "front-end-app", "bob", "jdoe", "https://a.cern.ch/*", "x", "a\nb\r\nc\t d",
    "\u{1B}[31mred\u{1B}]0;title\u{07}", "\u{202E}drawkcab", "e\u{301}\u{302}\u{303}", "👩‍👩‍👧‍👦🇨🇭",
    "漢字かな交じり文", "", " ", String(repeating: "w", count: 3_000), "\u{0}\u{7F}\u{9B}1m",
  ]

  mutating func event(in size: Size) -> TerminalEvent {
    switch below(100) {
    case 0..<60: return .key(one(of: Self.keys))
    case 60..<75: return .key(.character(one(of: Array("abcdeinorst-_/:?1234567 "))))
    case 75..<82: return .paste(one(of: Self.texts))
    case 82..<96:
      let point = Point(
        column: below(max(1, size.columns) + 2), row: below(max(1, size.rows) + 2))
      return .mouse(
        MouseEvent(
          point: point,
          kind: one(of: [.press, .press, .release, .doubleClick, .wheelUp, .wheelDown]),
          button: one(of: [.left, .left, .left, .middle, .right])))
    case 96..<98: return .resize(Size(columns: 80, rows: 24))
    default: return .resize(Size(columns: below(251), rows: below(81)))
    }
  }
}

/// What must hold of every frame, whatever happened before it.
func flaws(of frame: Frame, _ state: State) -> [String] {
  var flaws: [String] = []
  if frame.size != state.size { flaws.append("the frame has another size") }
  if !frame.bounds.isEmpty, !frame.bounds.contains(frame.cursor) {
    flaws.append("the cursor is outside")
  }
  for row in 0..<frame.size.rows {
    var columns = 0
    for cell in frame[row] {
      columns += Int(cell.columns)
      let value = cell.base.value
      if value < 32 || (0x7F...0x9F).contains(value) { flaws.append("a control character") }
      if (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) {
        flaws.append("a bidirectional override")
      }
    }
    if columns != frame.size.columns { flaws.append("row \(row) has \(columns) columns") }
  }
  guard state.size.columns >= 40, state.size.rows >= 10 else { return flaws }
  if !frame.rowText(frame.size.rows - 1).hasSuffix("help") { flaws.append("no hint of help") }
  // A text for the mouse stands alone, over the edges too, and stays where help is opened over it.
  let isBare = state.dialogs.contains {
    if case .text(let text) = $0 { text.isBare } else { false }
  }
  if isBare { return flaws }
  return flaws + edgeFlaws(of: frame, state) + cursorFlaws(of: frame, state)
}

/// Nothing stands over the first row, which says who one is, and nothing over the rule above the message,
/// unless that has grown over it.
private func edgeFlaws(of frame: Frame, _ state: State) -> [String] {
  var flaws: [String] = []
  if !frame.rowText(0).hasPrefix(" Portal")
    || !frame.rowText(0).contains(state.acting.id.text.prefix(7))
  {
    flaws.append("the first row is covered")
  }
  let rule = String(repeating: state.glyphs.horizontal, count: frame.size.columns)
  let rows = 3...max(3, frame.size.rows - 3)
  if !rows.contains(where: { frame.rowText($0) == rule }) {
    flaws.append("no rule above the message")
  }
  if state.message == nil, frame.rowText(frame.size.rows - 3) != rule {
    flaws.append("something stands over the rule above the message")
  }
  return flaws
}

/// The terminal's cursor stands on what has the focus.
func cursorFlaws(of frame: Frame, _ state: State) -> [String] {
  if case .text = state.dialogs.last { return [] }
  if case .fix(let fix) = state.dialogs.last, fix.choices.isEmpty { return [] }
  if case .form(let form) = state.dialogs.last, form.focused?.isFixed == true { return [] }
  let hasFocus = (0..<frame.size.rows).contains { frame[$0].contains { $0.role == .focus } }
  return hasFocus && frame[frame.cursor]?.role != .focus
    ? ["the cursor is not on the focus"] : []
}

/// What is remembered of a state can be written down and read again, and leads back to the same places.
///
/// - Parameter whole: Whether to go back to them, too.
func memoryFlaws(of state: State, whole: Bool) -> [String] {
  let memory = state.memory
  let text = memory.text
  var flaws: [String] = []
  if Memory(text: text).text != text { flaws.append("the memory is read as another") }
  if text.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" }) {
    flaws.append("a control character in the memory")
  }
  guard whole else { return flaws }
  var fresh = State(size: state.size, acting: state.acting)
  fresh.recall(Memory(text: text))
  // The row under the cursor and the exchange's user come back when they have been read.
  func places(_ memory: Memory) -> [Substring] {
    memory.text.split(separator: "\n").filter { !$0.hasPrefix("row") && !$0.hasPrefix("user ") }
  }
  if places(fresh.memory) != places(memory) {
    flaws.append("\(places(memory)) leads to \(places(fresh.memory))")
  }
  return flaws
}
