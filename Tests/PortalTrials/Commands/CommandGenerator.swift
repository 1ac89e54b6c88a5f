import PortalModel
import PortalTestSupport

/// Draws commands about a small world of names, so that they meet: the same people, groups, roles
/// and applications again and again, some of them never made.
public struct CommandGenerator {
  var chance: SeededChance

  /// Begins at a seed.
  public init(seed: UInt64) { chance = SeededChance(seed: seed) }

  /// A command and who gives it: mostly somebody who may, and more often than not something that the
  /// rules will let pass, so that the world does not stand still.
  ///
  /// - Parameter undoes: Of 100 steps, how many take back or bring again.
  public mutating func next(for facts: some Facts, undoes: Int = 0) -> TrialStep {
    if chance.happens(undoes) {
      let person = chance.one(of: Self.people)
      return chance.happens(60) ? .undo(by: person) : .redo(by: person)
    }
    for _ in 0..<8 {
      let command = command(nested: false)
      let managers = managers(of: command, in: facts)
      let person = managers.isEmpty || chance.happens(15) ? identity() : chance.one(of: managers)
      let changes = try? decide(
        command, as: Actor(identity: person), at: TrialStep.instant(of: 0), facts: facts)
      if changes != nil || chance.happens(20) { return .perform(command, by: person) }
    }
    return .perform(command(nested: false), by: identity())
  }

  /// The world's people and all groups but one, and nothing else: what trials begin with that need no more.
  public static let start = ScenarioScript(
    name: "start",
    steps: people.map {
      ScenarioScript.Step(
        identity: people[0], command: .createIdentity(Identity(id: $0, kind: .primary)))
    }
      + groups.dropLast().map {
        ScenarioScript.Step(
          identity: people[0], command: .createGroup(Group(id: $0, displayName: $0.text)))
      })

  /// A command of any kind; within a scenario, none that loads one.
  mutating func command(nested: Bool) -> PortalCommand {
    while true {
      let name = chance.one(of: Self.drawn)
      // Kinds that take much away, or everything, come seldom: the world has to grow.
      guard chance.happens(weight(of: name)) else { continue }
      if nested, name == .loadScenario, !chance.happens(2) { continue }
      return command(name)
    }
  }

  /// The kinds to draw from; those that need a waiting request before them stand there again.
  private static let drawn = CommandName.allCases + [.requestExchange, .rejectExchange]

  private func weight(of name: CommandName) -> Int {
    switch name {
    case .loadScenario: 4
    case .deleteApplication, .deleteRegistration, .deleteRole, .blockApplication: 25
    // Nobody is given a login again: who is deleted is gone for good.
    case .deleteIdentity: 3
    case .departIdentity, .deleteGroup: 12
    case .createIdentity, .createGroup, .enableIdentity: 40
    // Where everybody is in every group, everybody decides for everything.
    case .addMembers: 15
    default: 100
    }
  }

  /// Everybody who manages an application that the command is about.
  private func managers(
    of command: PortalCommand, in facts: some Facts
  ) -> [IdentityIdentifier] {
    guard let id = command.managedApplication, let application = try? facts.application(id)
    else { return [] }
    return Self.people.filter { person in
      (try? manages(person, application, facts: facts)) ?? false
    }
  }
}

extension CommandGenerator {
  static let people = ["ada", "ben", "cleo", "dan", "eve"].map(IdentityIdentifier.init(trusted:))
  static let groups = ["g-one", "g-two", "g-three", "g-four"].map(GroupIdentifier.init(trusted:))
  static let applications = ["shop", "bank", "mail", "wiki"].map(
    ApplicationIdentifier.init(trusted:))
  static let roles = ["user", "admin", "auditor"].map(RoleIdentifier.init(trusted:))
  /// Texts that somebody may type: empty, blank, too long, with signs that mean something to SQL, to
  /// terminals and to YAML.
  static let texts = [
    "", " ", "Plain words", "d'Alembert; DROP TABLE roles --", "été Ω 한국어 🧪👩‍🔬", "a\u{301}",
    "line\nbreak\ttab", "\u{1B}[31m\u{202E}", String(repeating: "x", count: 128),
    String(repeating: "y", count: 129), String(repeating: "z", count: 2001), "%_\\\"", "null",
  ]

  mutating func text() -> String { chance.happens(80) ? "Plain words" : chance.one(of: Self.texts) }

  mutating func identity() -> IdentityIdentifier {
    if chance.happens(3) { return IdentityIdentifier(trusted: "nobody") }
    if chance.happens(7) { return IdentityIdentifier(applicationIdentity: application()) }
    return chance.one(of: Self.people)
  }

  mutating func group() -> GroupIdentifier { chance.one(of: Self.groups) }

  mutating func application() -> ApplicationIdentifier { chance.one(of: Self.applications) }

  mutating func role() -> RoleIdentifier {
    chance.happens(20) ? .defaultRole : chance.one(of: Self.roles)
  }

  mutating func member() -> Member {
    chance.happens(50) ? .identity(identity()) : .group(group())
  }

  mutating func members() -> [Member] {
    (0..<Int.random(in: 1...3, using: &chance)).map { _ in member() }
  }

  mutating func direction() -> ExchangeDirection {
    let source = application()
    let others = Self.applications.filter { $0 != source }
    return ExchangeDirection(
      source: source, target: chance.happens(4) ? source : chance.one(of: others))
  }

  mutating func link() -> RoleLink {
    RoleLink(application: application(), role: role(), group: group())
  }
}
