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

  /// Lets the page of people or groups that is open answer to an action; `nil` on any other.
  mutating func performInPeople(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    withPeoplePage { page in page.perform(action, context) }
  }

  /// The same for a key that moves.
  mutating func moveInPeople(_ key: Key, _ context: ScreenContext) -> [Step]? {
    withPeoplePage { page in page.move(key, context) }
  }

  private mutating func withPeoplePage(
    _ answer: (inout any PeoplePage) -> [Step]?
  ) -> [Step]? {
    guard var page = screen.peoplePage else { return nil }
    let steps = answer(&page)
    screen = page.screen
    return steps
  }
}

/// A page of 3 People: the list, a person, or a group.
private protocol PeoplePage {
  /// The page as the screen that is open.
  var screen: Screen { get }
  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]?
  mutating func move(_ key: Key, _ context: ScreenContext) -> [Step]?
}

extension PeopleScreen: PeoplePage { fileprivate var screen: Screen { .people(self) } }
extension PersonScreen: PeoplePage { fileprivate var screen: Screen { .person(self) } }
extension GroupScreen: PeoplePage { fileprivate var screen: Screen { .group(self) } }

extension Screen {
  fileprivate var peoplePage: (any PeoplePage)? {
    switch self {
    case .people(let page): page
    case .person(let page): page
    case .group(let page): page
    default: nil
    }
  }
}
