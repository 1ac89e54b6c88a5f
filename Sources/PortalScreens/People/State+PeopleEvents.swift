import PortalModel
import TerminalKit

extension State {
  /// Whether a filter has the focus, so that letters are text.
  var isFiltering: Bool {
    switch screen {
    case .applications(let list): list.isFiltering
    case .people(let list): list.isFiltering
    default: false
    }
  }

  mutating func performInPeople(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch screen {
    case .people(var list):
      let steps = list.perform(action, context)
      screen = .people(list)
      return steps
    case .person(var person):
      let steps = person.perform(action, context)
      screen = .person(person)
      return steps
    case .group(var group):
      let steps = group.perform(action, context)
      screen = .group(group)
      return steps
    default: return nil
    }
  }

  mutating func moveInPeople(_ key: Key, _ context: ScreenContext) -> [Step]? {
    switch screen {
    case .people(var list):
      let steps = list.move(key, context)
      screen = .people(list)
      return steps
    case .person(var person):
      let steps = person.move(key, context)
      screen = .person(person)
      return steps
    case .group(var group):
      let steps = group.move(key, context)
      screen = .group(group)
      return steps
    default: return nil
    }
  }

  mutating func clickInPeople(_ event: MouseEvent) -> [Effect] {
    let line = event.point.row - body.row
    let isDouble = event.kind == .doubleClick
    switch screen {
    case .people(var list):
      list.isFiltering = false
      let hit = list.list.click(line: line - 2, height: list.height(body))
      screen = .people(list)
      guard hit else { return [] }
      return isDouble ? invoke(.open) : apply(list.loadDetail(context))
    case .person(var person):
      if line == 1 {
        guard
          let hit = PageHead.tab(
            at: event.point.column, of: PersonScreen.Tab.allCases.map(\.title)),
          let tab = PersonScreen.Tab(rawValue: hit)
        else { return [] }
        let steps = person.show(tab)
        screen = .person(person)
        return apply(steps)
      }
      let hit = person.click(line: line, body: body)
      screen = .person(person)
      return hit && isDouble ? invoke(.open) : []
    case .group(var group):
      if line == 1 {
        guard
          let hit = PageHead.tab(at: event.point.column, of: GroupScreen.Tab.allCases.map(\.title)),
          let tab = GroupScreen.Tab(rawValue: hit)
        else { return [] }
        let steps = group.show(tab)
        screen = .group(group)
        return apply(steps)
      }
      let hit = group.click(line: line, body: body)
      screen = .group(group)
      return hit && isDouble ? invoke(.open) : []
    default: return []
    }
  }
}
