import PortalModel

extension State {
  /// Fills the fields of 4 Exchange that nobody has chosen yet with what one comes from: the person
  /// acted as, the pair whose permission was given last or is under the cursor, and else the application
  /// in view.
  ///
  /// What was chosen by hand stays until it has been run. What is remembered from the last time gives
  /// way to a permission given since, and what has been run to the one under the cursor as well.
  mutating func suggestExchange() {
    guard case .exchange(var exchange) = stacks[.exchange]?.last else { return }
    if exchange.user == nil, exchange.remembered == nil {
      exchange.user = acting.identity
      exchange.signIn = acting.signIn
    }
    let given = permitted
    let pair =
      given
      ?? directionInView.flatMap { source, target in
        target.flatMap { target in source.map { ExchangeDirection(source: $0, target: target) } }
      }
    permitted = nil
    let isEmpty = exchange.source == nil && exchange.target == nil
    if isEmpty, pair == nil, let direction = directionInView {
      exchange.source = direction.source
    } else if let pair, pair != exchange.suggested, !exchange.isChosen,
      given != nil || exchange.isFinished
    {
      exchange.source = pair.source
      exchange.target = pair.target
      exchange.suggested = pair
    }
    stacks[.exchange]?.removeLast()
    stacks[.exchange]?.append(.exchange(exchange))
  }

  /// From which application, and toward which, as 2 Requests shows it where one comes from there, and
  /// else 1 Applications.
  private var directionInView: (source: ApplicationIdentifier?, target: ApplicationIdentifier?)? {
    if case .requests(let requests) = screen,
      let direction = requests.selected?.row.round?.permission.direction
    {
      return (direction.source, direction.target)
    }
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

  /// The fields are empty, or what they say has been run.
  fileprivate var isFinished: Bool {
    query == nil ? source == nil && target == nil : outcome?.query == query
  }
}
