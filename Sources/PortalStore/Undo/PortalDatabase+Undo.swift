import PortalModel

extension PortalDatabase {
  /// Takes a change back, by the inverse of what it wrote; decided and done in one transaction.
  ///
  /// Durable when it returns, and journalled as an entry of its own.
  ///
  /// - Parameters:
  ///   - actor: Who takes it back.
  ///   - entry: Which; `nil` for the newest change of the person acted as that is not taken back.
  ///   - withDependents: Whether later changes that build on it are taken back with it. Without, such
  ///     changes refuse the undo.
  ///   - instant: When it counts as done.
  /// - Throws: `Refusal.undo`, or ``StoreError``; nothing is written then.
  @discardableResult
  public func undo(
    as actor: Actor, entry: Int64? = nil, withDependents: Bool = false, at instant: Instant
  ) throws -> Undone {
    try rewinding(.undo(entry: entry), as: actor, at: instant) {
      try $0.undo(entry, withDependents: withDependents)
    }
  }

  /// Brings again what the person acted as took back last and has not brought again, unless that
  /// person has made a change since.
  ///
  /// - Throws: `Refusal.undo`, or ``StoreError``; nothing is written then.
  @discardableResult
  public func redo(as actor: Actor, at instant: Instant) throws -> Undone {
    try rewinding(.redo, as: actor, at: instant) { try $0.redo() }
  }

  /// Puts the portal back to how it was after an entry, whoever changed it since, loaded scenarios
  /// included. Going forward again is returning to a later entry.
  ///
  /// - Throws: `Refusal.undo`, or ``StoreError``; nothing is written then.
  @discardableResult
  public func returnTo(
    entry: Int64, as actor: Actor, at instant: Instant
  ) throws -> Undone {
    try rewinding(.returnTo(entry: entry), as: actor, at: instant) { try $0.returnTo(entry) }
  }

  /// What would be taken back together with an entry: later changes that build on it, newest first.
  ///
  /// Those that only a rule of the portal makes necessary show when it is tried: the refusal names
  /// them.
  ///
  /// - Returns: The entries, the asked-for one last; at most 1,000.
  public func planUndo(entry: Int64) throws(StoreError) -> [JournalEntry] {
    try reading { database in
      try Dependents(database: database).closure(of: [entry], limit: Dependents.enough)
        .sorted(by: >).compactMap { try JournalRow.entry($0, in: database) }
    }
  }

  private func rewinding(
    _ attempt: Attempt, as actor: Actor, at instant: Instant,
    _ body: (UndoTransaction) throws -> Undone
  ) throws -> Undone {
    try deciding(attempt, as: actor, at: instant) { database in
      try body(UndoTransaction(database: database, actor: actor, instant: instant))
    }
  }
}
