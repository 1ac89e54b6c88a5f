import PortalModel
import TerminalKit

/// Takes one action into the state and says what the world outside is to do about it.
///
/// Pure: nothing is read but `world`.
public func reduce(_ state: inout State, _ action: Action, _ world: World) -> [Effect] {
  KeyWords.following(state) { reduceInWords(&state, action, world) }
}

private func reduceInWords(_ state: inout State, _ action: Action, _ world: World) -> [Effect] {
  var effects: [Effect] = []
  state.now = world.now
  state.expireMarks(now: world.now)
  switch action {
  case .event(let event):
    // Waking up for a result or a change is nobody's doing.
    if event != .wake {
      state.isSeenChange = false
      state.marks.things = []
    }
    effects = state.handle(event, now: world.now)
  case .loaded(let loaded): effects = state.take(loaded, now: world.now)
  case .performed(let command, let actor, let outcome):
    effects = state.performed(command, as: actor, outcome)
  case .repaired(let outcome): effects = state.repaired(outcome)
  case .exchanged(let result, let generation):
    effects = state.finished(result, generation: generation)
  case .served(let result): state.served(result)
  case .rewound(let rewind, let outcome): effects = state.rewound(rewind, outcome)
  case .portalChanged:
    state.isSeenChange = true
    effects = state.reload()
  case .failed(let failure): state.say(failure)
  case .cancelled(let what): state.cancelled(what)
  }
  return effects
}

extension State {
  /// What to read at the start.
  public var initialEffects: [Effect] {
    guard case .applications(let screen) = screen else { return reload() }
    return storyEffects + [
      .load(
        .applications(
          screen.query(acting, .first), generation: screen.generation)),
      .load(.waiting(acting.id)),
    ]
  }

  /// Reads everything that is in view anew.
  func reload() -> [Effect] {
    var effects: [Effect] = storyEffects + [.load(.waiting(acting.id))]
    for step in refresh(screen) {
      if case .effect(let effect) = step { effects.append(effect) }
    }
    for case .form(let form) in dialogs { effects += form.openQuestions }
    return effects
  }

  private func refresh(_ screen: Screen) -> [Step] {
    switch screen {
    case .applications(let screen): screen.reload(context)
    case .application(let screen): [.load(.application(screen.id))]
    case .linkedGroups(let screen): [.load(.application(screen.application))]
    case .permissions(let screen):
      [.load(.permissions(screen.id)), .load(.application(screen.id))]
    case .requests: [.load(.requests(acting.id))]
    case .people(let screen): screen.reload(context)
    case .person(let screen): screen.reload()
    case .group(let screen): screen.reload()
    case .map(let screen): screen.reload()
    case .holders(let screen): screen.isRecalled ? [screen.read()] : []
    case .exchange(let screen):
      screen.user == nil && screen.remembered != nil
        ? screen.remembered.map { [.load(.identity($0, .exchange))] } ?? [] : []
    case .tokens: []
    case .activity(let activity): activity.reload()
    }
  }

  /// Carries the steps out that a screen or dialog asked for.
  mutating func apply(_ steps: [Step]) -> [Effect] {
    var effects: [Effect] = []
    for step in steps { effects += apply(step) }
    return effects
  }

  private mutating func apply(_ step: Step) -> [Effect] {
    switch step {
    case .effect(let effect): return [effect]
    case .push(let screen):
      stacks[section, default: []].append(screen)
      return []
    case .pop: return pop()
    case .open(let dialog):
      dialogs.append(dialog)
      if case .picker(let picker) = dialog { return apply([picker.load()]) }
      return []
    case .close:
      _ = dialogs.popLast()
      return []
    case .say(let message):
      self.message = message
      return []
    case .act(let acting):
      self.acting = acting
      refused = nil
      let news = news.removeValue(forKey: acting.id).map {
        ". \($0)" + (section == .requests ? "" : "; \(keyName(.requestsSection)) shows it")
      }
      message = Message(kind: .done, text: "You act as \(acting.id) now\(news ?? "")")
      return act()
    case .deliver(let delivery): return take(delivery)
    case .quit:
      isQuitting = true
      return [.quit]
    }
  }

  /// Another person acts: what was read for the one before is read anew.
  private mutating func act() -> [Effect] {
    waiting = 0
    for (section, stack) in stacks {
      stacks[section] = stack.map { screen in
        guard case .applications(var list) = screen else { return screen }
        list.window.isStale = true
        list.generation += 1
        return .applications(list)
      }
    }
    if case .applications(let list) = screen {
      return [
        .load(.applications(list.query(acting, .first), generation: list.generation)),
        .load(.waiting(acting.id)),
      ]
    }
    return reload()
  }

  private mutating func pop() -> [Effect] {
    guard let stack = stacks[section], stack.count > 1 else {
      if let effects = clearKeptFilter() { return effects }
      message = Message(
        kind: .note, text: "Nothing to go back to here; \(keyName(.quit)) leaves the program")
      return []
    }
    stacks[section] = stack.dropLast()
    return reload()
  }

  /// Shows the whole list again where a filter was kept; `nil` where none is.
  private mutating func clearKeptFilter() -> [Effect]? {
    let isFiltered =
      switch screen {
      case .applications(let list): !list.filter.isEmpty
      case .people(let list): !list.filter.isEmpty
      default: false
      }
    guard isFiltered else { return nil }
    changeFilter { $0 = LineEditor(limit: $0.limit) }
    let effects = typeInFilter(.escape)
    message = Message(kind: .note, text: "The filter is cleared: this is the whole list")
    return effects ?? []
  }

  mutating func go(to section: Section) -> [Effect] {
    if section == .exchange { suggestExchange() }
    // Pressed again, the section's key leads out of what is open in it.
    if section == self.section, let first = stacks[section]?.first { stacks[section] = [first] }
    if section != self.section {
      refused = nil
      beginAnew(section)
    }
    self.section = section
    return reload()
  }

  /// What is not kept of a section that one comes to: the field in focus of 4 Exchange, since the same keys
  /// fill it each time; the row of 7 Activity, since what is new stands at the top.
  private mutating func beginAnew(_ section: Section) {
    switch stacks[section]?.last {
    case .exchange(var exchange):
      exchange.focus = .user
      stacks[section]?.removeLast()
      stacks[section]?.append(.exchange(exchange))
    case .activity(var activity):
      activity.window.scroll.select(0, height: 1)
      stacks[section]?.removeLast()
      stacks[section]?.append(.activity(activity))
    default: return
    }
  }

  mutating func say(_ failure: PortalFailure) {
    if let refusal = failure.refusal { return refuse(refusal) }
    message = Message(
      kind: .refused, text: failure.explanation.what, explanation: failure.explanation)
  }
}
