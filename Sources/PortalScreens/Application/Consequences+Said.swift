import PortalModel

extension Consequences {
  /// The question before a command, with what it takes with it: for a dialog or a terminal.
  public func warning(before command: PortalCommand) -> RemovalWarning {
    var lines = lines(besides: command)
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
    case .regenerateSecret(let id):
      lines = [
        "\(id) gets a new secret.",
        "The old one stops working at once: whoever still uses it is refused.",
      ]
    case .deleteSAML(let id):
      lines = [
        "Nobody can sign in to \(id) by SAML any more.",
        "Its roles, and an OIDC registration with its permissions, stay as they are.",
      ]
    default: break
    }
    let title = RemovalWarning.title(before: command)
    return RemovalWarning(title: title.text, lines: lines, verb: title.verb)
  }
}

/// What is said before something is taken away.
public struct RemovalWarning: Hashable, Sendable {
  /// What is asked about, such as `Delete back-end-api`.
  public var title: String
  /// What goes with it, a sentence each.
  public var lines: [String]
  /// What the button that does it says.
  public var verb: String

  /// The question and what goes, line by line.
  public var asked: [String] { ["\(title)?"] + lines }

  fileprivate static func title(before command: PortalCommand) -> (text: String, verb: String) {
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
    case .regenerateSecret: ("Regenerate the client secret", "Regenerate")
    default: ("Do this", "Do it")
    }
  }
}
