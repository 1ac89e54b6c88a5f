import PortalModel
import TerminalKit

/// The portal line by line: for screen readers, for scripts through a pipe, and for terminals that
/// cannot place their cursor. A second view of the same state; lines become the keys of the screens.
public struct PlainSession: Sendable {
  /// Rows of a list that are read out; a filter makes it shorter.
  static let longestList = 50

  /// The state of the screens.
  public private(set) var state: State
  /// A text field of a form waits for its text.
  private var isTyping = false

  /// Begins with a state.
  public init(state: State) { self.state = state }

  /// Whether the person has left.
  public var isQuitting: Bool { state.isQuitting }

  /// What is to be read now.
  public func text(now: Instant) -> [String] {
    KeyWords.following(state) { textInWords(now: now) }
  }

  private func textInWords(now: Instant) -> [String] {
    if isTyping, case .form(let form) = state.dialogs.last, let field = form.focused {
      return [form.problem(of: field), form.remark(on: field)].compactMap(\.self)
        + field.id.guide.sentences + ["\(field.label): type it; an empty line leaves it."]
    }
    return state.plainPage(now: now).text.map(TerminalText.sanitised)
  }

  /// Takes what came of an effect.
  public mutating func take(_ action: Action, _ world: World) -> [Effect] {
    reduce(&state, action, world)
  }

  /// Takes one line.
  public mutating func take(line: String, _ world: World) -> [Effect] {
    KeyWords.following(state) { takeInWords(line, world) }
  }

  private mutating func takeInWords(_ line: String, _ world: World) -> [Effect] {
    let page = state.plainPage(now: world.now)
    var line = line
    while line.last?.isWhitespace == true { line.removeLast() }
    if line.hasPrefix(":"), !line.hasPrefix("::") {
      isTyping = false
      return command(String(line.dropFirst()), world)
    }
    if line.hasPrefix("::") { line.removeFirst() }
    if isTyping { return typed(line, world) }
    state.message = nil
    var effects: [Effect] = []
    if case .text = state.dialogs.last { effects += tell([.escape], world) }
    if page.asks != nil, let answer = answer(line, page, world) { return effects + answer }
    if line.isEmpty { return effects + (state.dialogs.isEmpty ? [] : tell([.enter], world)) }
    if let number = Int(line) {
      guard page.choices.indices.contains(number - 1) else {
        return effects + note("There is no choice \(number)")
      }
      return effects + perform(page.choices[number - 1].deed, world)
    }
    if let section = Self.section(line) { return effects + go(to: section) }
    if let choice = page.choices.first(where: { $0.isCalled(line) }) {
      return effects + perform(choice.deed, world)
    }
    if let key = Key(name: line) { return effects + press([key], world) }
    return effects + note("\(line) is no choice: type a number, a key's name, or ? for all keys")
  }

  /// A line where text means something; `nil` where the line is a choice all the same.
  private mutating func answer(_ line: String, _ page: PlainPage, _ world: World) -> [Effect]? {
    switch state.dialogs.last {
    case .prompt: return paste(line, then: [.enter], world)
    case .picker, .actions:
      if line.isEmpty { return tell([.enter], world) }
      if let number = Int(line), page.choices.indices.contains(number - 1) { return nil }
      if case .picker(let picker) = state.dialogs.last,
        let row = picker.rows?.firstIndex(where: { $0.id == line })
      {
        state.selectInDialog(row)
        return tell([.enter], world)
      }
      return tell([.end, .control("u")], world) + paste(line, then: [], world)
    case nil:
      return tell([.end, .control("u")], world) + paste(line, then: [.enter], world)
    case .form, .confirm, .signIn, .text, .fix: return nil
    }
  }

  private mutating func typed(_ line: String, _ world: World) -> [Effect] {
    isTyping = false
    guard !line.isEmpty, case .form(let form) = state.dialogs.last else { return [] }
    var keys: [Key] = [.tab]
    if case .addresses = form.focused?.kind { keys = [.enter] }
    return tell([.end, .control("u")], world) + paste(line, then: keys, world)
  }

  /// `:Esc` and the like press a key; `:words` run the action that fits best.
  private mutating func command(_ words: String, _ world: World) -> [Effect] {
    state.message = nil
    if words.isEmpty, state.dialogs.isEmpty { return state.invoke(.commands) }
    if let key = Key(name: words) { return press([key], world) }
    if let section = Self.section(words) { return go(to: section) }
    let typed = words.lowercased().split(separator: " ").map(String.init)
    let fitting = state.allEntries.compactMap { entry in entry.score(typed).map { (entry, $0) } }
    guard !typed.isEmpty, state.dialogs.isEmpty,
      let best = fitting.max(by: { $0.1 < $1.1 })?.0
    else { return note("No action fits \(words)") }
    return state.run(best)
  }

  private mutating func perform(_ deed: PlainDeed, _ world: World) -> [Effect] {
    switch deed {
    case .key(let key): return tell([key], world)
    case .action(let action): return state.invoke(action)
    case .row(let index, let opens):
      var effects = state.move(.home) ?? []
      for _ in 0..<index { effects += state.move(.down) ?? [] }
      return effects + (opens ? state.invoke(.open) : [])
    case .field(let index): return change(index, world)
    case .dialogRow(let index, let key):
      state.selectInDialog(index)
      return key.map { tell([$0], world) } ?? []
    }
  }

  private mutating func change(_ index: Int, _ world: World) -> [Effect] {
    guard case .form(var form) = state.dialogs.last else {
      guard case .exchange(var exchange) = state.screen else { return [] }
      exchange.focus = ExchangeScreen.Field(rawValue: index) ?? .user
      state.screen = .exchange(exchange)
      return state.invoke(.changeField)
    }
    form.focus = index
    state.dialogs[state.dialogs.count - 1] = .form(form)
    switch form.fields[index].kind {
    case .text, .addresses:
      isTyping = true
      return []
    case .choice, .check: return tell([.character(" ")], world)
    case .reference, .metadata, .button: return tell([.enter], world)
    case .fixed: return []
    }
  }

  /// Presses keys as a person names them: those that were chosen in place of others.
  private mutating func press(_ keys: [Key], _ world: World) -> [Effect] {
    keys.flatMap { reduce(&state, .event(.key($0)), world) }
  }

  /// Presses keys by which a dialog knows what to do, whatever keys a person chose.
  private mutating func tell(_ keys: [Key], _ world: World) -> [Effect] {
    keys.flatMap { key in
      state.message = nil
      if !state.dialogs.isEmpty { return state.give(key) }
      if state.isFiltering, let effects = state.typeInFilter(key) { return effects }
      return press([key], world)
    }
  }

  private mutating func paste(_ text: String, then keys: [Key], _ world: World) -> [Effect] {
    let effects = text.isEmpty ? [] : reduce(&state, .event(.paste(text)), world)
    return effects + tell(keys, world)
  }

  private mutating func go(to section: Section?) -> [Effect] {
    guard let section else { return note("There is no such section") }
    state.dialogs = []
    return state.go(to: section)
  }

  private mutating func note(_ text: String) -> [Effect] {
    state.message = Message(kind: .note, text: text)
    return []
  }

  /// `s1` to `s7`; an inner `nil` where the section is not there.
  private static func section(_ text: String) -> Section?? {
    guard text.count == 2, text.first == "s", let number = text.last?.wholeNumberValue,
      (1...7).contains(number)
    else { return nil }
    return .some(Section(rawValue: number))
  }
}

extension State {
  /// Puts a row of the dialog in front under the cursor.
  mutating func selectInDialog(_ index: Int) {
    switch dialogs.last {
    case .picker(var picker):
      picker.scroll.select(index, height: 10)
      dialogs[dialogs.count - 1] = .picker(picker)
    case .signIn(var signIn):
      signIn.levels.select(index, height: 10)
      dialogs[dialogs.count - 1] = .signIn(signIn)
    case .fix(var fix):
      fix.scroll.select(index, height: 10)
      dialogs[dialogs.count - 1] = .fix(fix)
    case .actions(var actions):
      actions.scroll.select(index, height: 10)
      dialogs[dialogs.count - 1] = .actions(actions)
    case .form, .prompt, .confirm, .text, nil: return
    }
  }
}
