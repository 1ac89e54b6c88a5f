import PortalModel

/// For whom a new token is: the first audience, or the requester itself where none is named.
struct Targets {
  /// The one that is used.
  var first: Client
  /// Those that are checked and then not used (§4, §19 item 8).
  var unused: [Client]
  /// Whether any audience was named.
  var areNamed: Bool

  var all: [Client] { [first] + unused }
}

/// X8 to X14: whether this requester may have a token for these targets.
///
/// Each check looks at every target before the next check is made, as 26.1 does for X8 to X10.
struct TargetRules {
  var facts: any TokenFacts
  var requester: Client
  var subject: Subject

  /// X8. An empty `audience` is looked up like any other text.
  func targets(_ audiences: [String]) throws -> Ruling<Targets> {
    var clients: [Client] = []
    for (index, text) in audiences.enumerated() {
      switch try ClientLookup(text, known: requester, facts: facts) {
      case .client(let client): clients.append(client)
      case .notRegistered(let application):
        return .refused(
          .audienceNotRegistered(application.id), .audienceNotFound,
          try Repairs(facts: facts).registering(application))
      case .unknown:
        let near = try facts.applications(nearestTo: text, limit: 3)
        let other = near.first.map { replacing(index, of: audiences, with: $0) }
        return .refused(
          .audienceUnknown(text, nearest: near), .audienceNotFound, other.map { [$0] } ?? [])
      }
    }
    let targets = Targets(
      first: clients.first ?? requester, unused: Array(clients.dropFirst()),
      areNamed: !clients.isEmpty)
    guard targets.areNamed else { return .passed(targets, .targetDefaulted(requester.id)) }
    return .passed(
      targets,
      .target(
        targets.first.id, isSelf: targets.first.id == requester.id, unused: targets.unused.map(\.id)
      ))
  }

  private func replacing(
    _ index: Int, of audiences: [String], with other: ApplicationIdentifier
  ) -> Repair {
    var texts = audiences
    texts[index] = other.text
    return .request(.set(texts.map { Repair.Parameter(name: "audience", value: $0) }))
  }

  /// X9; not looked at where no audience was named (26.1).
  func consent(_ targets: Targets) throws -> Ruling<Void> {
    guard targets.areNamed else { return .passed(.notApplicable) }
    guard let asking = targets.all.first(where: \.settings.consentRequired) else {
      return .passed(.targetSetting(targets.first.id))
    }
    return .refused(
      .targetSetting(asking.id), .consentRequired, try Repairs(facts: facts).withoutConsent(asking))
  }

  /// X10; not looked at where no audience was named (26.1).
  func enabled(_ targets: Targets) throws -> Ruling<Void> {
    guard targets.areNamed else { return .passed(.notApplicable) }
    guard let off = targets.all.first(where: { !$0.isEnabled }) else {
      return .passed(.targetSetting(targets.first.id))
    }
    return .refused(
      off.application.blocked ? .targetBlocked(off.id) : .targetSetting(off.id), .targetDisabled,
      try Repairs(facts: facts).enabling(off))
  }

  private var isHeld: Bool { subject.holder.id == requester.id }

  private func isSelfAmong(_ targets: Targets) -> Bool {
    targets.all.contains { $0.id == requester.id }
  }

  private var holderFinding: Finding {
    .holder(subject.holder.id, requester: requester.id)
  }

  private var holderRepairs: [Repair] {
    [
      .request(.callAs(subject.holder.id)),
      .request(.signInAgain(subject.identity.id, to: requester.id)),
    ]
  }

  /// X11.
  func selfHolder(_ targets: Targets) -> Ruling<Void> {
    guard requester.isPublic, isSelfAmong(targets) else { return .passed(.notApplicable) }
    return isHeld
      ? .passed(holderFinding) : .refused(holderFinding, .notHolder, holderRepairs)
  }

  /// X12.
  func selfAudience(_ targets: Targets) -> Ruling<Void> {
    guard !requester.isPublic, isSelfAmong(targets) else { return .passed(.notApplicable) }
    let finding = Finding.audience(subject.claims.audience, requester: requester.id)
    return isHeld || subject.claims.audience.contains(requester.id.text)
      ? .passed(finding) : .refused(finding, .notInAudience, holderRepairs)
  }

  /// X13.
  func holder(_ targets: Targets) -> Ruling<Void> {
    guard requester.isPublic, targets.all.contains(where: { $0.id != requester.id }) else {
      return .passed(.notApplicable)
    }
    return isHeld
      ? .passed(holderFinding) : .refused(holderFinding, .notHolder, holderRepairs)
  }

  /// X14: every other target must have granted; only the newest round of a direction counts (§5).
  func permission(_ targets: Targets) throws -> Ruling<Void> {
    var passed: Finding?
    for target in targets.all where target.id != requester.id {
      let direction = ExchangeDirection(source: requester.id, target: target.id)
      let newest = try facts.permission(direction)
      let step = try step(newest, toward: target)
      let finding = Finding.permission(
        direction, step, newest: newest, target: Managers(of: target.application))
      guard step == .granted else {
        if step == .notUnanimous {
          return .refused(
            finding, .notAllowedToExchange, try Repairs(facts: facts).affirming(target))
        }
        return .refused(
          finding, .notAllowedToExchange,
          try Repairs(facts: facts).permitting(
            requester.application, toward: target.application, newest: newest))
      }
      passed = passed ?? finding
    }
    return .passed(passed ?? .notApplicable)
  }

  private func step(
    _ newest: ExchangePermission?, toward target: Client
  ) throws -> Finding.PermissionStep {
    if newest?.state == .granted {
      // Each grant is a policy that names one requester: two of them never both say yes (§5).
      guard target.settings.permissionStrategy == .unanimous else { return .granted }
      let granted = try facts.permissions(of: target.id)
        .filter { $0.direction.target == target.id && $0.state == .granted }
      return granted.count > 1 ? .notUnanimous : .granted
    }
    let grants = try facts.exchangeGrants(toward: target.id)
    if grants.now { return .notThisRequester }
    return grants.ever ? .noPolicy : .resourceMissing
  }
}
