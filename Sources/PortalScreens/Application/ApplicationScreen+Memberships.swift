import PortalModel
import TerminalKit

/// The tab "Group memberships": the groups that the application's own identity is in.
extension ApplicationScreen {
  var selectedMembership: Group? {
    guard let detail, let row = memberships.selection else { return nil }
    return detail.memberships[safe: row]
  }

  func manageMemberships(_ action: ActionID) -> [Step]? {
    guard let identity = detail?.application.identity else { return nil }
    switch action {
    case .open: return selectedMembership.map { GroupScreen.open($0.id) }
    case .joinGroup:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Put \(identity) into a group", label: "Search by group identifier:",
              kind: .group, purpose: .joinGroup(.identity(identity)))))
      ]
    case .leaveGroup:
      return selectedMembership.map { [.open(.confirm(.leaving(.identity(identity), $0.id)))] }
    default: return nil
    }
  }

  /// Why something cannot be done on the tab; `nil` where it can.
  func membershipObstacle(_ action: ActionID) -> String? {
    switch action {
    case .open, .leaveGroup:
      selectedMembership == nil
        ? "There is no group under the cursor; "
          + "\(keyName(.joinGroup)) puts the application's identity into one" : nil
    default: nil
    }
  }
}
