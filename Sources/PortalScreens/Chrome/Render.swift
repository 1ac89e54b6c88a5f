import PortalModel
import TerminalKit

/// Draws the state into a frame of its size. Pure: the same state and instant give the same frame.
public func render(_ state: State, now: Instant) -> Frame {
  KeyWords.following(state) { renderInWords(state, now: now) }
}

private func renderInWords(_ state: State, now: Instant) -> Frame {
  var frame = Frame(size: state.size)
  guard state.size.columns >= 40, state.size.rows >= 10 else {
    renderTooSmall(state.size, into: &frame)
    return state.glyphs == .ascii ? frame.inASCII : frame
  }
  var context = state.context
  context.now = now
  renderHeader(state, into: &frame)
  SectionBar(state).render(into: &frame)
  frame.horizontalRule(row: 2, glyphs: state.glyphs)
  state.renderBody(into: &frame, context)
  frame.horizontalRule(row: state.size.rows - 3, glyphs: state.glyphs)
  renderMessage(state, into: &frame)
  for dialog in state.dialogs {
    // Only what is in front has the focus, and is read first.
    frame.mark(state.body, role: .dim)
    dialog.render(into: &frame, context)
  }
  renderFooter(state, into: &frame)
  renderLongMessage(state, into: &frame)
  return state.glyphs == .ascii ? frame.inASCII : frame
}

/// One sentence that names the size there is and the size needed.
private func renderTooSmall(_ size: Size, into frame: inout Frame) {
  let text =
    "The terminal is \(size.columns)×\(size.rows); this needs 40×10 at least. Make it larger, or \(keyName(.quit)) quits."
  let lines = TerminalText.wrapped(text, to: max(1, size.columns))
  for (row, line) in lines.enumerated() where row < size.rows {
    frame.write(line, at: Point(column: 0, row: row))
  }
}

private func renderHeader(_ state: State, into frame: inout Frame) {
  let acting = state.acting
  let factor = acting.signIn.multifactor ? " \(state.glyphs.middleDot) 2FA" : ""
  let level = StyledLine("  \(acting.signIn.level.shortLabel)\(factor) ", .dim)
  // However long a login is, that this is the portal stays in view.
  let who =
    StyledLine(acting.id.text, .identity).truncated(
      to: max(8, state.size.columns - level.columns - 12), ellipsis: state.glyphs.ellipsis) + level
  let room = state.size.columns - who.columns - 2
  frame.write(state.crumbs(in: max(0, room)), at: Point(column: 0, row: 0))
  frame.write(who, endingAt: state.size.columns, row: 0)
}

private func renderMessage(_ state: State, into frame: inout Frame) {
  let row = state.size.rows - 2
  if let work = state.work {
    let line = StyledLine([("\(state.glyphs.ellipsis) ", .accent), (work.sentence, .plain)])
    frame.write(
      line.truncated(to: state.size.columns - 2, ellipsis: state.glyphs.ellipsis),
      at: Point(column: 1, row: row))
    return
  }
  guard let message = state.message else {
    if let hint = state.firstStartHint {
      frame.write(
        StyledLine(hint, .dim).truncated(
          to: state.size.columns - 2, ellipsis: state.glyphs.ellipsis),
        at: Point(column: 1, row: row))
    }
    return
  }
  let (glyph, role) = message.sign(state.glyphs)
  let line = StyledLine([("\(glyph) ", role), (message.text, message.textRole)])
  var room = state.size.columns - 2
  if let hint = state.hint(of: message) {
    room -= hint.columns + 1
    frame.write(hint, endingAt: state.size.columns, row: row)
  }
  frame.write(
    line.truncated(to: room, ellipsis: state.glyphs.ellipsis), at: Point(column: 1, row: row))
}

/// A message that does not fit its row grows upward, over whatever is there, until the next key: neither
/// what came of an action nor what to do next may be cut off.
private func renderLongMessage(_ state: State, into frame: inout Frame) {
  guard let message = state.message, !message.isFolded, state.work == nil else { return }
  let text = message.explanation?.sentences.filter { !$0.isEmpty }.joined(separator: " ")
  let (glyph, role) = message.sign(state.glyphs)
  var line = StyledLine([("\(glyph) ", role), (text ?? message.text, message.textRole)])
  // What was done is seldom the end of the story: the next step is said with it.
  if message.kind == .done, let next = state.firstStartHint { line.append(". \(next)", .dim) }
  let hint = state.hint(of: message)
  let lines = line.wrapped(to: state.size.columns - 2 - (hint.map { $0.columns + 1 } ?? 0))
  guard lines.count > 1 else { return }
  let shown = lines.suffix(max(1, state.size.rows - 6))
  let top = state.size.rows - 1 - shown.count
  let cursor = frame.cursor
  let covered = Rect(column: 0, row: top - 1, columns: state.size.columns, rows: shown.count + 1)
  frame.fill(covered)
  frame.removeRegions(in: covered)
  frame.horizontalRule(row: top - 1, glyphs: state.glyphs)
  for (offset, line) in shown.enumerated() {
    frame.write(line, at: Point(column: 1, row: top + offset))
  }
  if let hint { frame.write(hint, endingAt: state.size.columns, row: state.size.rows - 2) }
  frame.cursor = cursor
}

extension Message {
  /// The sign before it.
  fileprivate func sign(_ glyphs: Glyphs) -> (glyph: String, role: StyleRole) {
    switch kind {
    case .done: (glyphs.tick, .granted)
    case .refused: (glyphs.refused, .refused)
    case .note: (glyphs.middleDot, .dim)
    }
  }

  fileprivate var textRole: StyleRole {
    switch kind {
    case .done: .granted
    case .refused: .refused
    case .note: .dim
    }
  }
}

extension State {
  /// The action that takes a message back, for the end of its row.
  fileprivate func hint(of message: Message) -> StyledLine? {
    guard let action = message.hint, let row = ActionSpec.row(of: action) else { return nil }
    let line = StyledLine([(keymap.name(of: action, glyphs), .key), (" \(row.label) ", .plain)])
    return keymap.keys(of: row).first.map { line.leading(to: .key($0)) } ?? line
  }
}

/// The keys that work here, now. Where they do not all fit, those of least priority go first; help
/// never goes.
private func renderFooter(_ state: State, into frame: inout Frame) {
  let row = state.size.rows - 1
  var column = 1
  for hint in state.shownHints {
    let line = hint.line.leading(to: .key(hint.key))
    column += frame.write(line, at: Point(column: column, row: row)) + 2
  }
  frame.write(state.helpHint, endingAt: state.size.columns, row: row)
}

struct FooterHint {
  var line: StyledLine
  var priority: Int
  /// The key that a click on the hint stands for.
  var key: Key
}

extension State {
  /// The names of the places from the section to where one is.
  var breadcrumb: [String] {
    (stacks[section] ?? []).enumerated().flatMap { index, screen -> [String] in
      switch screen {
      case .applications: ["Applications"]
      case .application(let page): [page.id.text]
      case .linkedGroups(let groups): ["\(groups.role)", "Linked Groups"]
      case .permissions(let permissions):
        (stacks[section] ?? []).prefix(index).contains {
          if case .application(let page) = $0 { page.id == permissions.id } else { false }
        } ? ["Token exchange permissions"] : [permissions.id.text, "Token exchange permissions"]
      case .requests: ["Requests"]
      case .people: ["People"]
      case .person(let person): [person.id.text]
      case .group(let group): [group.id.text]
      case .exchange: ["Exchange"]
      case .map: ["Map"]
      case .holders(let holders): ["\(holders.role)", "Who has it"]
      case .tokens: ["Tokens"]
      case .activity: ["Activity"]
      }
    }
  }

  /// The hints of the last row, in order.
  var footerHints: [FooterHint] {
    if let dialog = dialogs.last {
      let idle = dialog.idle(in: size)
      return dialog.kind.hints(glyphs, keymap) { !idle.contains($0) }
    }
    if isFiltering { return DialogKind.filter.hints(glyphs, keymap) }
    var hints = ActionSpec.rows(in: contexts).filter { $0.priority > 0 && $0.id != .help }
    if (stacks[section]?.count ?? 0) < 2 { hints.removeAll { $0.id == .back } }
    return hints.compactMap { row in
      guard !isForOthers(row.id), case .possible = availability(of: row.id),
        let key = keymap.keys(of: row).first
      else {
        return nil
      }
      return hint(key, row.label, row.priority)
    }
  }

  /// The hints that fit beside that of help.
  var shownHints: [FooterHint] {
    let hints = footerHints
    var kept = Set(hints.indices)
    func width() -> Int {
      kept.reduce(1) { $0 + hints[$1].line.columns + 2 } + helpHint.columns
    }
    while width() > size.columns,
      let least = kept.min(by: { (hints[$0].priority, -$0) < (hints[$1].priority, -$1) })
    {
      kept.remove(least)
    }
    return hints.indices.filter(kept.contains).map { hints[$0] }
  }

  /// In dialogs letters may be text, so help is on F1 there.
  var helpHint: StyledLine {
    let keys = keymap.keys(of: .help)
    let key = dialogs.isEmpty ? keys.first : keys.first { !$0.isText }
    let hint = StyledLine([(key?.name(glyphs: glyphs) ?? "", .key), (" help ", .plain)])
    return key.map { hint.leading(to: .key($0)) } ?? hint
  }

  private func hint(_ key: Key, _ label: String, _ priority: Int) -> FooterHint {
    FooterHint(
      line: StyledLine([
        (key.name(glyphs: glyphs), .key), (" \(glyphs.spelled(label))", .plain),
      ]),
      priority: priority, key: key)
  }

  func renderBody(into frame: inout Frame, _ context: ScreenContext) {
    switch screen {
    case .applications(let screen): screen.render(into: &frame, context)
    case .application(let screen): screen.render(into: &frame, context)
    case .linkedGroups(let screen): screen.render(into: &frame, context)
    case .permissions(let screen): screen.render(into: &frame, context)
    case .requests(let screen): screen.render(into: &frame, context)
    case .people(let screen): screen.render(into: &frame, context)
    case .person(let screen): screen.render(into: &frame, context)
    case .group(let screen): screen.render(into: &frame, context)
    case .exchange(let screen): screen.render(into: &frame, context)
    case .map(let screen): screen.render(into: &frame, context)
    case .holders(let screen): screen.render(into: &frame, context)
    case .tokens(let screen): screen.render(into: &frame, context)
    case .activity(let screen): screen.render(into: &frame, context)
    }
  }
}
