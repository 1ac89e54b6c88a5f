import PortalModel
import TerminalKit

/// An application's page with its four tabs.
struct ApplicationScreen: Hashable, Encodable, Sendable {
  enum Tab: Int, CaseIterable, Encodable, Sendable {
    case details, registration, roles, memberships

    var title: String {
      switch self {
      case .details: "Application details"
      case .registration: "SSO Registration"
      case .roles: "Roles"
      case .memberships: "Group memberships"
      }
    }

    var context: ActionContext {
      switch self {
      case .details: .details
      case .registration: .registration
      case .roles: .roles
      case .memberships: .memberships
      }
    }
  }

  var id: ApplicationIdentifier
  var tab = Tab.details
  var detail: ApplicationDetail?
  /// It was asked for and is not there any more.
  var isGone = false
  var roles = ListScroll()
  /// A role that was added here and is not read yet: the cursor goes to it, for it is what comes next.
  var added: RoleIdentifier?
  var memberships = ListScroll()
  var pane = TextPane()
  /// The provider last gone to on the tab "SSO Registration".
  var chosenProvider = SSOProtocol.oidc

  var selectedRole: ApplicationDetail.RoleDetail? {
    guard let detail, let row = roles.selection, detail.roles.indices.contains(row) else {
      return nil
    }
    return detail.roles[row]
  }

  /// The steps that lead to an application's page.
  static func open(_ id: ApplicationIdentifier, tab: Tab = .details) -> [Step] {
    var screen = ApplicationScreen(id: id)
    screen.tab = tab
    return [.push(.application(screen)), .load(.application(id))]
  }

  mutating func loaded(_ detail: ApplicationDetail?) {
    self.detail = detail
    isGone = detail == nil
    roles.setCount(detail?.roles.count ?? 0)
    if let row = detail?.roles.firstIndex(where: { $0.role.id == added }) {
      roles.select(row, height: 1)
      added = nil
    }
    memberships.setCount(detail?.memberships.count ?? 0)
  }

  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .previousTab: return turn(by: -1)
    case .nextTab: return turn(by: 1)
    case .permissions:
      return [
        .push(.permissions(PermissionsScreen(id: id))), .load(.permissions(id)),
        .load(.application(id)),
      ]
    case .deleteApplication, .editApplication, .transferApplication, .acceptOwnership,
      .declineOwnership, .withdrawOwnership, .blockApplication, .editRegistration, .advanced,
      .roleHolders, .deleteRegistration, .deleteRole:
      return manage(action, context)
    case .addRegistration:
      return addRegistration()
    case .otherProvider: return otherProvider()
    case .open, .joinGroup, .leaveGroup: return manageMemberships(action)
    case .showSecret: return [.load(.secret(id, by: context.acting.id))]
    case .regenerateSecret:
      return [.open(.confirm(ConfirmDialog(.regenerateSecret(id), Consequences(of: []))))]
    case .addRole: return [.open(.form(.role(of: id)))]
    case .editRole:
      guard let role = selectedRole?.role else { return nil }
      return [.open(.form(.role(editing: role)))]
    case .linkedGroups:
      guard let role = selectedRole else { return nil }
      return [.push(.linkedGroups(LinkedGroupsScreen(application: id, role: role.role.id)))]
        + [.load(.application(id))]
    default: return nil
    }
  }

  mutating func move(_ key: Key, _ context: ScreenContext) -> Bool {
    let height = max(1, context.body.rows - 4)
    switch tab {
    case .details, .registration:
      return pane.handle(
        key, size: Size(columns: context.body.columns - 2, rows: max(1, context.body.rows - 3)))
    case .roles: return roles.handle(key, height: height)
    case .memberships: return memberships.handle(key, height: height)
    }
  }

  private mutating func turn(by step: Int) -> [Step] {
    let count = Tab.allCases.count
    show(Tab(rawValue: (tab.rawValue + step + count) % count) ?? .details)
    return []
  }

  mutating func show(_ tab: Tab) {
    self.tab = tab
    pane = TextPane()
  }
}

/// "Linked Groups" of one role.
struct LinkedGroupsScreen: Hashable, Encodable, Sendable {
  var application: ApplicationIdentifier
  var role: RoleIdentifier
  var groups: [Group]?
  var scroll = ListScroll()

  var selected: Group? {
    guard let groups, let row = scroll.selection, groups.indices.contains(row) else { return nil }
    return groups[row]
  }

  mutating func loaded(_ detail: ApplicationDetail?) {
    groups = detail?.roles.first { $0.role.id == role }?.groups ?? []
    scroll.setCount(groups?.count ?? 0)
  }

  func perform(_ action: ActionID) -> [Step]? {
    switch action {
    case .linkGroup:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Link a group to \(role)", label: "Search by group identifier:",
              kind: .group, purpose: .linkGroup(application, role))))
      ]
    case .unlinkGroup:
      guard let selected else { return nil }
      return [
        .open(
          .confirm(
            ConfirmDialog(
              title: "Take \(selected.id) off \(role)",
              lines: ["Its members no longer have the role by way of this group."],
              verb: "Unlink",
              command: .unlinkGroup(
                RoleLink(application: application, role: role, group: selected.id)))))
      ]
    default: return nil
    }
  }
}
