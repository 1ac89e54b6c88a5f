import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// A verb that is one command of the portal, given by the person of `--as`.
///
/// The rules are asked by performing alone, so that what is refused stands in the log like any other
/// refusal. Where a verb changes only some fields, the others are read first.
protocol PerformingVerb: Verb {
  var person: PersonOption { get }
  /// Asks whoever types whether it is meant, where that is due; throws `UsageError` for a no.
  func confirm(in surroundings: Surroundings) throws
  func command(in session: PortalSession) throws -> PortalCommand
}

extension PerformingVerb {
  func confirm(in surroundings: Surroundings) throws {}

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try confirm(in: surroundings)
    return try await withSession(in: surroundings) { session in
      let now = session.now
      let command = try command(in: session)
      let performed = try session.perform(command, as: person.person, at: now)
      var outcome = Outcome.performed(command, performed.journalID, by: person.person, at: now)
      if command.isRemoval {
        outcome.lines += Consequences(of: performed.changes).sentences(besides: command)
      }
      return outcome
    }
  }
}

extension Outcome {
  /// A command of the portal that was carried out.
  static func performed(
    _ command: PortalCommand, _ journal: Int64, by person: IdentityIdentifier, at now: Instant
  ) -> Outcome {
    let sentence = command.past() + "."
    return Outcome(
      schema: "portal.performed/1",
      [
        .init("at", .string(now.rfc3339)), .init("as", JSONValue(person)),
        .init("journal", .integer(journal)), .init("do", command.json),
      ], lines: [sentence], sentences: [sentence])
  }
}

extension PortalCommand {
  /// Whether it takes things away that it does not name: what went is said then.
  fileprivate var isRemoval: Bool {
    switch self {
    case .deleteApplication, .deleteRegistration, .deleteRole, .deleteIdentity, .departIdentity,
      .deleteGroup:
      true
    default: false
    }
  }
}
