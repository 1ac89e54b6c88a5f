import PortalModel

extension State {
  /// Whether the rules would refuse an action for who acts: hints leave it out. It can be tried all the
  /// same, since the refusal says who may, and offers to do it as them.
  func isForOthers(_ action: ActionID) -> Bool {
    if case .requests(let page) = screen, let (part, row) = page.selected, let round = row.round {
      return page.isForOthers(action, round, in: part, acting.id)
    }
    if case .permissions(let page) = screen, page.side == .allowed, let row = page.selected,
      action == .approve || action == .reject
    {
      // The other side decides, and has a list of its own for that.
      return row.deciders.owner != acting.id
    }
    guard let (application, managers) = managers(for: action), managers.owner != acting.id else {
      return false
    }
    guard managers.administrators != nil else { return true }
    // Who is in the administrators group is looked up; until it is known, nothing is left out.
    guard let managing, managing.application == application, managing.person == acting.id else {
      return false
    }
    return !managing.isManager
  }

  /// Asks whether who acts is among the administrators of the application whose page is in view.
  func askWhoManages(_ detail: ApplicationDetail) -> [Effect] {
    let application = detail.application
    let isInView =
      switch screen {
      case .application(let page): page.id == application.id
      case .permissions(let page): page.id == application.id
      default: false
      }
    guard isInView, application.administrators != nil, application.owner != acting.id else {
      return []
    }
    return [.load(.managing(application.id, by: acting.id))]
  }

  /// Whose application an action is about, and who manages that; `nil` where everybody may do it.
  private func managers(for action: ActionID) -> (ApplicationIdentifier, Managers)? {
    switch screen {
    case .application(let page):
      return page.isManaging(action) ? page.detail.map { (page.id, $0.managers) } : nil
    case .permissions(let page):
      switch action {
      case .requestExchange, .grantExchange, .withdraw:
        return page.detail.map { (page.id, $0.managers) }
      case .approve, .reject, .revoke:
        return page.selected.map { ($0.permission.direction.target, $0.deciders) }
      default: return nil
      }
    case .applications, .linkedGroups, .requests, .people, .person, .group, .map, .holders,
      .exchange, .tokens, .activity:
      return nil
    }
  }
}

/// Whether a person manages an application, as it was looked up.
struct Managing: Hashable, Encodable, Sendable {
  var application: ApplicationIdentifier
  var person: IdentityIdentifier
  var isManager: Bool
}

extension RequestsScreen {
  /// The parts say whose a request is: what waits for somebody is theirs to decide, and nothing else.
  fileprivate func isForOthers(
    _ action: ActionID, _ round: PermissionRow, in part: Part, _ person: IdentityIdentifier
  ) -> Bool {
    switch action {
    case .approve, .reject: part != .waiting
    case .withdraw: part == .waiting
    case .requestExchange: round.permission.openedBy != person
    default: false
    }
  }
}

extension State {
  /// Whom one would act as next: who is shown, or who manages or decides what is under the cursor.
  var personInView: IdentityIdentifier? {
    let person: IdentityIdentifier? =
      switch screen {
      case .person(let page): page.id
      case .people(let list):
        list.kind == .identities
          ? list.list.selected.flatMap { try? IdentityIdentifier($0.id) } : nil
      case .permissions(let page): page.selected?.deciders.owner
      case .requests(let page):
        page.selected?.row.round?.deciders.owner ?? page.selected?.row.offer?.to
      case .application(let page): page.detail?.application.owner
      case .applications(let list): list.selected?.owner
      case .linkedGroups, .group, .map, .holders, .exchange, .tokens, .activity: nil
      }
    return person == acting.id ? nil : person
  }
}

extension ApplicationDetail {
  fileprivate var managers: Managers { Managers(of: application) }
}

extension ApplicationScreen {
  /// What only the application's managers may do.
  fileprivate func isManaging(_ action: ActionID) -> Bool {
    switch action {
    case .deleteApplication, .editApplication, .transferApplication, .blockApplication,
      .addRegistration, .editRegistration, .deleteRegistration, .advanced, .showSecret,
      .regenerateSecret, .addRole, .editRole, .deleteRole:
      true
    default: false
    }
  }
}
