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

  /// Starts an action, or says why it cannot be done now.
  mutating func invoke(_ action: ActionID) -> [Effect] {
    if case .impossible(let why) = availability(of: action) {
      message = Message(kind: .note, text: why)
      return []
    }
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
              purpose: .actAs)))
      ])
    default: return perform(action)
    }
  }

  private mutating func perform(_ action: ActionID) -> [Effect] {
    let context = self.context
    var steps: [Step]?
    switch screen {
    case .applications(var list):
      steps = list.perform(action, context)
      screen = .applications(list)
    case .application(var page):
      steps = page.perform(action, context)
      screen = .application(page)
    case .linkedGroups(let groups): steps = groups.perform(action)
    case .permissions(var permissions):
      if action == .otherPane {
        permissions.otherPane()
        screen = .permissions(permissions)
        steps = []
      } else {
        steps = permissions.perform(action, context)
      }
    case .requests(var requests):
      if action == .otherPane {
        requests.otherPane()
        screen = .requests(requests)
        steps = []
      } else {
        steps = requests.perform(action, context)
      }
    case .people, .person, .group: steps = performInPeople(action, context)
    case .holders(var holders):
      steps = holders.perform(action, context)
      screen = .holders(holders)
    case .map(var map):
      steps = map.perform(action, context)
      screen = .map(map)
    case .exchange(var exchange):
      steps = exchange.perform(action, context)
      screen = .exchange(exchange)
    case .tokens(var tokens):
      if action == .nextToken { tokens.next() }
      screen = .tokens(tokens)
      steps = []
    case .activity(var activity):
      steps = activity.perform(action, context)
      screen = .activity(activity)
    }
    return apply(steps ?? [.note("This cannot be done here")])
  }

  /// Arrow and page keys in the list or text in view; `nil` where the key is no such.
  mutating func move(_ key: Key) -> [Effect]? {
    let context = self.context
    switch screen {
    case .applications(var list):
      guard let steps = list.move(key, context) else { return nil }
      screen = .applications(list)
      return apply(steps)
    case .application(var page):
      guard page.move(key, context) else { return nil }
      screen = .application(page)
    case .linkedGroups(var groups):
      guard groups.scroll.handle(key, height: max(1, body.rows - 3)) else { return nil }
      screen = .linkedGroups(groups)
    case .permissions(var permissions):
      guard permissions.move(key, context) else { return nil }
      screen = .permissions(permissions)
    case .requests(var requests):
      guard requests.scroll.handle(key, height: max(1, body.rows - 6)) else { return nil }
      screen = .requests(requests)
    case .holders(var holders):
      guard let steps = holders.move(key, context) else { return nil }
      screen = .holders(holders)
      return apply(steps)
    case .map(var map):
      guard let steps = map.move(key, context) else { return nil }
      screen = .map(map)
      return apply(steps)
    case .people, .person, .group:
      guard let steps = moveInPeople(key, context) else { return nil }
      return apply(steps)
    case .exchange(var exchange):
      guard exchange.pane.handle(key, size: exchange.paneRect(body).size) else { return nil }
      screen = .exchange(exchange)
    case .tokens(var tokens):
      guard tokens.pane.handle(key, size: tokens.paneRect(body).size) else { return nil }
      screen = .tokens(tokens)
    case .activity(var activity):
      guard let steps = activity.move(key, context) else { return nil }
      screen = .activity(activity)
      return apply(steps)
    }
    return []
  }

  private mutating func paste(_ text: String) -> [Effect] {
    let context = self.context
    guard let dialog = dialogs.popLast() else {
      if case .people(var list) = screen {
        let steps = list.paste(text)
        screen = .people(list)
        return apply(steps)
      }
      guard case .applications(var list) = screen else {
        message = Message(kind: .note, text: "There is no field here to paste into")
        return []
      }
      let steps = list.paste(text, context)
      screen = .applications(list)
      return apply(steps)
    }
    switch dialog {
    case .form(var form):
      let steps = form.paste(text)
      dialogs.append(.form(form))
      return apply(steps)
    case .picker(var picker):
      let steps = picker.paste(text)
      dialogs.append(.picker(picker))
      return apply(steps)
    case .prompt(var prompt):
      prompt.editor.insert(FormDialog.oneLine(text))
      prompt.problem = nil
      dialogs.append(.prompt(prompt))
    case .actions(var actions):
      actions.paste(text)
      dialogs.append(.actions(actions))
    case .confirm, .signIn, .text, .fix:
      dialogs.append(dialog)
      message = Message(kind: .note, text: "There is no field here to paste into")
    }
    return []
  }
}
