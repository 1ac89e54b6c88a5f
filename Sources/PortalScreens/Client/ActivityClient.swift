import PortalModel

/// How the screens read what happened, and go back and forward in it.
public struct ActivityClient: Sendable {
  /// A stretch of what happened.
  public var rows: @Sendable (ActivityQuery) throws -> ActivityPage
  /// What an entry of the journal wrote.
  public var changes: @Sendable (Int64) throws -> EntryChanges
  /// What a return to an entry would rewind.
  public var preview: @Sendable (Int64) throws -> ReturnPreview
  /// Goes back or forward as somebody. Throws `Refusal` where it is refused.
  public var rewind: @Sendable (Rewind, IdentityIdentifier) throws -> UndoneNote

  /// Makes a client.
  public init(
    rows: @escaping @Sendable (ActivityQuery) throws -> ActivityPage,
    changes: @escaping @Sendable (Int64) throws -> EntryChanges,
    preview: @escaping @Sendable (Int64) throws -> ReturnPreview,
    rewind: @escaping @Sendable (Rewind, IdentityIdentifier) throws -> UndoneNote
  ) {
    self.rows = rows
    self.changes = changes
    self.preview = preview
    self.rewind = rewind
  }
}

/// Which activity a screen asks for.
public struct ActivityQuery: Hashable, Sendable {
  /// Which rows.
  public var filter: ActivityFilter
  /// Only rows older than this place.
  public var place: ActivityPlace
  /// How many at most.
  public var limit: Int

  /// Makes a query.
  public init(filter: ActivityFilter, place: ActivityPlace, limit: Int) {
    self.filter = filter
    self.place = place
    self.limit = limit
  }
}

/// A step back or forward that somebody asks for.
public enum Rewind: Hashable, Encodable, Sendable {
  /// Take a change back, the person's newest where none is named.
  case undo(entry: Int64?, withDependents: Bool)
  /// Bring again what was taken back last.
  case redo
  /// Put the portal back to how it was after an entry.
  case returnTo(entry: Int64)
}
