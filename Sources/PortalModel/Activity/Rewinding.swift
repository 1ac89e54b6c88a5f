/// What an entry of the journal does that carries no command: it goes back or forward in the journal.
public enum Rewinding: Hashable, Codable, Sendable {
  /// These entries were taken back, newest first.
  case undo(entries: [Int64])
  /// These entries were brought again, oldest first.
  case redo(entries: [Int64])
  /// The portal was put back to how it was after an entry: so many entries were rewound, and
  /// perhaps a loaded scenario among them.
  case returnTo(entry: Int64, rewound: Int, acrossScenario: Bool)
}

/// What an entry of the journal did.
public enum JournalAct: Hashable, Encodable, Sendable {
  /// A command was carried out.
  case command(PortalCommand)
  /// Entries were taken back or brought again.
  case rewinding(Rewinding)
  /// Older entries were folded away; this one stands for them.
  case folded
  /// Something that this version does not know.
  case unknown
}

/// What somebody tried and was refused.
public enum Attempt: Hashable, Codable, Sendable {
  /// A command; a scenario's steps are left out.
  case command(PortalCommand)
  /// To take an entry back, or the newest change where none is named.
  case undo(entry: Int64?)
  /// To bring again what was taken back last.
  case redo
  /// To put the portal back to how it was after an entry.
  case returnTo(entry: Int64)
}
