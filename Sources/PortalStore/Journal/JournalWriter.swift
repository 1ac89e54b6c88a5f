import Foundation
import GRDB
import PortalModel

/// Writes journal entries.
struct JournalWriter {
  let database: Database

  func write(
    _ command: PortalCommand, as actor: Actor, at instant: Instant, changes: [Change],
    changeset: Changeset
  ) throws -> Int64 {
    try database.run(
      """
      INSERT INTO journal (at, login, terminal, identity, name, command, changeset)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        instant.milliseconds, actor.login, actor.terminal, actor.identity.text,
        command.journalName, try Self.text(of: command), changeset.bytes,
      ])
    let entry = database.lastInsertedRowID
    for subject in Set(changes.flatMap(\.subjects)) {
      try database.run(
        "INSERT INTO journal_subjects (application, entry) VALUES (?, ?)", [subject.text, entry])
    }
    return entry
  }

  private static func text(of command: PortalCommand) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(command), as: UTF8.self)
  }
}
