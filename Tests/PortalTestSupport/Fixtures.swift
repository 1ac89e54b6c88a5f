import PortalModel

/// The people, groups and applications of the Token Exchange page, by the names used in tests.
public enum Story {
  /// Owner of `front-end-app`.
  public static let alice = IdentityIdentifier(trusted: "alice")
  /// Owner of `back-end-api`.
  public static let bob = IdentityIdentifier(trusted: "bob")
  /// Owner of `starting-client`.
  public static let carol = IdentityIdentifier(trusted: "carol")
  /// Owner of `target-client`.
  public static let dave = IdentityIdentifier(trusted: "dave")
  /// The user, who gets all three roles through groups.
  public static let jdoe = IdentityIdentifier(trusted: "jdoe")

  /// Public; roles `frontend_user` and `administrator`.
  public static let frontEnd = ApplicationIdentifier(trusted: "front-end-app")
  /// Confidential; role `backend_user`.
  public static let backEnd = ApplicationIdentifier(trusted: "back-end-api")
  /// Confidential with the secret `SECRET`; granted toward `target-client`.
  public static let starting = ApplicationIdentifier(trusted: "starting-client")
  /// Confidential; still has its default role.
  public static let target = ApplicationIdentifier(trusted: "target-client")

  /// Given to `frontend-users`.
  public static let frontendUser = RoleIdentifier(trusted: "frontend_user")
  /// Given to `frontend-admins`, which `web-team` is in, which `jdoe` is in.
  public static let administrator = RoleIdentifier(trusted: "administrator")
  /// Given to `backend-users`.
  public static let backendUser = RoleIdentifier(trusted: "backend_user")

  /// From `front-end-app` toward `back-end-api`: nobody has asked for it.
  public static let direction = ExchangeDirection(source: frontEnd, target: backEnd)
  /// From `starting-client` toward `target-client`: granted.
  public static let granted = ExchangeDirection(source: starting, target: target)

  /// When everything in the story was set up.
  public static let start = Instant(seconds: 1_700_000_000)

  /// The whole world as commands, the first of which need no identity to exist.
  public static let steps: [ScenarioScript.Step] = people + applications + roles + exchange

  /// The whole world as a scenario.
  public static let script = ScenarioScript(name: "token-exchange", steps: steps)

  private static func group(_ name: String) -> GroupIdentifier { GroupIdentifier(trusted: name) }

  private static func step(
    _ identity: IdentityIdentifier, _ command: PortalCommand
  ) -> ScenarioScript.Step {
    ScenarioScript.Step(identity: identity, command: command)
  }

  private static var people: [ScenarioScript.Step] {
    let names = [
      (alice, "Alice", "Martin"), (bob, "Bob", "Rossi"), (carol, "Carol", "Novak"),
      (dave, "Dave", "Okafor"), (jdoe, "Jane", "Doe"),
    ]
    let identities = names.enumerated().map { index, name in
      step(
        name.0,
        .createIdentity(
          Identity(
            id: name.0, kind: .primary, givenName: name.1, familyName: name.2,
            email: "\(name.1.lowercased()).\(name.2.lowercased())@cern.ch",
            personID: 800_001 + index)))
    }
    let groups = ["frontend-users", "frontend-admins", "web-team", "backend-users"].map {
      step(jdoe, .createGroup(Group(id: group($0), displayName: $0)))
    }
    let members = ["frontend-users", "web-team", "backend-users"].map {
      step(jdoe, .addMember(.identity(jdoe), to: group($0)))
    }
    let nesting = step(
      jdoe, .addMember(.group(group("web-team")), to: group("frontend-admins")))
    return identities + groups + members + [nesting]
  }

  private static var applications: [ScenarioScript.Step] {
    let rows: [(ApplicationIdentifier, String, IdentityIdentifier, ClientKind)] = [
      (frontEnd, "Front End", alice, .public), (backEnd, "Back End", bob, .confidential),
      (starting, "Starting Client", carol, .confidential),
      (target, "Target Client", dave, .confidential),
    ]
    return rows.map { id, name, owner, kind in
      step(
        owner,
        .registerApplication(
          ApplicationForm(
            id: id, name: name, homePage: "https://\(id.text).cern.ch",
            registration: RegistrationForm(
              kind: kind,
              redirectURIs: [RedirectURI(trusted: "https://\(id.text).cern.ch/*")]))))
    }
  }

  private static var roles: [ScenarioScript.Step] {
    let rows: [(ApplicationIdentifier, RoleIdentifier, String, IdentityIdentifier, String)] = [
      (frontEnd, frontendUser, "Frontend user", alice, "frontend-users"),
      (frontEnd, administrator, "Administrator", alice, "frontend-admins"),
      (backEnd, backendUser, "Backend user", bob, "backend-users"),
    ]
    let deletions = [(frontEnd, alice), (backEnd, bob)].map {
      step($1, .deleteRole($0, .defaultRole))
    }
    return deletions
      + rows.flatMap { application, role, name, owner, linked in
        [
          step(owner, .defineRole(Role(application: application, id: role, name: name))),
          step(
            owner,
            .linkGroup(RoleLink(application: application, role: role, group: group(linked)))),
        ]
      }
  }

  private static var exchange: [ScenarioScript.Step] {
    [
      step(carol, .requestExchange(granted, justification: "The page's own command.")),
      step(dave, .approveExchange(granted)),
    ]
  }
}

extension MemoryPortal {
  /// The world of the story, built by its commands.
  public static func story() throws -> MemoryPortal {
    let portal = MemoryPortal { client, draw in
      client == Story.starting && draw == 1 ? "SECRET" : "\(client.text)-secret-\(draw)"
    }
    for step in Story.steps {
      try portal.perform(step.command, as: step.identity, at: Story.start)
    }
    return portal
  }
}
