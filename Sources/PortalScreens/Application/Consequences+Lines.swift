import PortalModel

extension Consequences {
  /// What goes or changes beside what a command names, in sentences for the question before it.
  func lines(besides command: PortalCommand) -> [String] {
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
    say(
      "Applications that change",
      changedApplications.map {
        $0.blocked ? "\($0.id) is blocked" : "\($0.id), owned by \($0.owner)"
      })
    if case .deleteApplication = command {
      say("Accounts that go", identities.map(\.text))
    }
    return lines.isEmpty ? ["Nothing else goes with it."] : lines
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
    let (title, verb): (String, String) =
      switch command {
      case .deleteApplication(let id): ("Delete \(id)", "Delete")
      case .deleteRegistration(let id): ("Delete the registration of \(id)", "Delete")
      case .deleteSAML(let id): ("Delete the SAML registration of \(id)", "Delete")
      case .deleteRole(let application, let role):
        ("Delete role \(role) of \(application)", "Delete")
      case .deleteIdentity(let id): ("Delete the account \(id)", "Delete")
      case .departIdentity(let id): ("\(id) leaves CERN", "Leave")
      case .deleteGroup(let id): ("Delete the group \(id)", "Delete")
      case .blockApplication(let id, _): ("Block \(id)", "Block")
      default: ("Do this?", "Do it")
      }
    var lines = consequences.lines(besides: command)
    switch command {
    case .departIdentity(let id):
      lines.insert(
        "\(id) is disabled. Official applications pass to the supervisor, others are blocked.",
        at: 0)
    case .blockApplication(let id, _):
      lines = [
        "Nobody can sign in to \(id) or exchange tokens toward it until the block is lifted.",
        "Roles, registration and permissions stay as they are.",
      ]
    case .deleteRegistration(let id):
      lines.insert("\(id) can no longer be signed in to; its secret goes.", at: 0)
    case .deleteSAML(let id):
      lines = [
        "Nobody can sign in to \(id) by SAML any more.",
        "Its roles, and an OIDC registration with its permissions, stay as they are.",
      ]
    default: break
    }
    self.init(title: title, lines: lines, verb: verb, command: command)
  }
}
