import PortalModel
import TerminalKit

/// What a click changes on a screen.
extension State {
  /// Shows one of the views of the page.
  mutating func show(tab index: Int) -> [Effect] {
    switch screen {
    case .applications(let list):
      return (index == 1) == list.showsAll ? [] : invoke(.scope)
    case .people(let people):
      return (index == 1) == (people.kind == .groups) ? [] : invoke(.otherPane)
    case .map(let map): return (index == 1) == map.showsTree ? [] : invoke(.mapMode)
    case .permissions(let permissions):
      return (index == 1) == (permissions.side == .granted) ? [] : invoke(.otherPane)
    case .application(var page):
      page.show(ApplicationScreen.Tab(rawValue: index) ?? page.tab)
      screen = .application(page)
    case .person(var person):
      let steps = person.show(PersonScreen.Tab(rawValue: index) ?? person.tab)
      screen = .person(person)
      return apply(steps)
    case .group(var group):
      let steps = group.show(GroupScreen.Tab(rawValue: index) ?? group.tab)
      screen = .group(group)
      return apply(steps)
    case .tokens(var tokens):
      tokens.show(index)
      screen = .tokens(tokens)
    case .linkedGroups, .requests, .holders, .exchange, .activity: return []
    }
    return []
  }

  /// Puts a row that is seen under the cursor, and reads what stands beside it.
  mutating func select(_ row: Int, list: Int, inView rows: Range<Int>) -> [Effect] {
    let context = self.context
    var steps: [Step] = []
    switch screen {
    case .applications(var page):
      page.window.scroll.select(row, inView: rows)
      steps = page.extend(context) + page.loadDetail(context)
      screen = .applications(page)
    case .application(var page):
      switch page.tab {
      case .roles: page.roles.select(row, inView: rows)
      case .memberships: page.memberships.select(row, inView: rows)
      case .registration:
        page.chosenProvider = page.providers[safe: row] ?? page.chosenProvider
      case .details: break
      }
      screen = .application(page)
    case .linkedGroups(var page):
      page.scroll.select(row, inView: rows)
      screen = .linkedGroups(page)
    case .permissions(var page):
      page.side = list == 0 ? .allowed : .granted
      if list == 0 {
        page.allowed.select(row, inView: rows)
      } else {
        page.granted.select(row, inView: rows)
      }
      screen = .permissions(page)
    case .requests(var page):
      page.scroll.select(row, inView: rows)
      screen = .requests(page)
    case .people(var page):
      page.list.select(row, inView: rows)
      steps = page.loadDetail(context)
      screen = .people(page)
    case .person(var page):
      page.select(row, inView: rows)
      screen = .person(page)
    case .group(var page):
      page.select(row, inView: rows)
      screen = .group(page)
    case .map(var page):
      if page.showsTree {
        page.tree.select(row, inView: rows)
      } else {
        page.down.select(row, inView: rows)
        steps = page.readPaths()
      }
      screen = .map(page)
    case .holders(var page):
      page.scroll.select(row, inView: rows)
      screen = .holders(page)
    case .activity(var page):
      page.window.scroll.select(row, inView: rows)
      screen = .activity(page)
    case .exchange, .tokens: return []
    }
    return apply(steps)
  }

  /// A click anywhere but in the filter ends typing there.
  mutating func leaveFilter(unlessIn target: Target) {
    if case .text = target { return }
    switch screen {
    case .applications(var list):
      list.isFiltering = false
      screen = .applications(list)
    case .people(var list):
      list.isFiltering = false
      screen = .people(list)
    default: return
    }
  }

  /// Changes the filter of the list in view, which has the focus then.
  mutating func changeFilter(_ change: (inout LineEditor) -> Void) {
    switch screen {
    case .applications(var list):
      list.isFiltering = true
      change(&list.filter)
      screen = .applications(list)
    case .people(var list):
      list.isFiltering = true
      change(&list.filter)
      screen = .people(list)
    default: return
    }
  }
}

extension PersonScreen {
  mutating func select(_ row: Int, inView rows: Range<Int>) {
    switch tab {
    case .account: return
    case .groups: groups.select(row, inView: rows)
    case .applications: applications.select(row, inView: rows)
    case .roles: roles.select(row, inView: rows)
    }
  }
}

extension GroupScreen {
  mutating func select(_ row: Int, inView rows: Range<Int>) {
    switch tab {
    case .members: members.select(row, inView: rows)
    case .roles: roles.select(row, inView: rows)
    case .above: above.select(row, inView: rows)
    case .details: return
    }
  }
}

extension FormDialog {
  /// Goes to a field by its place; the one that is left shows its problem from now on.
  mutating func goTo(_ index: Int) {
    if index != focus, let focused { touched.insert(focused.id) }
    focus = index
  }

  /// Changes the text of the focused field, where it has one.
  mutating func changeEditor(_ change: (inout LineEditor) -> Void) {
    switch focused?.kind {
    case .text(var editor, let placeholder):
      change(&editor)
      fields[focus].kind = .text(editor, placeholder: placeholder)
    case .addresses(let list, var editor):
      change(&editor)
      fields[focus].kind = .addresses(list, editor)
    case .choice, .check, .reference, .metadata, .button, .fixed, nil: return
    }
  }
}
