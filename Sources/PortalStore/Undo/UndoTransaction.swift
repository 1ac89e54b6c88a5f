import GRDB
import PortalModel

/// What an undo, redo or return came to.
public struct Undone: Hashable, Sendable {
  /// Which of the three it was.
  public enum Kind: Hashable, Sendable { case undo, redo, returnTo }

  /// Which of the three it was.
  public var kind: Kind
  /// The number of its own journal entry.
  public var journalID: Int64
  /// The entry that was asked for: the change taken back or brought again, or the one returned to.
  public var entry: JournalEntry
  /// How many entries were taken back, brought again, or rewound.
  public var count: Int
}

/// One undo or redo being decided on and carried out inside a writing transaction.
struct UndoTransaction {
  let database: Database
  let actor: Actor
  let instant: Instant

  var standings: Standings { Standings(database: database) }
  var dependents: Dependents { Dependents(database: database) }

  func entry(_ id: Int64) throws -> JournalEntry {
    guard let entry = try JournalRow.entry(id, in: database) else {
      throw Refusal.undo(.unknownEntry(id))
    }
    return entry
  }

  /// The entry, if a scenario was not loaded over it since.
  func requireInFrontOfScenario(_ entry: JournalEntry) throws {
    guard let barrier = try standings.barrier(), barrier >= entry.id else { return }
    throw Refusal.undo(
      .scenarioBetween(entry.reference, load: try self.entry(barrier).reference))
  }

  /// Applies the changesets of entries, or their inverses, in one recording, and checks what must
  /// hold on all that they touched.
  ///
  /// - Parameter owners: Which applications' owners are looked at.
  /// - Throws: ``Obstacle`` with everything as it was before, or a storage's error.
  func apply(_ entries: [Int64], inverted: Bool, owners: OwnersLookedAt) throws -> Changeset {
    var recorded = Changeset(bytes: .init())
    try database.inSavepoint {
      recorded = try Changeset.recording(on: database) {
        try apply(entries, inverted: inverted)
      }
      var touched = try TouchedEntities(of: recorded)
      switch owners {
      case .none: touched.owners = []
      case .allBut(let accepted): touched.owners.subtract(accepted)
      }
      let facts = DatabaseFacts(database: database)
      if let found = try violation(of: touched, facts: facts) { throw Obstacle.violation(found) }
      return .commit
    }
    return recorded
  }

  /// Applies entry by entry, or, where on the way two have one name that would not in the end, all joined.
  private func apply(_ entries: [Int64], inverted: Bool) throws {
    func changeset(_ entry: Int64) throws -> Changeset {
      let changeset = try dependents.changeset(of: entry)
      return inverted ? try changeset.inverted() : changeset
    }
    do {
      try database.inSavepoint {
        for entry in entries { try apply(changeset(entry), of: entry) }
        return .commit
      }
    } catch Obstacle.violation(let violation) {
      guard entries.count > 1, let last = entries.last,
        let joined = try? Changeset.joining(entries.map(changeset))
      else { throw Obstacle.violation(violation) }
      do { try apply(joined, of: last) } catch Obstacle.conflict {
        throw Obstacle.violation(violation)
      }
    }
  }

  private func apply(_ changeset: Changeset, of entry: Int64) throws {
    do {
      try changeset.applyExchangingNames(to: database)
    } catch ChangesetConflict.name(let name, let other) {
      throw Obstacle.violation(.nameTaken(name, by: other))
    } catch ChangesetConflict.entity(let entity, let other) {
      throw Obstacle.violation(.entityTaken(entity, by: other))
    } catch ChangesetConflict.row {
      throw Obstacle.conflict(entry: entry)
    }
  }

  /// Writes the journal entry of what was done, about the same applications as the entries it is about.
  func journal(
    _ rewinding: Rewinding, _ changeset: Changeset, about entries: [Int64]
  ) throws -> Int64 {
    let id = try JournalWriter(database: database, actor: actor, instant: instant)
      .write(rewinding, changeset: changeset)
    for entry in entries {
      try database.run(
        """
        INSERT OR IGNORE INTO journal_subjects (application, entry)
        SELECT application, ? FROM journal_subjects WHERE entry = ?
        """, [id, entry])
    }
    return id
  }

  func list(_ entries: some Sequence<Int64>) throws -> LaterEntries {
    let all = Array(entries)
    return LaterEntries(
      named: try all.prefix(Self.named).map { try entry($0).reference }, count: all.count)
  }

  /// How many entries a refusal names.
  private static let named = 20
}

/// Which applications' owners must be able to sign in where a change is taken back or brought again.
enum OwnersLookedAt {
  /// None: everything is to be as it once was.
  case none
  /// All but those whose owner could not sign in when the change was made either.
  case allBut(Set<ApplicationIdentifier>)

  /// Leaves out the application of a violation that no later change made.
  ///
  /// - Returns: Whether that is something new to try.
  mutating func accept(_ violation: InvariantViolation) -> Bool {
    guard case .ownerDisabled(let id, _) = violation, case .allBut(let accepted) = self,
      !accepted.contains(id)
    else { return false }
    self = .allBut(accepted.union([id]))
    return true
  }
}

/// What stood in the way of applying changesets.
enum Obstacle: Error {
  /// The portal is no longer as an entry left it.
  case conflict(entry: Int64)
  /// Something that must hold would not.
  case violation(InvariantViolation)
}
