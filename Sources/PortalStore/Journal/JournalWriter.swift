import Foundation
import GRDB
import PortalModel

/// Writes journal entries, each with how it stands.
struct JournalWriter {
  let database: Database
  let actor: Actor
  let instant: Instant

  func write(
    _ command: PortalCommand, changes: [Change], changeset: Changeset
  ) throws -> Int64 {
    let entry = try write(.command(command), text: Self.text(of: command), changeset)
    for subject in Set(changes.flatMap(\.subjects)) {
      try database.run(
        "INSERT INTO journal_subjects (application, entry) VALUES (?, ?)", [subject.text, entry])
    }
    // A loaded scenario touches everything: see the schema.
    if case .loadScenario = command { return entry }
    try Touches(of: changeset).write(of: entry, in: database)
    return entry
  }

  func write(_ rewinding: Rewinding, changeset: Changeset) throws -> Int64 {
    try write(.rewinding(rewinding), text: Self.text(of: rewinding), changeset)
  }

  private func write(_ act: JournalAct, text: String, _ changeset: Changeset) throws -> Int64 {
    let changed = !changeset.bytes.isEmpty
    // A new change ends what its person could have brought again.
    switch act.kind {
    case .command, .load, .returned:
      if changed { try Standings(database: database).forgetRedo(of: actor.identity) }
    case .undo, .redo: break
    }
    try database.run(
      """
      INSERT INTO journal (at, login, terminal, identity, name, command, changeset)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        instant.milliseconds, actor.login, actor.terminal, actor.identity.text,
        act.journalName, text, changeset.bytes,
      ])
    let entry = database.lastInsertedRowID
    try database.run(
      "INSERT INTO journal_standings (entry, kind, identity, changed) VALUES (?, ?, ?, ?)",
      [entry, act.kind.rawValue, actor.identity.text, changed])
    return entry
  }

  private static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
