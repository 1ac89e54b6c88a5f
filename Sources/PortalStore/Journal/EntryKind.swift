import PortalModel

/// Of what kind an entry is, as undo sees it.
enum EntryKind: String {
  case command, load, undo, redo
  case returned = "return"
}

extension JournalAct {
  var kind: EntryKind {
    switch self {
    case .command(.loadScenario): .load
    case .command, .folded, .unknown: .command
    case .rewinding(.undo): .undo
    case .rewinding(.redo): .redo
    case .rewinding(.returnTo): .returned
    }
  }

  /// The name that the journal and its filters use.
  var journalName: String {
    switch self {
    case .command(let command): command.journalName
    case .rewinding(.undo): "undo"
    case .rewinding(.redo): "redo"
    case .rewinding(.returnTo): "return"
    case .folded: "compact"
    case .unknown: "unknown"
    }
  }
}

extension Attempt {
  /// The name that the list of refusals uses: the journal's, had it been accepted.
  var journalName: String {
    switch self {
    case .command(let command): command.journalName
    case .undo: "undo"
    case .redo: "redo"
    case .returnTo: "return"
    }
  }

  /// Without what makes a scenario long.
  var shortened: Attempt {
    guard case .command(.loadScenario(let script)) = self else { return self }
    return .command(.loadScenario(ScenarioScript(name: script.name, steps: [])))
  }

  /// The applications that it was about.
  var applications: [ApplicationIdentifier] {
    if case .command(let command) = self { command.applications } else { [] }
  }
}

extension PortalCommand {
  /// The applications that the command names.
  fileprivate var applications: [ApplicationIdentifier] {
    switch self {
    case .registerApplication(let form): [form.id]
    case .deleteApplication(let id), .blockApplication(let id, _), .registerOIDC(let id, _),
      .editRegistration(let id, _), .configureClient(let id, _), .regenerateSecret(let id),
      .deleteRegistration(let id), .deleteRole(let id, _):
      [id]
    case .defineRole(let role), .editRole(let role): [role.application]
    case .linkGroup(let link), .unlinkGroup(let link): [link.application]
    case .requestExchange(let direction, _), .withdrawExchange(let direction),
      .approveExchange(let direction), .rejectExchange(let direction, _),
      .grantExchange(let direction), .revokeExchange(let direction, _):
      [direction.source, direction.target]
    case .editApplication(let id, _), .offerOwnership(let id, _), .acceptOwnership(let id),
      .declineOwnership(let id), .withdrawOwnership(let id), .registerSAML(let id, _),
      .editSAML(let id, _), .deleteSAML(let id):
      [id]
    case .createIdentity, .enableIdentity, .editIdentity, .departIdentity, .deleteIdentity,
      .createGroup, .editGroup, .deleteGroup, .addMember, .removeMember, .addMembers,
      .removeMembers, .loadScenario:
      []
    }
  }
}
