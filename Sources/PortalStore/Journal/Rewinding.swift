import PortalModel

/// What an entry does that carries no command: it goes back or forward in the journal.
public enum Rewinding: Hashable, Codable, Sendable {
  /// These entries were taken back, newest first.
  case undo(entries: [Int64])
  /// These entries were brought again, oldest first.
  case redo(entries: [Int64])
  /// The portal was put back to how it was after an entry: so many entries were rewound, and
  /// perhaps a loaded scenario among them.
  case returnTo(entry: Int64, rewound: Int, acrossScenario: Bool)

  /// The name that the journal and its filters use.
  var journalName: String {
    switch self {
    case .undo: "undo"
    case .redo: "redo"
    case .returnTo: "return"
    }
  }
}

/// What an entry of the journal did.
public enum JournalAct: Hashable, Sendable {
  /// A command was carried out.
  case command(PortalCommand)
  /// Entries were taken back or brought again.
  case rewinding(Rewinding)
  /// Something that this version does not know.
  case unknown
}

/// Of what kind an entry is, as undo sees it.
enum EntryKind: String {
  case command, load, undo, redo
  case returned = "return"
}

extension JournalAct {
  var kind: EntryKind {
    switch self {
    case .command(.loadScenario): .load
    case .command, .unknown: .command
    case .rewinding(.undo): .undo
    case .rewinding(.redo): .redo
    case .rewinding(.returnTo): .returned
    }
  }

  var journalName: String {
    switch self {
    case .command(let command): command.journalName
    case .rewinding(let rewinding): rewinding.journalName
    case .unknown: "unknown"
    }
  }
}
