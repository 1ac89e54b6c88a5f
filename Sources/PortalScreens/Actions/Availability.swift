import PortalModel
import TerminalKit

/// Whether an action can be done now, or why not and what would make it possible.
enum Availability: Hashable, Sendable {
  case possible
  case impossible(String)
}

extension State {
  /// The contexts whose keys work now, the nearest first.
  var contexts: [ActionContext] {
    switch screen {
    case .applications: [.applications, .everywhere]
    case .application(let screen): [screen.tab.context, .application, .everywhere]
    case .linkedGroups: [.linkedGroups, .everywhere]
    case .permissions: [.permissions, .everywhere]
    case .requests: [.requests, .everywhere]
    case .people: [.people, .everywhere]
    case .person(let screen): [screen.tab.context, .person, .everywhere]
    case .group(let screen): [screen.tab.context, .group, .everywhere]
    case .exchange: [.exchange, .everywhere]
    case .map: [.map, .everywhere]
    case .holders: [.holders, .everywhere]
    case .tokens: [.tokens, .everywhere]
    case .activity: [.activity, .everywhere]
    }
  }

  /// Whether an action can be done now. The model has the last word: this only spares a person
  /// what cannot come out well, and says why.
  func availability(of action: ActionID) -> Availability {
    if action == .repair { return repairAvailability }
    if action == .copy {
      return copyable == nil ? .impossible("There is nothing under the cursor to copy") : .possible
    }
    return switch screen {
    case .application(let screen):
      screen.availability(of: action, acting.id) ?? screen.availability(of: action)
    case .linkedGroups(let screen):
      action == .unlinkGroup && screen.selected == nil
        ? .impossible("There is no linked group under the cursor; \(keyName(.linkGroup)) links one")
        : .possible
    case .permissions(let screen):
      screen.foreignDecision(action, acting.id)
        ?? decision(action, on: screen.selected, none: screen.noneHint)
    case .requests(let screen) where action == .otherPane && !screen.hasOtherPart:
      .impossible("The other lists are empty: there is nothing to go to")
    case .requests(let screen):
      screen.offerAvailability(action, acting.id) ?? screen.askingAvailability(action)
        ?? decision(
          action, on: screen.selected?.row.round,
          none: "There is no request here; one is sent from an application's permissions "
            + "(\(keyName(.permissions)))")
    case .exchange(let screen): screen.availability(of: action)
    case .people(let screen):
      action == .open && screen.list.selected == nil
        ? .impossible(screen.emptyHint) : .possible
    case .person(let screen): screen.availability(of: action)
    case .group(let screen): screen.availability(of: action)
    case .map(let screen): screen.availability(of: action)
    case .holders(let screen): screen.availability(of: action)
    case .activity(let screen): screen.availability(of: action)
    case .applications, .tokens: .possible
    }
  }

  private func decision(
    _ action: ActionID, on row: PermissionRow?, none: String
  ) -> Availability {
    switch action {
    case .approve, .reject:
      guard let row else { return .impossible(none) }
      return row.permission.state == .pending
        ? .possible
        : .impossible("Only a pending request can be decided; this one is \(row.stateWords)")
    case .withdraw:
      guard let row else { return .impossible(none) }
      return row.permission.state == .pending
        ? .possible
        : .impossible("Only a pending request can be withdrawn; this one is \(row.stateWords)")
    case .revoke:
      guard let row else { return .impossible(none) }
      return row.permission.state == .granted
        ? .possible
        : .impossible("Only a granted permission can be revoked; this one is \(row.stateWords)")
    case .history, .requestHistory, .requestDetails, .mail:
      return row == nil ? .impossible(none) : .possible
    default: return .possible
    }
  }
}

extension PermissionRow {
  var stateWords: String {
    let by = permission.decidedBy.map { " by \($0)" } ?? ""
    return permission.state.label + by
  }
}

extension PermissionsScreen {
  /// A decision that belongs to the other side of a permission; `nil` where it does not.
  func foreignDecision(_ action: ActionID, _ person: IdentityIdentifier) -> Availability? {
    guard let selected else { return nil }
    let direction = selected.permission.direction
    switch (side, action) {
    case (.allowed, .approve), (.allowed, .reject), (.allowed, .revoke):
      let deciders = selected.deciders
      guard deciders.owner != person, deciders.administrators == nil else { return nil }
      return .impossible(
        "\(deciders.owner) decides for \(direction.target); \(keyName(.actAs)) lets you act as "
          + "\(deciders.owner)")
    case (.granted, .withdraw):
      return .impossible(
        "Only \(direction.source)'s side withdraws its request; \(keyName(.reject)) rejects it")
    default: return nil
    }
  }

  var noneHint: String {
    switch side {
    case .allowed:
      "There is no permission under the cursor; \(keyName(.requestExchange)) requests one"
    case .granted: "There is no permission under the cursor; \(keyName(.grantExchange)) grants one"
    }
  }
}

extension ApplicationScreen {
  func availability(of action: ActionID) -> Availability {
    guard detail != nil else {
      switch action {
      case .deleteApplication, .permissions, .addRegistration, .otherProvider, .showSecret,
        .regenerateSecret,
        .deleteRegistration, .addRole, .editRole, .deleteRole, .linkedGroups:
        return .impossible(
          isGone ? "\(id) is gone; \(keyName(.back)) goes back" : "\(id) is being read")
      default: return .possible
      }
    }
    switch action {
    case .editRole where selectedRole == nil, .deleteRole where selectedRole == nil,
      .linkedGroups where selectedRole == nil:
      return .impossible("There is no role under the cursor; \(keyName(.addRole)) adds one")
    default: return .possible
    }
  }
}
