import ArgumentParser
import PortalModel
import PortalScreens
import PortalStore

/// `portal log`: the journal.
struct LogCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show what was done, newest first.")

  @Option(help: "At most so many rows.", transform: Parsing.limit)
  var limit = 50

  @OptionGroup var options: GlobalOptions

  func perform(in surroundings: Surroundings) async throws -> Outcome {
    try await withSession(in: surroundings) { session in
      let entries = try session.database.journal(limit: limit)
      let table = TextTable(
        titles: ["NO", "WHEN (UTC)", "AS", "BY", "WHAT"],
        rows: entries.map { entry in
          [
            String(entry.id), entry.at.dateAndTime, entry.actor.identity.text, entry.actor.login,
            entry.command?.past() ?? entry.name,
          ]
        })
      return Outcome(
        schema: "portal.log/1", [.init("entries", .array(entries.map(\.json)))],
        lines: table.lines(empty: "Nothing was done yet."))
    }
  }
}

extension JournalEntry {
  fileprivate var json: JSONValue {
    .object([
      .init("id", .integer(id)), .init("at", .string(at.rfc3339)),
      .init("as", JSONValue(actor.identity)), .init("login", .string(actor.login)),
      .init("terminal", .string(actor.terminal)), .init("name", .string(name)),
      .init("do", command.map(\.json) ?? .null), .init("changed", .bool(changedSomething)),
    ])
  }
}
