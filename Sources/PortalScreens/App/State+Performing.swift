import TerminalKit

/// Gives actions and keys to the screen in view.
extension State {
  /// Starts an action that is the screen's own.
  mutating func perform(_ action: ActionID) -> [Effect] {
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
}
