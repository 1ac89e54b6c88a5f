import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal undo`: takes a change back.
struct UndoCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a change back: the person's newest, or a row of the log.",
    discussion: """
      Taking back is itself a row of the log; nothing is ever struck from it.

      Example:
        portal undo --as alice
      """)

  @Option(
    help: ArgumentHelp("The number of a change in \"portal log\".", valueName: "number"),
    transform: Parsing.row)
  var id: Int64?

  @Flag(help: "Take later changes that build on it back as well.")
  var withDependents = false

  @OptionGroup var person: PersonOption
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      try session.outcome(
        of: session.undo(as: person.person, entry: id, withDependents: withDependents),
        "undo", by: person.person)
    }
  }
}

/// `portal redo`: brings again what was taken back last.
struct RedoCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Bring again what the person took back last.",
    discussion: """
      Example:
        portal redo --as alice
      """)
  @OptionGroup var person: PersonOption
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      try session.outcome(
        of: session.redo(as: person.person), "redo", by: person.person)
    }
  }
}

/// `portal return`: puts the portal back to how it was after a row.
struct ReturnCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: "Put the whole portal back to how it was after a row of the log.",
    discussion: """
      Later rows stay in the log, so returning to one of them goes forward again.

      Example:
        portal return --to 1 --as alice
      """)

  @Option(
    help: ArgumentHelp("The number of a change in \"portal log\".", valueName: "number"),
    transform: Parsing.row)
  var to: Int64

  @OptionGroup var person: PersonOption
  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      try session.outcome(
        of: session.returnTo(entry: to, as: person.person), "return", by: person.person)
    }
  }
}

extension PortalSession {
  /// What going back or forward came to.
  fileprivate func outcome(
    of undone: Undone, _ command: String, by person: IdentityIdentifier
  ) throws -> Outcome {
    let sentence = undone.note.sentence + "."
    let row = try database.activityRow(entry: undone.entry.id)
    return Outcome(
      schema: "portal.undo/1",
      [
        .init("at", .string(now.rfc3339)), .init("as", JSONValue(person)),
        .init("command", .string(command)), .init("journal", .integer(undone.journalID)),
        .init("count", JSONValue(count: undone.count)), .init("entry", row?.json ?? .null),
      ], lines: [sentence], sentences: [sentence])
  }
}
