import PortalModel

/// One accepted command, or one step back or forward, as the journal keeps it.
public struct JournalEntry: Hashable, Sendable {
  /// The entry's number; ascending in the order in which commands counted.
  public var id: Int64
  /// When.
  public var at: Instant
  /// Who really acted, and as whom.
  public var actor: Actor
  /// The command's name, as in `approveExchange`, or `undo`, `redo`, `return`.
  public var name: String
  /// What was done.
  public var act: JournalAct
  /// Whether anything changed.
  public var changedSomething: Bool
  /// The entry by which this one is taken back at present; `nil` where it stands.
  public var undoneBy: Int64?

  /// The command; `nil` where this version does not know it, or the entry carries none.
  public var command: PortalCommand? {
    if case .command(let command) = act { command } else { nil }
  }

  /// The entry as a refusal names it.
  public var reference: EntryReference {
    var short = command
    if case .loadScenario(let script)? = command {
      short = .loadScenario(ScenarioScript(name: script.name, steps: []))
    }
    return EntryReference(id: id, at: at, identity: actor.identity, command: short)
  }
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
