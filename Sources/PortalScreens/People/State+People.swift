import PortalModel
import TerminalKit

extension State {
  /// Takes what was read of people and groups to the screens that show it.
  mutating func take(_ loaded: PeopleLoaded) -> [Effect] {
    switch loaded {
    case .list(let page, let query, let generation):
      let context = self.context
      return updatePeople { screen in
        guard case .people(var list) = screen else { return [] }
        let steps = list.loaded(page, query, generation: generation, context)
        screen = .people(list)
        return steps
      }
    case .person(let id, let detail):
      return updatePeople { screen in
        switch screen {
        case .people(var list) where list.list.selected?.id == id.text:
          list.person = detail
          screen = .people(list)
        case .person(var page) where page.id == id:
          let steps = page.loaded(detail)
          screen = .person(page)
          return steps
        default: break
        }
        return []
      }
    case .roles(let page, let query, let generation):
      let height = PersonScreen.rolesHeight(body)
      return updatePeople { screen in
        guard case .person(var person) = screen, person.id == query.person,
          person.effectiveSignIn == query.signIn, person.includesOpen == query.includesOpen
        else { return [] }
        person.roles.loaded(page, query.position, generation: generation, height: height)
        screen = .person(person)
        return []
      }
    case .group, .members, .groupRoles: return takeGroup(loaded)
    }
  }

  private mutating func takeGroup(_ loaded: PeopleLoaded) -> [Effect] {
    let height = PersonScreen.height(body)
    return updatePeople { screen in
      switch (loaded, screen) {
      case (.group(let id, let detail), .people(var list)) where list.list.selected?.id == id.text:
        list.group = detail
        screen = .people(list)
      case (.group(let id, let detail), .group(var page)) where page.id == id:
        page.loaded(detail)
        screen = .group(page)
      case (.members(let rows, let query, let generation), .group(var page))
      where page.id == query.group:
        page.members.loaded(rows, query.position, generation: generation, height: height)
        screen = .group(page)
      case (.groupRoles(let rows, let query, let generation), .group(var page))
      where page.id == query.group:
        page.roles.loaded(rows, query.position, generation: generation, height: height)
        screen = .group(page)
      default: break
      }
      return []
    }
  }

  /// Changes every screen that wants to be changed, and carries out what they ask for.
  mutating func updatePeople(_ change: (inout Screen) -> [Step]) -> [Effect] {
    var steps: [Step] = []
    for section in Section.allCases {
      guard let stack = stacks[section] else { continue }
      stacks[section] = stack.map { screen in
        var screen = screen
        steps += change(&screen)
        return screen
      }
    }
    return apply(steps)
  }

  /// A picked person or group goes where it was asked for.
  mutating func join(_ row: PickerRow, _ purpose: PickerPurpose) -> [Effect] {
    let command: PortalCommand
    switch purpose {
    case .joinGroup(let member):
      guard let group = try? GroupIdentifier(row.id) else { return [] }
      command = .addMember(member, to: group)
    case .addMember(let group):
      guard let person = try? IdentityIdentifier(row.id) else { return [] }
      command = .addMember(.identity(person), to: group)
    case .nestGroup(let outer):
      guard let inner = try? GroupIdentifier(row.id) else { return [] }
      command = .addMember(.group(inner), to: outer)
    default: return []
    }
    return [.perform(command, as: acting.id)]
  }
}

extension Step {
  static func people(_ load: PeopleLoad) -> Step { .effect(.load(.people(load))) }
}
