import PortalModel

extension UndoRefusal {
  /// Why it cannot be taken back or brought again, and what can be done instead.
  var explanation: Explanation {
    switch self {
    case .nothingToUndo(let person):
      Explanation(
        what: "\(person) has nothing left to take back.",
        why: "z takes back the newest change of the person acted as, one after the other "
          + "\(Source.simulator).",
        next: "Act as whoever made the change, or choose its row in 7 Activity.")
    case .nothingToRedo(let person):
      Explanation(
        what: "\(person) has nothing to bring again.",
        why: "Only what this person took back since their newest change can be brought again "
          + "\(Source.simulator).",
        next: "Make the change once more, or return to a row of 7 Activity.")
    case .unknownEntry(let id):
      Explanation(
        what: "There is no row \(id) in the journal.",
        why: "Rows are numbered from 1; old ones may have been folded away.",
        next: "\"portal log\" lists them, newest first.")
    case .noChange(let entry):
      Explanation(
        what: "Row \(entry.id) has nothing to take back.",
        why: "It changed nothing, or is itself a step back or forward \(Source.simulator).",
        next: "Choose the row of a change; a step back is taken back by Z, or by a return.")
    case .alreadyUndone(let entry, let by):
      Explanation(
        what: "Row \(entry.id) is taken back already: \(entry.sentence).",
        why: "Row \(by) took it back.",
        next: "\(keyName(.redo)) brings it again, or a return to row \(entry.id).")
    case .scenarioBetween(let entry, let load): Self.scenarioBetween(entry, load)
    case .changedSinceReturn(let entry, let since):
      Explanation(
        what: "Row \(entry.id) rewound the portal, and \(since.identity) has changed it since.",
        why: "Going forward again would lose what was done in between, from row \(entry.id + 1) on "
          + "\(Source.simulator).",
        next: "Return to row \(entry.id - 1) in 7 Activity if that is meant.")
    case .laterChanges(let entry, let later, let violation):
      Self.laterChanges(entry, later, violation)
    case .earlierUndone(let entry, let earlier):
      Explanation(
        what: "Row \(entry.id) builds on what has been taken back since: "
          + "\(earlier.sentence).",
        why: "It can only stand on what it stood on \(Source.simulator).",
        next: "Bring \(earlier.count == 1 ? "that" : "those") again first, or make the change once "
          + "more.")
    case .barred(let entry, let others, let violation):
      Self.barred(entry, others, violation)
    case .breaksRule(let entry, let violation):
      Explanation(
        what: "Row \(entry.id) cannot go this way: \(violation.sentence).",
        why: "What holds after every change must hold after an undo too \(Source.simulator).",
        next: "Change what is in the way, or return to an earlier row in 7 Activity.")
    case .conflict(let entry):
      Explanation(
        what: "Row \(entry.id) no longer fits the portal as it is now.",
        why: "Going back or forward puts in exactly what a change replaced or made, or nothing "
          + "\(Source.simulator).",
        next: "Return to an earlier row in 7 Activity instead.")
    case .alreadyThere(let entry):
      Explanation(
        what: "The portal stands as after row \(entry.id) already.",
        why: "It is the newest row.", next: "Choose an older row to return to.")
    }
  }

  private static func scenarioBetween(
    _ entry: EntryReference?, _ load: EntryReference
  ) -> Explanation {
    let what =
      load.command == nil
      ? "row \(load.id) rewound the portal across a scenario"
      : "\(load.sentence) in row \(load.id)"
    return Explanation(
      what: entry.map { "Row \($0.id) lies behind a scenario: \(what)." }
        ?? "Nothing is taken back across a scenario: \(what).",
      why: "Loading a scenario begins a new portal, which no single undo leaves "
        + "\(Source.simulator).",
      next: "Return to row \(max(1, (entry?.id ?? load.id) - 1)) in 7 Activity: that goes back "
        + "across it.")
  }

  private static func laterChanges(
    _ entry: EntryReference, _ later: LaterEntries, _ violation: InvariantViolation?
  ) -> Explanation {
    let others = later.count == 1 ? "it" : "them"
    let reason = violation.map { " Beside \(others), \($0.sentence)." }
    return Explanation(
      what: "Row \(entry.id) cannot be taken back alone: \(later.sentence) since.",
      why:
        "\(later.count == 1 ? "That builds" : "Those build") on it.\(reason ?? "") An undo tears "
        + "no later change \(Source.simulator).",
      next: "Undo \(later.count == 1 ? "both" : "these \(later.words(and: 1))") together "
        + "(portal undo --id \(entry.id) --with-dependents), or leave it as it is.")
  }

  private static func barred(
    _ entry: EntryReference, _ others: LaterEntries, _ violation: InvariantViolation?
  ) -> Explanation {
    let (those, them) = others.count == 1 ? ("That", "it") : ("Those", "them")
    let reason =
      violation.map { "Beside \(them), \($0.sentence)." }
      ?? "\(those) changed the same, or took away what it needs."
    return Explanation(
      what: "Row \(entry.id) cannot be brought again: \(others.sentence) since.",
      why: "\(reason) A redo tears no change of others \(Source.simulator).",
      next: "Take \(those.lowercased()) back first, or make the change once more.")
  }

  /// The word by which machines know the rule.
  var code: String {
    switch self {
    case .nothingToUndo: "nothing_to_undo"
    case .nothingToRedo: "nothing_to_redo"
    case .unknownEntry: "unknown_entry"
    case .noChange: "no_change"
    case .alreadyUndone: "already_undone"
    case .scenarioBetween: "scenario_between"
    case .changedSinceReturn: "changed_since_return"
    case .laterChanges: "later_changes"
    case .earlierUndone: "earlier_undone"
    case .barred: "barred"
    case .breaksRule: "breaks_rule"
    case .conflict: "conflict"
    case .alreadyThere: "already_there"
    }
  }
}

extension EntryReference {
  /// Who did what: `bob approves the request of …`.
  public var sentence: String {
    "\(identity) \(command?.present ?? "goes back or forward in the journal")"
  }
}

extension LaterEntries {
  /// The first three in words, and how many there are besides.
  public var sentence: String {
    let shown = named.prefix(3).map { "\($0.sentence) (row \($0.id))" }
    let rest = count - shown.count
    return listed(shown + (rest > 0 ? ["\(counted(rest, "more change"))"] : []))
  }

  /// The count with some more; a thousand stands for more as well.
  public func words(and more: Int) -> String {
    count >= 999 ? "1,000 or more" : String(count + more)
  }
}
