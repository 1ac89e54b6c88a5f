import PortalModel

/// What an undo, redo or return came to, for the message row.
public struct UndoneNote: Hashable, Sendable {
  /// Which way it went.
  public enum Direction: Hashable, Sendable {
    /// A change was taken back.
    case back
    /// A change was brought again.
    case forward
    /// The portal was put back to a row, or forward.
    case to
  }

  /// Which way it went.
  public var direction: Direction
  /// The change, or the row that was returned to.
  public var entry: EntryReference
  /// How many rows were taken back, brought again or rewound.
  public var count: Int

  /// Makes a note.
  public init(direction: Direction, entry: EntryReference, count: Int) {
    self.direction = direction
    self.entry = entry
    self.count = count
  }

  /// The note in words: `Taken back: Request sent to …`.
  public var sentence: String {
    let what = entry.command?.past() ?? "a step through the journal"
    switch direction {
    case .back where count > 1: return "Taken back with \(others): \(what)"
    case .back: return "Taken back: \(what)"
    case .forward where count > 1: return "Brought again with \(others): \(what)"
    case .forward: return "Brought again: \(what)"
    case .to:
      return "The portal stands as after row \(entry.id); \(counted(count, "row")) rewound"
    }
  }

  private var others: String { "\(counted(count - 1, "later change"))" }
}
