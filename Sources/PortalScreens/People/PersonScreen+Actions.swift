import PortalModel
import TerminalKit

extension PersonScreen {
  mutating func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .previousTab: return turn(by: -1)
    case .nextTab: return turn(by: 1)
    case .open: return open()
    case .enableIdentity:
      guard let identity = detail?.identity else { return nil }
      return [enabling(identity, context)]
    case .editIdentity: return detail.map { [.open(.form(.identity(editing: $0.identity)))] }
    case .deleteIdentity: return [.load(.preview(.deleteIdentity(id), by: context.acting.id))]
    case .departIdentity: return [.load(.preview(.departIdentity(id), by: context.acting.id))]
    case .signInAs:
      guard let signIn = effectiveSignIn else { return nil }
      return [
        .open(
          .signIn(
            SignInDialog(
              title: "How did \(id) sign in?", signIn: signIn, purpose: .exchange)))
      ]
    case .openRoles:
      includesOpen.toggle()
      roles.restart()
      return readRoles(.first)
        + [
          .note(
            includesOpen
              ? "Roles that apply to all users are shown too"
              : "Only roles that groups give are shown")
        ]
    case .joinGroup:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Put \(id) into a group", label: "Search by group identifier:",
              kind: .group, purpose: .joinGroup(.identity(id)))))
      ]
    case .leaveGroup:
      guard let row = selectedGroup, row.depth == 0 else { return nil }
      return [.open(.confirm(.leaving(.identity(id), row.group)))]
    default: return nil
    }
  }

  private func open() -> [Step]? {
    switch tab {
    case .account: return nil
    case .groups: return selectedGroup.map { GroupScreen.open($0.group) }
    case .applications: return selectedApplication.map { ApplicationScreen.open($0.id) }
    case .roles:
      return roles.selected.map { ApplicationScreen.open($0.finding.application, tab: .roles) }
    }
  }

  private func enabling(_ identity: Identity, _ context: ScreenContext) -> Step {
    let command = PortalCommand.enableIdentity(id, enabled: !identity.enabled)
    guard identity.enabled else { return .effect(.perform(command, as: context.acting.id)) }
    return .open(
      .confirm(
        ConfirmDialog(
          title: "Disable \(id)",
          lines: [
            "\(id) can no longer sign in, and gets no token.",
            "Applications, groups and requests stay as they are; \(keyName(.enableIdentity)) enables the account again.",
          ], verb: "Disable", command: command)))
  }

  func availability(of action: ActionID) -> Availability {
    switch action {
    case .enableIdentity, .signInAs, .joinGroup, .editIdentity, .deleteIdentity, .departIdentity:
      if let identity = detail?.identity {
        return identity.kind == .application && action != .signInAs && action != .joinGroup
          ? .impossible("\(id) is an application's own identity: it comes and goes with it")
          : .possible
      }
      return .impossible(
        isGone ? "\(id) is gone; \(keyName(.back)) goes back" : "\(id) is being read")
    case .leaveGroup:
      guard let row = selectedGroup else {
        return .impossible(
          "There is no group under the cursor; \(keyName(.joinGroup)) puts \(id) into one")
      }
      return row.depth == 0
        ? .possible
        : .impossible("\(id) is in \(row.group) through another group; leave that one instead")
    case .open:
      let isEmpty =
        switch tab {
        case .account: true
        case .groups: selectedGroup == nil
        case .applications: selectedApplication == nil
        case .roles: roles.selected == nil
        }
      return isEmpty ? .impossible("There is nothing under the cursor to open") : .possible
    default: return .possible
    }
  }
}

extension ConfirmDialog {
  /// Somebody is taken out of a group.
  static func leaving(_ member: Member, _ group: GroupIdentifier) -> ConfirmDialog {
    ConfirmDialog(
      title: "Take \(member.label) out of \(group)",
      lines: [
        "Roles that are given by way of \(group) are no longer given by it.",
        "Tokens issued before keep what they carry until they expire.",
      ], verb: "Take out", command: .removeMember(member, from: group))
  }
}
