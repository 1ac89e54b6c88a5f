import PortalModel
import PortalScreens
import PortalStore

extension PortalSession {
  /// Takes a change back.
  ///
  /// - Throws: `Refusal` or `StoreError`; nothing was written then.
  func undo(
    as identity: IdentityIdentifier, entry: Int64?, withDependents: Bool,
    entrance: String = "command line"
  ) throws -> Undone {
    try database.undo(
      as: actor(identity, entrance), entry: entry, withDependents: withDependents, at: now)
  }

  /// Brings again what was taken back last.
  ///
  /// - Throws: `Refusal` or `StoreError`; nothing was written then.
  func redo(
    as identity: IdentityIdentifier, entrance: String = "command line"
  ) throws -> Undone {
    try database.redo(as: actor(identity, entrance), at: now)
  }

  /// Puts the portal back to how it was after an entry.
  ///
  /// - Throws: `Refusal` or `StoreError`; nothing was written then.
  func returnTo(
    entry: Int64, as identity: IdentityIdentifier, entrance: String = "command line"
  ) throws -> Undone {
    try database.returnTo(entry: entry, as: actor(identity, entrance), at: now)
  }

  /// Carries out what the screens ask for.
  ///
  /// - Throws: `Refusal` or `StoreError`; nothing was written then.
  func carryOut(_ rewind: Rewind, as identity: IdentityIdentifier) throws -> Undone {
    switch rewind {
    case .undo(let entry, let withDependents):
      try undo(
        as: identity, entry: entry, withDependents: withDependents, entrance: "screens")
    case .redo: try redo(as: identity, entrance: "screens")
    case .returnTo(let entry): try returnTo(entry: entry, as: identity, entrance: "screens")
    }
  }

  private func actor(_ identity: IdentityIdentifier, _ entrance: String) -> Actor {
    Operator.current(entrance: entrance).acting(as: identity)
  }
}

extension Undone {
  /// What the screens and the command line say of it.
  var note: UndoneNote {
    UndoneNote(direction: direction, entry: entry.reference, count: count)
  }

  private var direction: UndoneNote.Direction {
    switch kind {
    case .undo: .back
    case .redo: .forward
    case .returnTo: .to
    }
  }
}
