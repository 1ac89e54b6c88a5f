import PortalModel

extension Scenario {
  var permissionSteps: [PlacedStep] {
    let byID = Dictionary(
      applications.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    return permissions.flatMap { permission -> [PlacedStep] in
      let entry = permission.value
      guard let source = byID[entry.source.value], let target = byID[entry.target.value] else {
        return []
      }
      let round = PermissionRound(
        entry: entry, source: source, target: target, line: permission.place.line)
      return round.opening + round.decision
    }
  }
}

/// The commands that bring one round of a permission about.
private struct PermissionRound {
  var entry: PermissionEntry
  var source: ApplicationEntry
  var target: ApplicationEntry
  var line: Int

  var opening: [PlacedStep] {
    let request = PortalCommand.requestExchange(
      entry.direction, justification: entry.opened.words)
    return switch entry.origin {
    case .requested: asked(request)
    case .automatic: steps(request, entry.opened, managing: [source, target])
    case .granted: steps(.grantExchange(entry.direction), entry.opened, managing: [target])
    }
  }

  /// A request that waited. Whoever owns the target now did not then: a former owner stands in.
  private func asked(_ request: PortalCommand) -> [PlacedStep] {
    let opener = entry.opened.by.value
    let steps = steps(request, entry.opened, managing: [source])
    guard target.owner.value == opener,
      let other = target.formerOwners.first(where: { $0.value != opener })?.value
    else { return steps }
    return target.changingHands(from: opener, to: other, line)
      + steps + target.changingHands(from: other, to: opener, line)
  }

  private func steps(
    _ command: PortalCommand, _ act: PermissionEntry.Act, managing managed: [ApplicationEntry]
  ) -> [PlacedStep] {
    Stage(line: line).steps(command, by: act.by.value, at: act.at, managing: managed)
  }

  var decision: [PlacedStep] {
    guard let decided = entry.decided else { return [] }
    let direction = entry.direction
    switch entry.state {
    case .pending: return []
    case .granted: return steps(.approveExchange(direction), decided, managing: [target])
    case .rejected:
      return steps(
        .rejectExchange(direction, reason: decided.words), decided, managing: [target])
    case .withdrawn: return steps(.withdrawExchange(direction), decided, managing: [source])
    case .revoked:
      // Who said yes before is not kept once it is taken back.
      let approval =
        entry.origin == .requested
        ? steps(.approveExchange(direction), decided, managing: [target]) : []
      return approval
        + steps(.revokeExchange(direction, reason: decided.words), decided, managing: [target])
    }
  }
}
