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
  func command(in session: PortalSession) throws -> PortalCommand
}

extension PerformingVerb {
  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let now = session.now
      let command = try command(in: session)
      let performed = try session.perform(command, as: person.person, at: now)
      let sentence = command.past() + "."
      return Outcome(
        schema: "portal.performed/1",
        [
          .init("at", .string(now.rfc3339)), .init("as", JSONValue(person.person)),
          .init("journal", .integer(performed.journalID)), .init("do", command.json),
        ], lines: [sentence], sentences: [sentence])
    }
  }
}
