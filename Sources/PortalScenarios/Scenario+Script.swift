import PortalModel

extension Scenario {
  /// Who gives the commands that are open to all.
  static let loader = IdentityIdentifier(trusted: "scenario")

  /// The commands that build the scenario, each with the identity that gives it.
  ///
  /// - Parameter now: The moment of loading, from which ages count.
  public func script(at now: Instant) -> ScenarioScript {
    ScenarioScript(
      name: name,
      steps: placedSteps.map {
        ScenarioScript.Step(
          identity: $0.identity, command: $0.command, at: $0.time.resolved(at: now))
      })
  }

  /// The line that the step of this number, from 1, comes from: to say where a rule refused.
  public func line(ofStep number: Int) -> Int? {
    let steps = placedSteps
    return steps.indices.contains(number - 1) ? steps[number - 1].line : nil
  }

  /// Permissions come before memberships: then who acts can be put into an administrator group for
  /// that moment only, and what came to be under other memberships than the present ones comes to
  /// be again as it was. Blocks and disabled accounts come last: neither may act.
  private var placedSteps: [PlacedStep] {
    var steps: [PlacedStep] = []
    for identity in identities {
      var enabled = identity.value
      enabled.enabled = true
      enabled.supervisor = nil
      enabled.owner = nil
      steps.append(.open(.createIdentity(enabled), identity.place.line))
    }
    steps += formerIdentities.map {
      .open(.createIdentity(Identity(id: $0.value, kind: .primary)), $0.place.line)
    }
    steps += groups.map { .open(.createGroup($0.value.group), $0.place.line) }
    let lines = Dictionary(
      applications.map { ($0.value.id, $0.place.line) }, uniquingKeysWith: { first, _ in first })
    let ordered = OwnerOrder(applications.map(\.value)).ordered
    for entry in ordered { steps += entry.steps(line: lines[entry.id] ?? 1) }
    steps += permissionSteps + offerSteps
    for group in groups {
      steps += group.value.allMembers.map {
        .open(.addMember($0, to: group.value.group.id), group.place.line)
      }
    }
    for entry in ordered where entry.blocked {
      steps.append(
        PlacedStep(
          identity: entry.owner.value, command: .blockApplication(entry.id, blocked: true),
          line: lines[entry.id] ?? 1))
    }
    return steps + relationSteps + disablingSteps + deletingSteps
  }

  /// Supervisors and owners, once everybody is there.
  private var relationSteps: [PlacedStep] {
    identities.filter { $0.value.supervisor != nil || $0.value.owner != nil }.map {
      .open(.editIdentity($0.value), $0.place.line)
    }
  }

  private var deletingSteps: [PlacedStep] {
    formerIdentities.map { .open(.deleteIdentity($0.value), $0.place.line) }
  }

  private var disablingSteps: [PlacedStep] {
    identities.filter { !$0.value.enabled }.map {
      .open(.enableIdentity($0.value.id, enabled: false), $0.place.line)
    }
      + applications.filter { !$0.value.identityEnabled }.map {
        .open(.enableIdentity($0.value.identity, enabled: false), $0.place.line)
      }
  }
}

/// A step of a script on its way, with the line that it comes from.
struct PlacedStep {
  var identity: IdentityIdentifier
  var command: PortalCommand
  var time = ScenarioTime.loading
  var line: Int

  /// A command that is open to all.
  static func open(_ command: PortalCommand, _ line: Int) -> PlacedStep {
    PlacedStep(identity: Scenario.loader, command: command, line: line)
  }
}

extension ApplicationEntry {
  fileprivate func steps(line: Int) -> [PlacedStep] {
    let form = ApplicationForm(
      id: id, name: name.value, homePage: homePage, description: description, category: category,
      administrators: administrators?.value, registration: registration?.form, saml: saml)
    var commands: [PortalCommand] = [.registerApplication(form)]
    if let settings = registration?.settings, settings != ClientSettings() {
      commands.append(.configureClient(id, settings))
    }
    if defaultRoleDeleted { commands.append(.deleteRole(id, .defaultRole)) }
    for entry in roles {
      commands += entry.commands
      commands += entry.groups.map {
        .linkGroup(RoleLink(application: id, role: entry.role.id, group: $0.value))
      }
    }
    var steps = commands.map {
      PlacedStep(identity: owner.value, command: $0, line: line)
    }
    steps[0].time = created
    return steps
  }
}

extension RoleEntry {
  fileprivate var commands: [PortalCommand] {
    guard role.id == .defaultRole else { return [.defineRole(role)] }
    return role == .defaultRole(of: role.application) ? [] : [.editRole(role)]
  }
}
