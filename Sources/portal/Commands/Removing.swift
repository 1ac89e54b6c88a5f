import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// How a verb that takes things away is meant.
struct RemovalOptions: ParsableArguments {
  @Flag(help: "Do not ask.") var yes = false
  @Flag(help: "Say what would go with it, and do nothing.") var dryRun = false

  func validate() throws {
    if yes, dryRun { throw ValidationError("Give --yes or --dry-run, not both.") }
  }
}

/// A verb that takes things away, some of which it does not name.
protocol Removal: Deed {
  /// The word that is typed on a terminal to go on.
  static var confirmation: String { get }
  /// Whether it also needs --yes where nobody can be asked.
  static var needsYes: Bool { get }
}

extension Removal {
  static var confirmation: String { words.configuration.commandName ?? "yes" }
  static var needsYes: Bool { false }
}

/// A verb that says what goes with it before it is done: asked about on a terminal, as the screens
/// do.
struct Removing<Done: Removal>: Verb {
  static var configuration: CommandConfiguration {
    var configuration = Done.words.configuration
    let elsewhere = Done.needsYes ? "elsewhere --yes is needed" : "elsewhere it is done at once"
    configuration.discussion = """
      On a terminal it says what goes with it, and asks for the word "\(Done.confirmation)"; \
      \(elsewhere).

      \(configuration.discussion)
      """
    return configuration
  }
  @OptionGroup var subject: Done.Subject
  @OptionGroup var removal: RemovalOptions
  @OptionGroup var options: GlobalOptions

  var showsWork: Bool { false }

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let place = DeedPlace(session: session, surroundings: surroundings)
      let now = session.now
      let person = subject.person.person
      let command = try Done.command(subject, in: place)
      if removal.dryRun {
        let preview = try session.database.preview(command, as: person, at: now)
        return .preview(command, preview, by: person, at: now)
      }
      try confirm(command, as: person, at: now, in: place)
      let performed = try session.perform(command, as: person, at: now)
      return .performed(
        command, performed.journalID, by: person, at: now,
        went: Consequences(of: performed.changes))
    }
  }

  /// Asks whoever types, where that is due. What a rule forbids is not asked about: doing it says no,
  /// and leaves a row in the log.
  private func confirm(
    _ command: PortalCommand, as person: IdentityIdentifier, at now: Instant, in place: DeedPlace
  ) throws {
    let surroundings = place.surroundings
    guard !removal.yes, surroundings.canAsk || Done.needsYes else { return }
    do {
      let preview = try place.session.database.preview(command, as: person, at: now)
      try surroundings.confirm(
        word: Done.confirmation, warning: preview.warning(before: command).asked)
    } catch is Refusal {}
  }
}

extension Outcome {
  /// What a command would take with it, were it given now.
  static func preview(
    _ command: PortalCommand, _ preview: Consequences, by person: IdentityIdentifier,
    at now: Instant
  ) -> Outcome {
    let warning = preview.warning(before: command)
    return Outcome(
      schema: "portal.preview/1",
      [
        .init("at", .string(now.rfc3339)), .init("as", JSONValue(person)),
        .init("do", command.json), .init("goes", preview.json),
      ], lines: warning.asked + ["Nothing was done."],
      sentences: warning.lines)
  }
}
