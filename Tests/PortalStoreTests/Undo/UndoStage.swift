import PortalModel
import PortalTestSupport

@testable import PortalStore

/// The story's portal, changed step by step a second apart, with what it held after each entry.
final class UndoStage {
  private let scratch = Scratch()
  let portal: PortalDatabase
  /// Everything in the model after each entry of the journal.
  private(set) var after: [Int64: Everything] = [:]
  private var seconds: Int64 = 0

  init() throws {
    portal = try scratch.story()
    after[1] = try Everything(portal)
  }

  deinit { portal.close() }

  private func tick() -> Instant {
    seconds += 1
    return Story.start.advanced(seconds: seconds)
  }

  @discardableResult
  func perform(_ command: PortalCommand, as person: IdentityIdentifier) throws -> Int64 {
    let performed = try portal.perform(
      command, as: .person(person), at: tick(),
      secrets: SecretSource { [seconds] in "\($0.text)-draw-\(seconds)" })
    after[performed.journalID] = try Everything(portal)
    return performed.journalID
  }

  @discardableResult
  func undo(
    _ entry: Int64? = nil, as person: IdentityIdentifier, withDependents: Bool = false
  ) throws -> Undone {
    try keep(
      portal.undo(as: .person(person), entry: entry, withDependents: withDependents, at: tick()))
  }

  @discardableResult
  func redo(as person: IdentityIdentifier) throws -> Undone {
    try keep(portal.redo(as: .person(person), at: tick()))
  }

  @discardableResult
  func returnTo(_ entry: Int64, as person: IdentityIdentifier) throws -> Undone {
    try keep(portal.returnTo(entry: entry, as: .person(person), at: tick()))
  }

  private func keep(_ undone: Undone) throws -> Undone {
    after[undone.journalID] = try Everything(portal)
    return undone
  }

  /// The refusal that an act meets; the portal stays as it was.
  func refusal(_ act: () throws -> Undone) throws -> UndoRefusal? {
    let before = try Everything(portal)
    let length = try portal.journalLength(upTo: .max)
    do {
      _ = try act()
      return nil
    } catch Refusal.undo(let refusal) {
      guard try Everything(portal) == before, try portal.journalLength(upTo: .max) == length
      else { return nil }
      return refusal
    }
  }

  func reference(_ entry: Int64) throws -> EntryReference? {
    try portal.journalEntry(entry)?.reference
  }

  var now: Everything { get throws { try Everything(portal) } }
}

extension UndoRefusal {
  /// The numbers of the entries that are named besides the first.
  var others: [Int64] {
    switch self {
    case .laterChanges(_, let list, _), .earlierUndone(_, let list), .barred(_, let list, _):
      list.named.map(\.id)
    default: []
    }
  }

  var violation: InvariantViolation? {
    switch self {
    case .laterChanges(_, _, let violation), .barred(_, _, let violation): violation
    case .breaksRule(_, let violation): violation
    default: nil
    }
  }
}
