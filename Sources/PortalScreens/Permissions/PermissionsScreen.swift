import PortalModel
import TerminalKit

/// "Token exchange permissions" of one application: the heart of the portal.
struct PermissionsScreen: Hashable, Encodable, Sendable {
  enum Side: Hashable, Encodable, Sendable { case allowed, granted }

  var id: ApplicationIdentifier
  var lists: PermissionLists?
  var detail: ApplicationDetail?
  var side = Side.allowed
  var allowed = ListScroll()
  var granted = ListScroll()
  /// It is as it was left: the side stays, whatever waits on the other.
  var isRecalled = false
  /// The direction to stand on when the lists come.
  var wanted: ExchangeDirection?

  var selected: PermissionRow? {
    guard let lists else { return nil }
    switch side {
    case .allowed: return allowed.selection.map { lists.allowed[$0] }
    case .granted: return granted.selection.map { lists.granted[$0] }
    }
  }

  mutating func loaded(_ lists: PermissionLists) {
    let isFirst = self.lists == nil && !isRecalled
    self.lists = lists
    allowed.setCount(lists.allowed.count)
    granted.setCount(lists.granted.count)
    if let wanted, let row = lists.allowed.firstIndex(where: { $0.permission.direction == wanted })
    {
      allowed.select(row, height: 1)
    }
    guard wanted == nil else {
      wanted = nil
      return
    }
    // Whoever comes to decide wants to stand on what waits for a decision.
    if isFirst, let row = lists.granted.firstIndex(where: { $0.permission.state == .pending }) {
      side = .granted
      granted.select(row, height: 1)
    } else if isFirst, lists.allowed.isEmpty, !lists.granted.isEmpty {
      side = .granted
    }
  }

  func perform(_ action: ActionID, _ context: ScreenContext) -> [Step]? {
    switch action {
    case .requestExchange:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Request token exchange permission",
              label: "Exchange tokens of \(id) toward which application?",
              kind: .application, purpose: .requestTarget(source: id))))
      ]
    case .grantExchange:
      return [
        .open(
          .picker(
            PickerDialog(
              title: "Grant token exchange permission",
              label: "Which application may exchange its tokens for \(id)?",
              kind: .application, purpose: .grantSource(target: id))))
      ]
    case .approve, .reject, .revoke, .withdraw, .history:
      guard let selected else { return nil }
      return decide(action, selected, context)
    default: return nil
    }
  }

  mutating func otherPane() {
    side = side == .allowed ? .granted : .allowed
  }

  mutating func move(_ key: Key, _ context: ScreenContext) -> Bool {
    let height = Self.tableRoom(context.body).height
    switch side {
    case .allowed: return allowed.handle(key, height: height)
    case .granted: return granted.handle(key, height: height)
    }
  }
}

/// The steps for a request: the words that go with it, and what would become of it.
func ask(_ direction: ExchangeDirection, as person: IdentityIdentifier) -> [Step] {
  [
    .open(.prompt(PromptDialog(justifying: direction))), .load(.outlook(direction, by: person)),
  ]
}

/// The steps for a decision on one permission, from whatever screen.
func decide(_ action: ActionID, _ row: PermissionRow, _ context: ScreenContext) -> [Step]? {
  let direction = row.permission.direction
  switch action {
  case .approve:
    return [.effect(.perform(.approveExchange(direction), as: context.acting.id))]
  case .reject:
    return [
      .open(
        .prompt(
          PromptDialog(
            title: "Reject the request of \(direction.source)",
            explanation: "\(row.permission.openedBy) is told why. A reason is needed.",
            label: "Reason", purpose: .rejection(direction), isRequired: true)))
    ]
  case .revoke:
    return [
      .open(
        .confirm(
          ConfirmDialog(
            title: "Revoke the permission of \(direction.source)",
            lines: [
              "\(direction.source) can no longer exchange tokens for \(direction.target).",
              "Tokens exchanged before stay valid until they expire.",
            ], verb: "Revoke", command: .revokeExchange(direction, reason: ""))))
    ]
  case .withdraw:
    return [
      .open(
        .confirm(
          ConfirmDialog(
            title: "Withdraw the request toward \(direction.target)",
            lines: ["\(row.deciders.owner) no longer has to decide. You can ask again."],
            verb: "Withdraw", command: .withdrawExchange(direction))))
    ]
  case .history, .requestHistory: return [.load(.history(direction))]
  case .requestExchange: return ask(direction, as: context.acting.id)
  case .requestDetails: return [.load(.request(direction, .details))]
  case .mail: return [.load(.request(direction, .mail))]
  default: return nil
  }
}
