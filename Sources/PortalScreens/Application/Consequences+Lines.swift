import PortalModel

extension Consequences {
  /// What goes or changes beside what a command names, in sentences for the question before it.
  func lines(besides command: PortalCommand) -> [String] {
    let found = sentences(besides: command)
    return found.isEmpty ? ["Nothing else goes with it."] : found
  }

  /// What went or changed beside what a command names, in sentences; empty where nothing did.
  public func sentences(besides command: PortalCommand) -> [String] {
    var lines: [String] = []
    func say(_ what: String, _ names: [String]) {
      guard !names.isEmpty else { return }
      lines.append("\(what): \(Self.some(names)).")
    }
    if case .deleteRole = command {} else { say("Roles that go", roles.map(\.text)) }
    say("Groups taken off roles", roleLinks.map { "\($0.group) off \($0.role)" })
    if case .deleteRegistration = command {
    } else if !registrations.isEmpty {
      lines.append("Its OIDC registration goes, and its secret with it.")
    }
    if case .deleteSAML = command {
    } else if !samlRegistrations.isEmpty {
      lines.append("Its SAML registration goes.")
    }
    say(
      "Permissions that go, with their history", permissions.map { "\($0.source) to \($0.target)" })
    say("Memberships that go", memberships.map { "\($0.member.label) in \($0.group)" })
    say("Offers of ownership that lapse", offers.map(\.text))
    if case .deleteGroup = command {
      say("Left without administrators group", changedApplications.map(\.id.text))
    } else {
      say(
        "Applications that change",
        changedApplications.map {
          $0.blocked ? "\($0.id) is blocked" : "\($0.id), owned by \($0.owner)"
        })
    }
    if case .deleteIdentity = command {
      say("Left without supervisor", changedIdentities.map(\.id.text))
    }
    if case .deleteApplication = command {
      say("Accounts that go", identities.map(\.text))
    }
    return lines
  }

  /// So many names that a person reads them, and how many more there are.
  private static func some(_ names: [String]) -> String {
    guard names.count > 6 else { return listed(names) }
    return names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
  }
}

extension ConfirmDialog {
  /// The question before a command, with what it takes with it.
  init(_ command: PortalCommand, _ consequences: Consequences) {
    let warning = consequences.warning(before: command)
    self.init(
      title: warning.title, lines: warning.lines, verb: warning.verb, command: command)
  }
}
