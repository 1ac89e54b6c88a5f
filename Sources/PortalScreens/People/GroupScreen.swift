import PortalModel
import TerminalKit

/// One group: its members, the roles it gives, and the groups that it is in.
struct GroupScreen: Hashable, Encodable, Sendable {
  enum Tab: Int, CaseIterable, Encodable, Sendable {
    case members, roles, above, details

    var title: String {
      switch self {
      case .members: "Members"
      case .roles: "Roles it gives"
      case .above: "In groups"
      case .details: "Group details"
      }
    }

    var context: ActionContext {
      switch self {
      case .members: .groupMembers
      case .roles: .groupRoles
      case .above: .groupAbove
      case .details: .groupDetails
      }
    }
  }

  var id: GroupIdentifier
  var tab = Tab.members
  var detail: GroupDetail?
  var isGone = false
  var tree: GroupTree?
  var members = PagedList<GroupMember>()
  var roles = PagedList<GroupRole>()
  var above = ListScroll()
  var pane = TextPane()

  static let pageSize = 120
  static let rolesPageSize = 60

  /// The steps that lead to a group's page.
  static func open(_ id: GroupIdentifier) -> [Step] {
    let screen = GroupScreen(id: id)
    return [.push(.group(screen)), .people(.group(id)), screen.readMembers(.first)]
  }

  var selectedAbove: GroupTree.Row? {
    guard let tree, let row = above.selection, tree.rows.indices.contains(row) else { return nil }
    return tree.rows[row]
  }

  func readMembers(_ position: KeyPosition) -> Step {
    .people(
      .members(
        GroupQuery(group: id, position: position, limit: Self.pageSize),
        generation: members.generation))
  }

  func readRoles(_ position: KeyPosition) -> Step {
    .people(
      .groupRoles(
        GroupQuery(group: id, position: position, limit: Self.rolesPageSize),
        generation: roles.generation))
  }

  func reload() -> [Step] {
    [.people(.group(id)), readMembers(members.here)]
      + (tab == .roles ? [readRoles(roles.here)] : [])
  }

  mutating func loaded(_ detail: GroupDetail?) {
    self.detail = detail
    isGone = detail == nil
    let tree = GroupTree(of: .group(id), memberships: detail?.memberships ?? [])
    self.tree = tree
    above.setCount(tree.rows.count)
  }

  mutating func turn(by step: Int) -> [Step] {
    let count = Tab.allCases.count
    return show(Tab(rawValue: (tab.rawValue + step + count) % count) ?? .members)
  }

  mutating func show(_ tab: Tab) -> [Step] {
    self.tab = tab
    pane = TextPane()
    return tab == .roles ? [readRoles(roles.here)] : []
  }

  mutating func move(_ key: Key, _ context: ScreenContext) -> [Step]? {
    let height = PersonScreen.height(context.body)
    switch tab {
    case .members:
      return members.move(key, height: height).map { $0.reads.map { [readMembers($0)] } ?? [] }
    case .roles:
      return roles.move(key, height: height).map { $0.reads.map { [readRoles($0)] } ?? [] }
    case .above: return above.handle(key, height: height) ? [] : nil
    case .details:
      let size = Size(columns: context.body.columns - 2, rows: max(1, context.body.rows - 3))
      return pane.handle(key, size: size) ? [] : nil
    }
  }
}
