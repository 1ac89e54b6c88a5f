import PortalModel

extension UndoTransaction {
  /// Takes back an entry, the person's newest where none is named.
  func undo(_ id: Int64?, withDependents: Bool) throws -> Undone {
    let entry = try entry(id ?? newest())
    switch try standings.kind(of: entry.id) {
    case .load: throw Refusal.undo(.scenarioBetween(nil, load: entry.reference))
    case .undo, .redo, nil: throw Refusal.undo(.noChange(entry.reference))
    case .returned, .command: break
    }
    if let by = entry.undoneBy { throw Refusal.undo(.alreadyUndone(entry.reference, by: by)) }
    guard entry.changedSomething else { throw Refusal.undo(.noChange(entry.reference)) }
    if case .rewinding(.returnTo(_, _, let acrossScenario)) = entry.act {
      return try undoReturn(entry, acrossScenario: acrossScenario)
    }
    try requireInFrontOfScenario(entry)
    return try undo(entry, withDependents: withDependents)
  }

  private func newest() throws -> Int64 {
    guard let newest = try standings.newestUndoable(of: actor.identity) else {
      throw Refusal.undo(.nothingToUndo(actor.identity))
    }
    // What lies behind a loaded scenario is not there any more for this person.
    if let barrier = try standings.barrier(), barrier > newest {
      throw Refusal.undo(.scenarioBetween(nil, load: try entry(barrier).reference))
    }
    return newest
  }

  /// Takes an entry back with all that builds on it, or says what does.
  ///
  /// What breaks a rule shows only when it is tried: whoever made it necessary joins those that are
  /// taken back, and it is tried again.
  private func undo(_ entry: JournalEntry, withDependents: Bool) throws -> Undone {
    let limit = withDependents ? Int.max : Dependents.enough
    var taken = try dependents.closure(of: [entry.id], limit: limit)
    var broken: InvariantViolation?
    var owners = OwnersLookedAt.allBut([])
    while true {
      let order = taken.sorted(by: >)
      func refuseAlone() throws {
        guard taken.count > 1, !withDependents else { return }
        let later = try list(order.filter { $0 != entry.id })
        throw Refusal.undo(.laterChanges(of: entry.reference, later, violation: broken))
      }
      if taken.count >= limit { try refuseAlone() }
      do {
        let recorded = try apply(order, inverted: true, owners: owners)
        try refuseAlone()
        let id = try journal(.undo(entries: order), recorded, about: order)
        try standings.takeBack(order, by: id, as: actor.identity)
        return Undone(kind: .undo, journalID: id, entry: entry, count: order.count)
      } catch Obstacle.conflict(let other) {
        throw Refusal.undo(.conflict(try self.entry(other).reference))
      } catch Obstacle.violation(let violation) {
        let writers = try dependents.writers(of: violation.rows, after: entry.id)
        let more = try dependents.closure(of: taken.union(writers), limit: limit)
        guard more.count > taken.count else {
          if owners.accept(violation) { continue }
          throw Refusal.undo(.breaksRule(entry.reference, violation))
        }
        broken = violation
        taken = more
      }
    }
  }

  /// Takes a return back by going forward again, as long as nothing happened since.
  private func undoReturn(_ entry: JournalEntry, acrossScenario: Bool) throws -> Undone {
    if acrossScenario { throw Refusal.undo(.scenarioBetween(nil, load: entry.reference)) }
    let newest = try standings.newestEntry()
    guard newest == entry.id else {
      throw Refusal.undo(
        .changedSinceReturn(entry.reference, since: try self.entry(newest).reference))
    }
    return try rewind(
      to: entry.id - 1, as: .undo(entries: [entry.id]), about: entry, redo: actor.identity)
  }
}
