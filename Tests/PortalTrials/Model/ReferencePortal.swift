import PortalModel
import PortalTestSupport

/// The naive reference: the whole portal as dictionaries in memory, looked up the obvious way, and the
/// whole history of what each command did.
///
/// Whether an undo is one that could be refused for what was built on it since is judged roughly: it
/// may be refused where a later change is about something of the same name; it must be where the
/// portal is no longer as the change left it or would contradict itself. The reference then does what
/// the store did.
public final class ReferencePortal {
  private let portal = MemoryPortal()
  private var rows = ReferenceRows()
  private var entries: [Entry] = []

  private struct Entry {
    var person: IdentityIdentifier
    var delta: ReferenceRows.Delta
    var isLoad = false
    /// By the how manieth step it is taken back; `nil` where it stands.
    var undoneBy: Int?
    /// Whether its person may still bring it again.
    var canRedo = false
  }

  /// An empty portal.
  public init() {}

  /// The state as it is now.
  public var facts: MemoryFacts { portal.facts }

  /// Tries a step.
  ///
  /// - Parameter store: What the store made of it; looked at only where more than one answer is right.
  /// - Returns: What should have come of it.
  public func perform(
    _ step: TrialStep, number: Int, store: TrialOutcome? = nil
  ) throws -> TrialOutcome {
    switch step {
    case .perform(let command, let person):
      try perform(command, by: person, number: number)
    case .undo(let person): try undo(by: person, number: number, store: store)
    case .redo(let person): try redo(by: person, store: store)
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
    var entry = Entry(
      person: person, delta: rows.take(portal.facts.contents, rewritten: command.rewritten))
    if case .loadScenario = command { entry.isLoad = true }
    if !entry.delta.keys.isEmpty {
      for index in entries.indices where entries[index].person == person {
        entries[index].canRedo = false
      }
    }
    entries.append(entry)
    return .accepted
  }

  private func undo(
    by person: IdentityIdentifier, number: Int, store: TrialOutcome?
  ) throws -> TrialOutcome {
    guard
      let newest = entries.lastIndex(where: {
        $0.person == person && $0.undoneBy == nil && !$0.delta.keys.isEmpty
      })
    else { return .refusedUndo("nothingToUndo") }
    if let load = entries.lastIndex(where: \.isLoad), load >= newest {
      return .refusedUndo("scenarioBetween")
    }
    let outcome = try apply(entries[newest].delta.inverse, of: newest, store)
    if outcome == .accepted {
      entries[newest].undoneBy = number
      entries[newest].canRedo = true
    }
    return outcome
  }

  private func redo(
    by person: IdentityIdentifier, store: TrialOutcome?
  ) throws -> TrialOutcome {
    let candidates = entries.indices.filter {
      entries[$0].person == person && entries[$0].canRedo
    }
    guard
      let newest = candidates.max(by: {
        entries[$0].undoneBy ?? 0 < entries[$1].undoneBy ?? 0
      })
    else { return .refusedUndo("nothingToRedo") }
    if let load = entries.lastIndex(where: \.isLoad), load >= newest {
      return .refusedUndo("scenarioBetween")
    }
    let outcome = try apply(entries[newest].delta, of: newest, store)
    if outcome == .accepted {
      entries[newest].undoneBy = nil
      entries[newest].canRedo = false
    }
    return outcome
  }

  private func apply(
    _ delta: ReferenceRows.Delta, of entry: Int, _ store: TrialOutcome?
  ) throws -> TrialOutcome {
    var tried = rows
    let fits = try tried.apply(delta) != nil
    let contents = tried.contents
    guard fits, contents.contradiction == nil else {
      if case .refusedUndo(let kind)? = store, Self.dependence.contains(kind) {
        return .refusedUndo(kind)
      }
      return .refusedUndo(fits ? "a rule broken" : "a conflict")
    }
    if case .refusedUndo(let kind)? = store, Self.dependence.contains(kind),
      hasNeighbours(entry)
    {
      return .refusedUndo(kind)
    }
    rows = tried
    portal.replace(by: contents)
    return .accepted
  }

  private static let dependence: Set = [
    "laterChanges", "earlierUndone", "breaksRule", "conflict",
  ]

  /// Whether anything else in the history is about something of the same name.
  private func hasNeighbours(_ entry: Int) -> Bool {
    let names = entries[entry].delta.names
    return entries.indices.contains { other in
      other != entry && !entries[other].isLoad
        && !entries[other].delta.names.isDisjoint(with: names)
    }
  }
}

extension ReferenceRows.Delta {
  /// The identifiers in the keys of what was touched, and in what stood there.
  fileprivate var names: Set<String> {
    let rows = Array(before.values) + Array(after.values)
    return rows.reduce(into: Set(keys.flatMap { $0.dropFirst() })) { names, row in
      switch row {
      case .application(let application):
        names.formUnion([application.name, application.owner.text, application.identity.text])
        if let group = application.administrators { names.insert(group.text) }
      case .identity(let identity):
        if let supervisor = identity.supervisor { names.insert(supervisor.text) }
      case .offer(let offer): names.insert(offer.to.text)
      default: break
      }
    }
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
