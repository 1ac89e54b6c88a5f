extension Rules {
  func request(_ direction: ExchangeDirection, _ justification: String) throws -> [Change] {
    _ = try requireManaged(direction.source)
    let target = try requireOpen(direction)
    try require(justification, .justification, maximum: FieldLimit.text)
    let newest = try requireNoLiveRound(direction)
    let automatic = try manages(actor, target, facts: facts)
    return [
      .insertPermission(
        ExchangePermission(
          direction: direction, round: (newest?.round ?? 0) + 1,
          state: automatic ? .granted : .pending, origin: automatic ? .automatic : .requested,
          openedBy: actor, openedAt: now, justification: justification,
          decidedBy: automatic ? actor : nil, decidedAt: automatic ? now : nil))
    ]
  }

  func withdraw(_ direction: ExchangeDirection) throws -> [Change] {
    _ = try requireManaged(direction.source)
    return try decided(pending(direction), as: .withdrawn)
  }

  func approve(_ direction: ExchangeDirection) throws -> [Change] {
    _ = try requireManaged(direction.target)
    let round = try pending(direction)
    _ = try requireOpen(direction)
    return decided(round, as: .granted)
  }

  func reject(_ direction: ExchangeDirection, _ reason: String) throws -> [Change] {
    _ = try requireManaged(direction.target)
    let round = try pending(direction)
    guard !reason.allSatisfy(\.isWhitespace) else { throw Refusal.reasonMissing }
    try require(reason, .reason, maximum: FieldLimit.text)
    return decided(round, as: .rejected, reason: reason)
  }

  func grant(_ direction: ExchangeDirection) throws -> [Change] {
    _ = try requireManaged(direction.target)
    _ = try requireOpen(direction)
    // Granting what was asked for answers the request (invented).
    if let newest = try facts.permission(direction), newest.state == .pending {
      return decided(newest, as: .granted)
    }
    let newest = try requireNoLiveRound(direction)
    return [
      .insertPermission(
        ExchangePermission(
          direction: direction, round: (newest?.round ?? 0) + 1, state: .granted,
          origin: .granted, openedBy: actor, openedAt: now, decidedBy: actor, decidedAt: now))
    ]
  }

  func revoke(_ direction: ExchangeDirection, _ reason: String) throws -> [Change] {
    _ = try requireManaged(direction.target)
    guard let newest = try facts.permission(direction), newest.state == .granted else {
      throw Refusal.notGranted(direction, newest: try facts.permission(direction))
    }
    try require(reason, .reason, maximum: FieldLimit.text)
    return decided(newest, as: .revoked, reason: reason)
  }

  /// Both ends must exist, be different, be registered clients and not be blocked (all but the
  /// first two invented: the service needs both clients, the portal's checks are not public).
  private func requireOpen(_ direction: ExchangeDirection) throws -> Application {
    let source = try requireApplication(direction.source)
    let target = try requireApplication(direction.target)
    guard source.id != target.id else { throw Refusal.exchangeTowardItself(source.id) }
    for application in [source, target] {
      _ = try requireRegistration(of: application.id)
      guard !application.blocked else { throw Refusal.applicationBlocked(application.id) }
    }
    return target
  }

  private func requireNoLiveRound(_ direction: ExchangeDirection) throws -> ExchangePermission? {
    guard let newest = try facts.permission(direction) else { return nil }
    switch newest.state {
    case .pending: throw Refusal.alreadyPending(newest)
    case .granted: throw Refusal.alreadyGranted(newest)
    case .rejected, .withdrawn, .revoked: return newest
    }
  }

  private func pending(_ direction: ExchangeDirection) throws -> ExchangePermission {
    _ = try requireApplication(direction.source)
    _ = try requireApplication(direction.target)
    let newest = try facts.permission(direction)
    guard let newest, newest.state == .pending else {
      throw Refusal.notPending(direction, newest: newest)
    }
    return newest
  }

  private func decided(
    _ round: ExchangePermission, as state: ExchangePermission.State, reason: String = ""
  ) -> [Change] {
    var round = round
    round.state = state
    round.decidedBy = actor
    round.decidedAt = now
    round.reason = reason
    return [.updatePermission(round)]
  }
}
