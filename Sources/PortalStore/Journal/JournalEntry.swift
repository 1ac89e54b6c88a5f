import PortalModel

/// One accepted command, as the journal keeps it.
public struct JournalEntry: Hashable, Sendable {
  /// The entry's number; ascending in the order in which commands counted.
  public var id: Int64
  /// When.
  public var at: Instant
  /// Who really acted, and as whom.
  public var actor: Actor
  /// The command's name, as in `approveExchange`.
  public var name: String
  /// The command; `nil` where this version does not know it.
  public var command: PortalCommand?
  /// Whether anything changed.
  public var changedSomething: Bool
}

/// Which journal entries are asked for; each field narrows further.
public struct JournalFilter: Hashable, Sendable {
  /// Entries that touched this application.
  public var application: ApplicationIdentifier?
  /// Entries of commands given as this identity.
  public var identity: IdentityIdentifier?
  /// Entries at or after this instant.
  public var since: Instant?

  /// Makes a filter; without arguments, for everything.
  public init(
    application: ApplicationIdentifier? = nil, identity: IdentityIdentifier? = nil,
    since: Instant? = nil
  ) {
    self.application = application
    self.identity = identity
    self.since = since
  }
}

/// What an accepted command did.
public struct Performed: Hashable, Sendable {
  /// The number of its journal entry.
  public var journalID: Int64
  /// The changes that carried it out, in order; empty where nothing needed changing.
  public var changes: [Change]
}
