import PortalModel
import TerminalKit

/// One person: account, groups, applications, and roles everywhere with the reason for each.
struct PersonScreen: Hashable, Encodable, Sendable {
  enum Tab: Int, CaseIterable, Encodable, Sendable {
    case account, groups, applications, roles

    var title: String {
      switch self {
      case .account: "Account"
      case .groups: "Groups"
      case .applications: "Applications owned"
      case .roles: "Roles"
      }
    }

    var context: ActionContext {
      switch self {
      case .account: .personAccount
      case .groups: .personGroups
      case .applications: .personApplications
      case .roles: .personRoles
      }
    }
  }

  var id: IdentityIdentifier
  var tab = Tab.account
  var detail: PersonDetail?
  /// It was asked for and is not there any more.
  var isGone = false
  /// How they signed in, for the roles; `nil` for the way the account does by default.
  var signIn: SignIn?
  var includesOpen = true
  var tree: GroupTree?
  var groups = ListScroll()
  var applications = ListScroll()
  var roles = PagedList<PersonRole>()
  var pane = TextPane()

  static let pageSize = 60

  /// The steps that lead to a person's page.
  static func open(_ id: IdentityIdentifier, _ context: ScreenContext) -> [Step] {
    var screen = PersonScreen(id: id)
    if context.acting.id == id { screen.signIn = context.acting.signIn }
    return [.push(.person(screen)), .people(.person(id))]
  }

  var effectiveSignIn: SignIn? { signIn ?? detail?.identity.defaultSignIn }

  var selectedGroup: GroupTree.Row? {
    guard let tree, let row = groups.selection, tree.rows.indices.contains(row) else { return nil }
    return tree.rows[row]
  }

  var selectedApplication: PersonDetail.OwnedApplication? {
    guard let detail, let row = applications.selection, detail.owned.indices.contains(row) else {
      return nil
    }
    return detail.owned[row]
  }

  func readRoles(_ position: KeyPosition) -> [Step] {
    guard let signIn = effectiveSignIn else { return [] }
    return [
      .people(
        .roles(
          PersonRolesQuery(
            person: id, signIn: signIn, includesOpen: includesOpen, position: position,
            limit: Self.pageSize), generation: roles.generation))
    ]
  }

  func reload() -> [Step] {
    [.people(.person(id))] + (tab == .roles ? readRoles(roles.here) : [])
  }

  /// Takes what was read; roles are asked for once it is known how the account signs in.
  mutating func loaded(_ detail: PersonDetail?) -> [Step] {
    self.detail = detail
    isGone = detail == nil
    guard let detail else { return [] }
    let tree = GroupTree(of: .identity(id), memberships: detail.memberships)
    self.tree = tree
    groups.setCount(tree.rows.count)
    applications.setCount(detail.owned.count)
    return tab == .roles && !roles.isRead ? readRoles(.first) : []
  }

  mutating func turn(by step: Int) -> [Step] {
    let count = Tab.allCases.count
    return show(Tab(rawValue: (tab.rawValue + step + count) % count) ?? .account)
  }

  mutating func show(_ tab: Tab) -> [Step] {
    self.tab = tab
    pane = TextPane()
    return tab == .roles ? readRoles(roles.here) : []
  }

  mutating func signedIn(_ signIn: SignIn) -> [Step] {
    self.signIn = signIn
    roles.restart()
    return readRoles(.first)
  }

  mutating func move(_ key: Key, _ context: ScreenContext) -> [Step]? {
    let height = Self.height(context.body)
    switch tab {
    case .account:
      let size = Size(columns: context.body.columns - 2, rows: max(1, context.body.rows - 3))
      return pane.handle(key, size: size) ? [] : nil
    case .groups: return groups.handle(key, height: height) ? [] : nil
    case .applications: return applications.handle(key, height: height) ? [] : nil
    case .roles:
      return roles.move(key, height: Self.rolesHeight(context.body)).map {
        $0.reads.map(readRoles) ?? []
      }
    }
  }

  /// The rows of a list on the page: heading, tabs, a blank row and the header go first.
  static func height(_ body: Rect) -> Int { room(body).height }

  /// The room of a list on a page with heading and tabs.
  static func room(_ body: Rect) -> TableRoom { TableRoom(PageHead.rest(body)) }

  /// The rows of the list of roles: less what stands over and under it.
  static func rolesHeight(_ body: Rect) -> Int { rolesRoom(body).height }

  private static func rolesRoom(_ body: Rect) -> TableRoom {
    TableRoom(rolesRects(PageHead.rest(body)).table)
  }
}
