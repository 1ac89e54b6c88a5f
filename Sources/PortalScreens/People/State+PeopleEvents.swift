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
}
