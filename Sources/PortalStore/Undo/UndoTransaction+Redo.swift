import PortalModel

extension UndoTransaction {
  /// Brings again what the person took back last.
  func redo() throws -> Undone {
    guard let (undo, entries) = try standings.newestRedoable(of: actor.identity),
      let first = entries.first
    else { throw Refusal.undo(.nothingToRedo(actor.identity)) }
    let entry = try entry(first)
    if try standings.kind(of: first) == .returned { return try redoReturn(entry, undo: undo) }
    try requireInFrontOfScenario(entry)
    let together = Set(entries)
    for id in entries {
      let missing = try dependents.missing(under: id, besides: together)
      guard missing.isEmpty else {
        throw Refusal.undo(
          .earlierUndone(of: entry.reference, try list(missing.sorted(by: >))))
      }
    }
    let later = try dependents.barring(together)
    guard later.isEmpty else {
      throw Refusal.undo(
        .barred(entry.reference, by: try list(later.sorted(by: >)), violation: nil))
    }
    let recorded = try applyAgain(entries, entry)
    let id = try journal(.redo(entries: entries), recorded, about: entries)
    try standings.bringAgain(entries, by: id)
    return Undone(kind: .redo, journalID: id, entry: entry, count: entries.count)
  }

  private func applyAgain(_ entries: [Int64], _ first: JournalEntry) throws -> Changeset {
    var owners = OwnersLookedAt.allBut([])
    while true {
      do {
        return try apply(entries, inverted: false, owners: owners)
      } catch Obstacle.violation(let violation) {
        let writers = try dependents.writers(of: violation.rows, after: first.id)
          .subtracting(entries)
        if writers.isEmpty, owners.accept(violation) { continue }
        guard !writers.isEmpty else {
          throw Refusal.undo(.breaksRule(first.reference, violation))
        }
        throw Refusal.undo(
          .barred(first.reference, by: try list(writers.sorted(by: >)), violation: violation))
      } catch Obstacle.conflict(let entry) {
        throw Refusal.undo(.conflict(try self.entry(entry).reference))
      }
    }
  }

  /// Rewinds again what an undone return had rewound, as long as nothing happened since.
  private func redoReturn(_ entry: JournalEntry, undo: Int64) throws -> Undone {
    let newest = try standings.newestEntry()
    guard newest == undo else {
      throw Refusal.undo(
        .changedSinceReturn(entry.reference, since: try self.entry(newest).reference))
    }
    return try rewind(to: undo - 1, as: .redo(entries: [entry.id]), about: entry, redo: nil)
  }
}
