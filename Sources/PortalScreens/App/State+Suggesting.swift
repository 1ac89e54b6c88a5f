import PortalModel

extension State {
  /// Fills the fields of 4 Exchange that nobody has chosen yet with what one comes from: the person
  /// acted as, the application in view, and the other end of the permission under the cursor.
  ///
  /// What was chosen or is remembered stays.
  mutating func suggestExchange() {
    guard case .exchange(var exchange) = stacks[.exchange]?.last else { return }
    if exchange.user == nil, exchange.remembered == nil {
      exchange.user = acting.identity
      exchange.signIn = acting.signIn
    }
    if exchange.source == nil, exchange.target == nil, let direction = directionInView {
      exchange.source = direction.source
      exchange.target = direction.target
    }
    stacks[.exchange]?.removeLast()
    stacks[.exchange]?.append(.exchange(exchange))
  }

  /// From which application, and toward which, as 1 Applications shows it now.
  private var directionInView: (source: ApplicationIdentifier?, target: ApplicationIdentifier?)? {
    switch stacks[.applications]?.last {
    case .permissions(let screen):
      guard let direction = screen.selected?.permission.direction else { return (screen.id, nil) }
      return (direction.source, direction.target)
    case .application(let screen):
      return screen.detail?.registration == nil ? nil : (screen.id, nil)
    case .applications(let screen):
      guard let row = screen.selected, row.kind != nil else { return nil }
      return (row.id, nil)
    default: return nil
    }
  }
}

extension ExchangeScreen {
  /// After a choice: to the next field that has none, or else to the next that is chosen from a list.
  mutating func focusNext() {
    if user == nil {
      focus = .user
    } else if source == nil {
      focus = .source
    } else if target == nil {
      focus = .target
    } else {
      focus = focus == .user ? .source : .target
    }
  }
}
