import PortalModel
import TerminalKit

extension State {
  mutating func handle(_ event: TerminalEvent, now: Instant) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      return reload().filter {
        switch $0 {
        case .load(.application), .load(.people): true
        default: false
        }
      }
    case .signal(.interrupt): return handle(.key(.control("c")), now: now)
    case .signal: return apply([.quit])
    case .wake: return []
    case .key(let key):
      if cancelsWork(key) { return cancelWork() }
      let last = message
      message = nil
      guard dialogs.isEmpty else { return pressInDialog(key) }
      let effects = press(key)
      keepMessage(last, past: key)
      return effects
    case .paste(let text):
      message = nil
      return paste(text)
    case .mouse(let mouse): return handle(mouse, now: now)
    }
  }

  /// A key with no dialog open: first the filter that has the focus, then the table of actions,
  /// then moving in lists.
  private mutating func press(_ key: Key) -> [Effect] {
    if isFiltering, key != .control("c") {
      guard let known = keymap.known(key, in: .filter) else {
        message = Message(
          kind: .note, text: "\(key.name) does nothing here; another key was chosen for it")
        return []
      }
      if let effects = typeInFilter(known) { return effects }
      if case .character = key { return [] }
    }
    if let action = keymap.action(for: key, in: contexts) { return invoke(action) }
    let help = keymap.name(of: .help, glyphs)
    message = Message(
      kind: .note,
      text: "\(key.name(glyphs: glyphs)) does nothing here; \(help) lists the keys")
    return []
  }

  /// Gives the filter a key by which it knows what to do; `nil` where it knows nothing.
  mutating func typeInFilter(_ key: Key) -> [Effect]? {
    switch screen {
    case .applications(var list):
      guard let steps = list.type(key, context) else { return nil }
      screen = .applications(list)
      return apply(steps)
    case .people(var list):
      guard let steps = list.type(key) else { return nil }
      screen = .people(list)
      return apply(steps)
    default: return nil
    }
  }

  /// A result stays readable while somebody only moves: until the next action, not the next key.
  private mutating func keepMessage(_ last: Message?, past key: Key) {
    let moves: Set<ActionID> = [.up, .down, .pageUp, .pageDown, .first, .last]
    guard message == nil, var last, last.kind != .note, dialogs.isEmpty,
      let action = keymap.action(for: key, in: contexts), moves.contains(action)
    else { return }
    last.isFolded = true
    message = last
  }

  /// What does not change what a refusal was about, so that its repair stays at hand.
  private static let keepingRefusal: Set<ActionID> = [
    .repair, .help, .commands, .copy, .theme, .mouse, .nextStep, .bridge, .up, .down, .pageUp,
    .pageDown, .first, .last,
  ]

  /// Starts an action, or says why it cannot be done now.
  mutating func invoke(_ action: ActionID) -> [Effect] {
    if case .impossible(let why) = availability(of: action) {
      message = Message(kind: .note, text: why)
      return []
    }
    if !Self.keepingRefusal.contains(action) { refused = nil }
    switch action {
    case .applicationsSection: return go(to: .applications)
    case .requestsSection: return go(to: .requests)
    case .peopleSection: return go(to: .people)
    case .exchangeSection: return go(to: .exchange)
    case .mapSection: return go(to: .map)
    case .bridge, .exchangeBridge: return apply([.open(.text(bridgePage))])
    case .activitySection: return go(to: .activity)
    case .undo: return [.rewind(.undo(entry: nil, withDependents: false), as: acting.id)]
    case .redo: return [.rewind(.redo, as: acting.id)]
    case .back: return apply([.pop])
    case .quit: return apply([.quit])
    case .help:
      return apply([.open(.actions(ActionsDialog(scope: .here, entries: entriesHere)))])
    case .commands:
      return apply([.open(.actions(ActionsDialog(scope: .everything, entries: allEntries)))])
    case .theme: return nextTheme()
    case .endpoint: return toggleEndpoint()
    case .repair: return offerRemedies()
    case .copy: return copyUnderCursor()
    case .nextStep: return toggleNextStep()
    case .up, .down, .pageUp, .pageDown, .first, .last: return move(by: action)
    case .mouse:
      mouse.toggle()
      message = Message(
        kind: .note,
        text: mouse
          ? "The mouse works here again"
          : "The mouse is the terminal's: select text with it; \(keyName(.mouse)) takes it back")
      return [.mouse(mouse)]
    case .actAs:
      return apply([
        .open(
          .picker(
            PickerDialog(
              title: "Act as…", label: "Whom do you want to be?", kind: .identity,
              purpose: .actAs, preferred: personInView?.text)))
      ])
    default: return perform(action)
    }
  }
}
