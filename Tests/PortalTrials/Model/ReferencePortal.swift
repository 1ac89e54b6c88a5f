import PortalModel
import PortalTestSupport

/// The naive reference: the whole portal as dictionaries in memory, looked up the obvious way, and the
/// whole history of what each command did.
///
/// It shares the rules with the store and nothing else; whether an undo or redo has to be refused, and
/// why, it finds by comparing the change with every other one.
public final class ReferencePortal {
  private let portal = MemoryPortal()
  private var rows = ReferenceRows()
  private var history = ReferenceHistory()

  /// An empty portal.
  public init() {}

  /// Other names that are right for the refusal of the last step: where what is built upon could not be
  /// taken back together either, the reason for that is as good.
  public private(set) var alsoRight: Set<String> = []

  /// The state as it is now.
  public var facts: MemoryFacts { portal.facts }

  /// Tries a step; what should come of it.
  public func perform(_ step: TrialStep, number: Int) throws -> TrialOutcome {
    alsoRight = []
    switch step {
    case .perform(let command, let person):
      return try perform(command, by: person, number: number)
    case .undo(let person): return try undo(by: person, number: number)
    case .redo(let person): return try redo(by: person)
    }
  }

  private func perform(
    _ command: PortalCommand, by person: IdentityIdentifier, number: Int
  ) throws -> TrialOutcome {
    do {
      try portal.perform(
        command, as: Actor(identity: person, login: "trial"), at: TrialStep.instant(of: number))
    } catch let refusal as Refusal {
      return .refused(refusal)
    }
    var entry = ReferenceHistory.Entry(
      number: number, person: person,
      delta: rows.take(portal.facts.contents, rewritten: command.rewritten))
    if case .loadScenario = command { entry.isLoad = true }
    history.add(entry)
    return .accepted
  }

  private func undo(by person: IdentityIdentifier, number: Int) throws -> TrialOutcome {
    guard let newest = history.newestUndoable(by: person) else {
      return .refusedUndo("nothingToUndo")
    }
    guard history.isInFrontOfLoads(newest) else { return .refusedUndo("scenarioBetween") }
    if try history.isBuiltUpon(newest) {
      alsoRight = try reasonsAgainst(takingBack: history.closure(of: newest))
      return .refusedUndo("laterChanges")
    }
    let outcome = try apply(history.entries[newest].delta.inverse, of: newest)
    if outcome == .accepted {
      history.entries[newest].undoneBy = number
      history.entries[newest].canRedo = true
    }
    return outcome
  }

  private func redo(by person: IdentityIdentifier) throws -> TrialOutcome {
    guard let newest = history.newestRedoable(by: person) else {
      return .refusedUndo("nothingToRedo")
    }
    guard history.isInFrontOfLoads(newest) else { return .refusedUndo("scenarioBetween") }
    if try history.lacksWhatItStoodOn(newest) { return .refusedUndo("earlierUndone") }
    if try history.isBarred(newest) { return .refusedUndo("laterChanges") }
    let outcome = try apply(history.entries[newest].delta, of: newest)
    if outcome == .accepted {
      history.entries[newest].undoneBy = nil
      history.entries[newest].canRedo = false
    }
    return outcome
  }

  /// Why entries could not even be taken back together; empty where they could.
  private func reasonsAgainst(takingBack entries: [Int]) throws -> Set<String> {
    var tried = rows
    for entry in entries.reversed() {
      guard try tried.apply(history.entries[entry].delta.inverse) != nil else {
        return ["conflict", "breaksRule"]
      }
    }
    return tried.contents.contradiction == nil ? [] : ["breaksRule"]
  }

  /// Makes a change to the rows, if they are as it knows them and come to no contradiction.
  private func apply(_ delta: ReferenceRows.Delta, of entry: Int) throws -> TrialOutcome {
    var tried = rows
    guard try tried.apply(delta) != nil else { return .refusedUndo("conflict") }
    let contents = tried.contents
    let departed = history.departedOwners(taking: delta, of: entry, in: contents)
    guard contents.contradiction == nil, departed.isEmpty else {
      return .refusedUndo(
        try hasCulprits(delta, of: entry) ? "laterChanges" : "breaksRule")
    }
    rows = tried
    portal.replace(by: contents)
    return .accepted
  }

  /// Whether all would be well if nothing later had been done: then it is named.
  private func hasCulprits(_ delta: ReferenceRows.Delta, of entry: Int) throws -> Bool {
    var tried = rows
    for later in history.standing(after: entry).reversed() {
      guard try tried.apply(history.entries[later].delta.inverse) != nil else { return false }
    }
    return try tried.apply(delta) != nil && tried.contents.contradiction == nil
  }
}

extension PortalCommand {
  /// The registration whose redirect addresses the command writes anew.
  fileprivate var rewritten: ApplicationIdentifier? {
    switch self {
    case .registerApplication(let form): form.id
    case .registerOIDC(let id, _), .editRegistration(let id, _): id
    default: nil
    }
  }
}
