/// Why something cannot be taken back, or brought again.
public enum UndoRefusal: Hashable, Codable, Sendable {
  /// This person has changed nothing that is not taken back already.
  case nothingToUndo(IdentityIdentifier)
  /// This person has taken nothing back since their newest change.
  case nothingToRedo(IdentityIdentifier)
  /// There is no such entry.
  case unknownEntry(Int64)
  /// The entry changed nothing, or is itself an undo or redo.
  case noChange(EntryReference)
  /// The entry is taken back already.
  case alreadyUndone(EntryReference, by: Int64)
  /// A scenario was loaded, or the portal rewound across one, by or after the entry: only a return goes
  /// back across it.
  case scenarioBetween(EntryReference?, load: EntryReference)
  /// The portal was rewound by this entry, and others have made changes since.
  case changedSinceReturn(EntryReference, since: EntryReference)
  /// Changes made or brought again since, newest first, build on what would be taken back; `violation`
  /// says how where it is a rule that would be broken beside them. They can be taken back together.
  case laterChanges(
    of: EntryReference, LaterEntries, violation: InvariantViolation?)
  /// What would be brought again builds on earlier changes that have been taken back since.
  case earlierUndone(of: EntryReference, LaterEntries)
  /// Changes made or brought again since, newest first, wrote what would be brought again, or took away
  /// what it needs; `violation` says how where it is a rule that it would break beside them.
  case barred(EntryReference, by: LaterEntries, violation: InvariantViolation?)
  /// A rule would be broken, by something that no change since made.
  case breaksRule(EntryReference, InvariantViolation)
  /// The portal is no longer as the entry left it.
  case conflict(EntryReference)
  /// The portal stands already as it did after the entry.
  case alreadyThere(EntryReference)
}

/// An entry of the journal, as a refusal names it.
public struct EntryReference: Hashable, Codable, Sendable {
  /// Its number.
  public var id: Int64
  /// When it was made.
  public var at: Instant
  /// As whom.
  public var identity: IdentityIdentifier
  /// What was done; `nil` where it is no command, or one that carries a whole scenario.
  public var command: PortalCommand?

  /// Makes a reference.
  public init(id: Int64, at: Instant, identity: IdentityIdentifier, command: PortalCommand?) {
    self.id = id
    self.at = at
    self.identity = identity
    self.command = command
  }
}

/// Some entries of the journal, the first few of them named.
public struct LaterEntries: Hashable, Codable, Sendable {
  /// The first few, in the order of the refusal.
  public var named: [EntryReference]
  /// How many there are.
  public var count: Int

  /// Makes the list.
  public init(named: [EntryReference], count: Int) {
    self.named = named
    self.count = count
  }
}
