import PortalModel
import TerminalKit

extension State {
  /// The mouse: a click selects, a double click opens, the wheel scrolls; never needed.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    guard size.columns >= 40, size.rows >= 10 else { return [] }
    switch event.kind {
    case .wheelUp: return wheel(.up)
    case .wheelDown: return wheel(.down)
    case .release: return []
    case .press, .doubleClick: break
    }
    guard event.button == .left else { return [] }
    message = nil
    if event.point.row == size.rows - 1 { return clickFooter(event.point.column) }
    guard dialogs.isEmpty else { return clickInDialog(event) }
    if event.point.row == 1 { return clickSection(event.point.column) }
    return clickBody(event)
  }

  private mutating func wheel(_ key: Key) -> [Effect] {
    var effects: [Effect] = []
    for _ in 0..<3 { effects += handle(.key(key)) }
    return effects
  }

  private mutating func clickFooter(_ column: Int) -> [Effect] {
    if column >= size.columns - 8 {
      return dialogs.isEmpty ? invoke(.help) : pressInDialog(.function(1))
    }
    var start = 1
    for hint in shownHints {
      let end = start + hint.line.columns
      if (start..<end).contains(column) { return handle(.key(hint.key)) }
      start = end + 2
    }
    return []
  }

  private mutating func clickSection(_ column: Int) -> [Effect] {
    guard let section = SectionBar(self).section(at: column) else { return [] }
    return go(to: section)
  }

  private mutating func clickBody(_ event: MouseEvent) -> [Effect] {
    let line = event.point.row - body.row
    let isDouble = event.kind == .doubleClick
    switch screen {
    case .applications(var list):
      list.isFiltering = false
      let hit = list.window.scroll.click(line: line - 2, height: list.height(body))
      screen = .applications(list)
      guard hit else { return [] }
      return isDouble ? invoke(.open) : apply(list.loadDetail(context))
    case .application(var page):
      if line == 1 { return clickTab(event.point.column) }
      switch page.tab {
      case .roles:
        let room = PersonScreen.room(body)
        page.roles.click(line: room.line(at: event.point.row), height: room.height)
      case .memberships:
        let room = TableRoom(ApplicationScreen.membershipsRect(PageHead.rest(body)))
        page.memberships.click(
          line: room.line(at: event.point.row), height: room.height)
      case .details, .registration: return []
      }
      screen = .application(page)
      return isDouble && page.tab == .roles ? invoke(.linkedGroups) : []
    case .linkedGroups(var groups):
      groups.scroll.click(line: line - 3, height: max(1, body.rows - 3))
      screen = .linkedGroups(groups)
    case .permissions(var permissions):
      if body.columns >= 60 {
        permissions.side = event.point.column < body.columns / 2 ? .allowed : .granted
      }
      let room = PermissionsScreen.tableRoom(body)
      let row = room.line(at: event.point.row)
      switch permissions.side {
      case .allowed: permissions.allowed.click(line: row, height: room.height)
      case .granted: permissions.granted.click(line: row, height: room.height)
      }
      screen = .permissions(permissions)
      return isDouble && permissions.selected != nil ? invoke(.history) : []
    case .people, .person, .group: return clickInPeople(event)
    case .map: return clickOnMap(event)
    case .holders(var holders):
      let room = TableRoom(HoldersScreen.parts(body).rest)
      let hit = holders.scroll.click(
        line: room.line(at: event.point.row), height: room.height)
      screen = .holders(holders)
      return hit && isDouble ? invoke(.open) : []
    case .activity(var activity):
      let hit = activity.window.scroll.click(line: line - 2, height: activity.height(body))
      screen = .activity(activity)
      return hit && isDouble ? invoke(.explainRow) : []
    case .requests, .exchange, .tokens: return []
    }
    return []
  }

  private mutating func clickTab(_ column: Int) -> [Effect] {
    guard case .application(var page) = screen else { return [] }
    let hit = PageHead.tab(at: column, of: ApplicationScreen.Tab.allCases.map(\.title))
    if let tab = hit.flatMap(ApplicationScreen.Tab.init(rawValue:)) { page.tab = tab }
    screen = .application(page)
    return []
  }

  private mutating func clickInDialog(_ event: MouseEvent) -> [Effect] {
    guard case .picker(var picker) = dialogs.last else { return [] }
    let height = PickerDialog.listHeight(size)
    let top = Dialog.place(Dialog.room(size), in: size).row
    let hit = picker.scroll.click(line: event.point.row - top - 5, height: height)
    dialogs[dialogs.count - 1] = .picker(picker)
    return hit && event.kind == .doubleClick ? pressInDialog(.enter) : []
  }
}
