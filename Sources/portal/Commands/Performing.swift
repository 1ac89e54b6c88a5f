import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// What one verb is, where it is one command of the portal: its words, what is typed behind it, and
/// the command.
///
/// Everything else of such a verb is ``Performing``.
protocol Deed {
  /// What is typed behind the verb.
  associatedtype Subject: DeedSubject
  static var words: VerbWords { get }
  /// The command. Where it changes only some fields, the others are read here.
  static func command(_ subject: Subject, in place: DeedPlace) throws -> PortalCommand
  /// What is said of it when it is done.
  static func outcome(_ done: DeedDone, in place: DeedPlace) throws -> Outcome
}

extension Deed {
  static func outcome(_ done: DeedDone, in place: DeedPlace) throws -> Outcome {
    .performed(done.command, done.performed.journalID, by: done.person, at: done.at)
  }
}

/// What is typed behind a verb: at least who does it.
protocol DeedSubject: ParsableArguments {
  var person: PersonOption { get }
}

/// The words for a verb in its help.
struct VerbWords: Sendable {
  /// The verb's name, one sentence about it, and what more there is to say, with its examples.
  var configuration: CommandConfiguration

  init(_ name: String, _ abstract: String, _ more: String = "", examples: String...) {
    let title = examples.count == 1 ? "Example:" : "Examples:"
    let lines = ([title] + examples.map { "  \($0)" }).joined(separator: "\n")
    configuration = CommandConfiguration(
      commandName: name, abstract: abstract,
      discussion: more.isEmpty ? lines : "\(more)\n\n\(lines)")
  }
}

/// Where a verb finds what it needs.
struct DeedPlace {
  var session: PortalSession
  var surroundings: Surroundings
}

/// A command that was carried out, by whom and when.
struct DeedDone {
  var command: PortalCommand
  var performed: Performed
  var person: IdentityIdentifier
  var at: Instant
}

/// A verb that is one command of the portal, given by the person of `--as`.
///
/// The rules are asked by performing alone, so that what is refused stands in the log like any other
/// refusal.
struct Performing<Done: Deed>: Verb {
  static var configuration: CommandConfiguration { Done.words.configuration }
  @OptionGroup var subject: Done.Subject
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let place = DeedPlace(session: session, surroundings: surroundings)
      let now = session.now
      let person = subject.person.person
      let command = try Done.command(subject, in: place)
      let performed = try session.perform(command, as: person, at: now)
      return try Done.outcome(
        DeedDone(command: command, performed: performed, person: person, at: now), in: place)
    }
  }
}

extension Outcome {
  /// A command of the portal that was carried out, and what went with it where it takes things away.
  static func performed(
    _ command: PortalCommand, _ journal: Int64, by person: IdentityIdentifier, at now: Instant,
    went: Consequences? = nil
  ) -> Outcome {
    let sentence = command.past() + "."
    return Outcome(
      schema: "portal.performed/1",
      [
        .init("at", .string(now.rfc3339)), .init("as", JSONValue(person)),
        .init("journal", .integer(journal)), .init("do", command.json),
        .init("went", went.map(\.json) ?? .null),
      ], lines: [sentence] + (went?.sentences(besides: command) ?? []), sentences: [sentence])
  }
}
