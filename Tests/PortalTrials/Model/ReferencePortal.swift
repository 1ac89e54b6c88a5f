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

  /// Whether, for the last step, a broken rule is as right a reason as what came since: where it is an
  /// earlier change to something taken back with the entry that the store does not find.
  public private(set) var isRuleAlsoRight = false

  /// The state as it is now.
  public var facts: MemoryFacts { portal.facts }

  /// Tries a step; what should come of it.
  public func perform(_ step: TrialStep, number: Int) throws -> TrialOutcome {
    isRuleAlsoRight = false
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
    let together = try history.closure(of: newest)
    let deltas = together.reversed().map { history.entries[$0].delta.inverse }
    let outcome = try apply(deltas, of: newest, isRefused: together.count > 1, "laterChanges")
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
    if try history.isBarred(newest) { return .refusedUndo("barred") }
    let outcome = try apply([history.entries[newest].delta], of: newest, "barred")
    if outcome == .accepted {
      history.entries[newest].undoneBy = nil
      history.entries[newest].canRedo = false
    }
    return outcome
  }

  /// Makes changes to the rows, if they are as these know them and come to no contradiction.
  ///
  /// - Parameters:
  ///   - deltas: The changes, one after the other.
  ///   - entry: What the person wants back or again.
  ///   - isRefused: Whether it is only tried.
  ///   - reason: The refusal where something that came since is in the way.
  private func apply(
    _ deltas: [ReferenceRows.Delta], of entry: Int, isRefused: Bool = false, _ reason: String
  ) throws -> TrialOutcome {
    var tried = rows
    guard try deltas.allSatisfy({ try tried.apply($0) != nil }) else {
      return .refusedUndo("conflict")
    }
    let contents = tried.contents
    let departed = deltas.flatMap {
      history.departedOwners(taking: $0, of: entry, in: contents)
    }
    guard contents.contradiction == nil, departed.isEmpty else {
      let hasCulprits = try hasCulprits(deltas.last, of: entry)
      isRuleAlsoRight = hasCulprits && deltas.count > 1
      return .refusedUndo(hasCulprits ? reason : "breaksRule")
    }
    if isRefused { return .refusedUndo(reason) }
    rows = tried
    portal.replace(by: contents)
    return .accepted
  }

  /// Whether all would be well if nothing had come since: then it is named.
  private func hasCulprits(_ delta: ReferenceRows.Delta?, of entry: Int) throws -> Bool {
    var tried = rows
    for other in history.come(since: entry).reversed() {
      guard try tried.apply(history.entries[other].delta.inverse) != nil else { return false }
    }
    guard let delta else { return false }
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
